/** A link in double square brackets, as Obsidian, Foam, Logseq and Dendron write it: `[[note#heading|shown]]`. */
export interface WikiLink {
  /** Where it starts in its text. */
  readonly start: number;
  readonly end: number;
  /** The note or concept that is meant; empty for the link's own note. */
  readonly target: string;
  /** The heading or `^block`; empty where none is named. */
  readonly heading: string;
  /** What is shown in its place. */
  readonly shown: string;
}

/** Both parts are bounded, so that a text of brackets costs no more than it is long. */
const pattern = /!?\[\[([^[\]|#\n]{0,300}?)(?:#([^[\]|\n]{1,300}?))?(?:\\?\|([^[\]\n]{1,300}))?\]\]/gu;

/**
 * The wiki links in a text, embedded ones (`![[…]]`) among them.
 *
 * @param text Text of one text node.
 */
export function wikiLinksIn(text: string): WikiLink[] {
  if (!text.includes('[[')) {
    return [];
  }
  return [...text.matchAll(pattern)].flatMap((match): WikiLink[] => {
    const [whole, target = '', heading = '', shown] = match;
    const name = target.trim() + (heading === '' ? '' : `#${heading.trim()}`);
    const link = {
      start: match.index,
      end: match.index + whole.length,
      target: target.trim(),
      heading: heading.trim(),
    };
    return name === '' ? [] : [{ ...link, shown: (shown ?? name).trim() }];
  });
}

/**
 * A text as its reader sees it: wiki links stand as what they show.
 *
 * @param text Text of one text node.
 */
export function shownText(text: string): string {
  if (!text.includes('[[')) {
    return text;
  }
  let [shown, from] = ['', 0];
  for (const link of wikiLinksIn(text)) {
    shown += text.slice(from, link.start) + link.shown;
    from = link.end;
  }
  return shown + text.slice(from);
}
