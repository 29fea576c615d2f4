/** One tag of a page. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What a page consists of. */
export interface Markup {
  readonly tags: readonly Tag[];
  /** All text, character references decoded. */
  readonly text: string;
  /** What stands where neither a tag nor text may. */
  readonly malformed: readonly string[];
}

const namedReferences: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads HTML far more strictly than a browser does: a `<` that starts no plain tag, a tag that is not closed where it was opened and an attribute
 * without double quotes are reported. What this reader finds nothing wrong with, all browsers read alike.
 *
 * @param html HTML of a page.
 */
export function readMarkup(html: string): Markup {
  const tags: Tag[] = [];
  const malformed: string[] = [];
  const open: string[] = [];
  const voids = new Set(['br', 'hr', 'img', 'input', 'meta', 'link']);
  let text = '';
  for (const [token] of html.matchAll(/<[^>"]*(?:"[^"]*"[^>"]*)*>?|[^<]+/gu)) {
    if (!token.startsWith('<')) {
      text += decoded(token);
      continue;
    }
    const closing = /^<\/([a-z][a-z0-9]*)>$/u.exec(token);
    const opening = /^<([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"]*")?)*)>$/u.exec(token);
    if (closing) {
      if (open.pop() !== closing[1]) {
        malformed.push(token);
      }
    } else if (opening) {
      const [, name = '', attributes = ''] = opening;
      const pairs = [...attributes.matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/gu)];
      tags.push({ name, attributes: new Map(pairs.map(([, key = '', value = '']) => [key, decoded(value)])) });
      if (!voids.has(name)) {
        open.push(name);
      }
    } else {
      malformed.push(token);
    }
  }
  return { tags, text, malformed: [...malformed, ...open] };
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) {
        return namedReferences[name] ?? whole;
      }
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );
}
