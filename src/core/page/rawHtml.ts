import type { Html, PhrasingContent, RootContent } from 'mdast';

/** Tags that a note may use as raw HTML: they say how text looks and can do nothing. */
const inlineTags: ReadonlySet<string> = new Set([
  ...['b', 'i', 'u', 's', 'em', 'strong', 'kbd', 'sub', 'sup', 'mark', 'small', 'code'],
]);

/** More tags inside each other than this say nothing more, and each costs a level of recursion further on. */
const deepest = 12;

/**
 * Replaces raw HTML among siblings by nodes that need no HTML parser: `<br>` by a break, `<kbd>…</kbd>` and its like by an element around what stands between, a
 * comment by nothing, anything else by its own source as text, so that nothing is lost and nothing runs.
 *
 * @param siblings The children of one paragraph, heading, cell or the like. They stay as they are.
 * @returns Nodes without any of type `html`.
 */
export function withoutRawHtml(siblings: readonly PhrasingContent[]): PhrasingContent[] {
  const pairs = pairedTags(siblings);
  const outermost: PhrasingContent[] = [];
  const open: { tag: string; end: number; children: PhrasingContent[] }[] = [];
  siblings.forEach((node, index) => {
    const innermost = open.at(-1);
    const here = innermost?.children ?? outermost;
    const pair = pairs.get(index);
    if (pair) {
      open.push({ ...pair, children: [] });
    } else if (innermost?.end === index) {
      open.pop();
      (open.at(-1)?.children ?? outermost).push(tagged(innermost.tag, innermost.children));
    } else {
      here.push(...(node.type === 'html' ? shownHtml(node) : [node]));
    }
  });
  return outermost;
}

/**
 * Replaces a block of raw HTML by nodes that need no HTML parser, as {@link withoutRawHtml} does within a paragraph.
 *
 * @param block A node of type `html` that stands among blocks.
 */
export function rawHtmlBlock(block: Html): RootContent[] {
  const text = withoutComments(block.value).trim();
  if (text === '' || isBreak(text)) {
    return [];
  }
  return [{ type: 'code', value: text }];
}

/** Finds for each opening tag that has its closing tag where that stands; in one pass, whatever the note is. */
function pairedTags(siblings: readonly PhrasingContent[]): ReadonlyMap<number, { tag: string; end: number }> {
  const pairs = new Map<number, { tag: string; end: number }>();
  const open: { tag: string; start: number }[] = [];
  siblings.forEach((node, index) => {
    const [, slash, name = ''] = node.type === 'html' ? (/^<(\/?)([a-z]+)\s*>$/iu.exec(node.value) ?? []) : [];
    const tag = name.toLowerCase();
    if (!inlineTags.has(tag)) {
      return;
    }
    if (slash === '') {
      open.push({ tag, start: index });
    } else if (open.some((candidate) => candidate.tag === tag)) {
      for (let last = open.pop(); last; last = open.pop()) {
        if (last.tag === tag) {
          pairs.set(last.start, { tag, end: index });
          break;
        }
      }
    }
    if (open.length > deepest) {
      open.shift();
    }
  });
  return pairs;
}

function tagged(tag: string, children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', data: { hName: tag }, children };
}

function shownHtml({ value }: Html): PhrasingContent[] {
  if (isBreak(value)) {
    return [{ type: 'break' }];
  }
  const text = withoutComments(value);
  return text === '' ? [] : [{ type: 'text', value: text }];
}

function isBreak(html: string): boolean {
  return /^<br\s*\/?>$/iu.test(html);
}

function withoutComments(html: string): string {
  return html.replace(/<!--(?:-?>|[^]*?(?:--!?>|$))/gu, '');
}
