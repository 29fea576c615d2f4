import type { List, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { plainText } from './plainText.js';
import { sourceLines } from './sourceLines.js';

/** Properties of blocks that Logseq writes for itself: nobody's words. Those of a page may have any name. */
const ownProperties =
  /^(?:id|collapsed|title|alias|tags|type|icon|created(?:-at)?|updated(?:-at)?|public|template(?:-including-parent)?|heading|background-color|logseq\.[\w.-]+|card-[\w-]+|query-[\w-]+|ls-[\w-]+|hl-[\w-]+|file(?:-path)?|exclude-from-graph-view):: ?/iu;

/** Deepest nesting of lists that is searched, in lists. */
const deepest = 60;

/**
 * Takes the properties (`alias:: a, b`) of a Logseq page and of its blocks out of a note.
 *
 * @param root The note's syntax tree. Lines of properties are taken from it.
 * @returns The page's own properties: those of its first block, if that is nothing else.
 */
export function takeLogseqProperties(root: Root): ReadonlyMap<string, string> {
  const first = root.children.find((node) => node.type !== 'yaml' && node.type !== 'definition');
  const page = first ? pageProperties(first) : new Map<string, string>();
  if (page.size > 0 && first?.type === 'paragraph') {
    root.children.splice(root.children.indexOf(first), 1);
  } else if (page.size > 0 && first?.type === 'list') {
    const rest = first.children.slice(1);
    root.children.splice(root.children.indexOf(first), 1, ...(rest.length > 0 ? [{ ...first, children: rest }] : []));
  }
  for (const node of root.children) {
    if (node.type === 'list') {
      cleanList(node, 0);
    }
  }
  return page;
}

function pageProperties(first: RootContent): Map<string, string> {
  const [item] = first.type === 'list' ? first.children : [];
  const block = item?.children.length === 1 ? item.children[0] : first;
  const lines = block?.type === 'paragraph' ? sourceLines(block.children, 1) : [];
  const found = lines.map(({ text }) => /^([a-z][\w-]{0,40}):: ?(.*)$/iu.exec(text));
  const isPage =
    found.length > 0 && found.every(Boolean) && (found.length > 1 || ownProperties.test(lines[0]?.text ?? ''));
  return new Map(isPage ? found.map((match) => [match?.[1]?.toLowerCase() ?? '', match?.[2]?.trim() ?? '']) : []);
}

function cleanList(list: List, depth: number): void {
  for (const item of depth < deepest ? list.children : []) {
    for (let index = item.children.length - 1; index >= 0; index -= 1) {
      const block = item.children[index];
      if (block?.type === 'list') {
        cleanList(block, depth + 1);
      } else if (block?.type === 'paragraph' && mayHaveColon(block) && plainText(block).includes('::')) {
        cleanParagraph(block);
        if (block.children.length === 0) {
          item.children.splice(index, 1);
        }
      }
    }
  }
}

function mayHaveColon(node: Nodes): boolean {
  return 'children' in node ? node.children.some(mayHaveColon) : !('value' in node) || node.value.includes(':');
}

/** Takes lines of properties from a paragraph; Logseq writes them on lines of their own below a block's first line. */
function cleanParagraph(paragraph: Paragraph): void {
  const lines: PhrasingContent[][] = [[]];
  for (const node of paragraph.children) {
    if (node.type !== 'text') {
      lines.at(-1)?.push(node);
      continue;
    }
    const [head = '', ...more] = node.value.split('\n');
    lines.at(-1)?.push({ ...node, value: head });
    more.forEach((value, index) => {
      lines.push([{ type: 'text', value, ...placedBelow(node, index + 1) }]);
    });
  }
  const kept = lines.filter((line) => !ownProperties.test(plainText(...line)));
  if (kept.length < lines.length) {
    paragraph.children = kept.flatMap((line, index) => (index === 0 ? line : [lineEnd(line), ...line]));
  }
}

/** The end of the line before one, in its place. */
function lineEnd([next]: readonly PhrasingContent[]): PhrasingContent {
  const start = next?.position?.start;
  const before = start && { ...start, line: start.line - 1 };
  return { type: 'text', value: '\n', ...(before && { position: { start: before, end: before } }) };
}

function placedBelow({ position }: PhrasingContent, lines: number): Pick<PhrasingContent, 'position'> {
  return position ? { position: { ...position, start: { ...position.start, line: position.start.line + lines } } } : {};
}
