import type { List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import type { LabelReader } from './label.js';
import { lineLabel } from './lineLabel.js';
import { paragraphOf, sourceLines } from './sourceLines.js';

/** Deepest nesting of lists that is searched, in lists. */
const deepest = 60;

/**
 * Parts lists from labels that careless writers glue to them: without a blank line, `**단점**` below a list goes on with the
 * last item's paragraph, and the items below it with the list, as CommonMark has it for lazy lines
 * (https://spec.commonmark.org/0.31.2/#lazy-continuation-line).
 *
 * @param root The note's syntax tree. Its lists are changed.
 * @param text The note's text.
 * @param labels Knows the label words.
 */
export function unglueLabels(root: Root, text: string, labels: LabelReader): void {
  if (!root.children.some((node) => node.type === 'list' && node.children.some(wrappedParagraph))) {
    return;
  }
  let lines: readonly string[] | undefined;
  const indentOf = (line: number): number => {
    lines ??= text.split(/\r\n?|\n/u);
    return /^[ \t]*/u.exec(lines[line - 1] ?? '')?.[0].length ?? 0;
  };
  const children: RootContent[] = [];
  for (const node of root.children) {
    (node.type === 'list' ? parted(node, indentOf, labels) : [node]).forEach((part) => children.push(part));
  }
  root.children = children;
}

/** A list up to each glued label, the label as a paragraph, and the rest of the list. */
function parted(list: List, indentOf: (line: number) => number, labels: LabelReader): RootContent[] {
  const parts: RootContent[] = [];
  let items: ListItem[] = [];
  const endList = (): void => {
    const [first, last] = [items[0]?.position, items.at(-1)?.position];
    if (items.length > 0) {
      parts.push({
        ...list,
        children: items,
        ...(first && last && { position: { start: first.start, end: last.end } }),
      });
      items = [];
    }
  };
  for (const item of list.children) {
    items.push(item);
    const label = takeGluedLabel(item, indentOf, labels);
    if (label) {
      endList();
      parts.push(label);
    }
  }
  if (parts.length === 0) {
    return [list];
  }
  endList();
  return parts;
}

/**
 * Takes the last line of an item's last paragraph if it is a label, or the end of a container (`:::`), and stands no further
 * in than the list.
 */
function takeGluedLabel(
  item: ListItem,
  indentOf: (line: number) => number,
  labels: LabelReader,
): Paragraph | undefined {
  const paragraph = wrappedParagraph(item);
  if (!paragraph) {
    return undefined;
  }
  const start = paragraph.position?.start.line ?? 0;
  const own = sourceLines(paragraph.children, start);
  const last = own.at(-1);
  const label = own.length > 1 && last ? lineLabel(last, labels) : undefined;
  const isEnd = own.length > 1 && /^:{3,}$/u.test(last?.text ?? '');
  const column = item.children[0]?.position?.start.column ?? 1;
  if (!last || !(isEnd || label?.isExact === true) || indentOf(last.line) >= column - 1) {
    return undefined;
  }
  const glued = paragraphOf(paragraph, [last]);
  paragraph.children = paragraphOf(paragraph, own.slice(0, -1)).children;
  return glued;
}

/** An item's last paragraph, if that has more than one line. */
function wrappedParagraph(item: ListItem): Paragraph | undefined {
  let inner: ListItem | undefined = item;
  for (let depth = 0; inner && depth < deepest; depth += 1) {
    const last: RootContent | undefined = inner.children.at(-1);
    if (last?.type === 'paragraph') {
      return last.position && last.position.start.line === last.position.end.line ? undefined : last;
    }
    inner = last?.type === 'list' ? last.children.at(-1) : undefined;
  }
  return undefined;
}
