import type { Blockquote, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { sentenceLabel } from './announcement.js';
import { hasSubstance, joined, type BodyPart, type LabelledPart } from './bodyPart.js';
import { readLabel, type Label } from './label.js';
import { inlinePoint, isReference, isStrong, lineLabel } from './lineLabel.js';
import { markedRole, withoutMark } from './mark.js';
import { plainText } from './plainText.js';
import { itemPoint, readPoints, type ReadPoint } from './points.js';
import { sourceLines, type SourceLine } from './sourceLines.js';
import { readTable } from './tableParts.js';

/** Deepest nesting of lists and quotes that is searched for labels. */
const deepest = 12;

/** Most blocks between `<details>` and `</details>`. */
const longestDetails = 200;

/**
 * Takes the blocks under a heading apart at their labels: lead-in lines, list items, table columns and rows, callouts,
 * `<details>`.
 *
 * @param blocks The blocks, in document order.
 * @param isBoth Whether they stand under a label for pros and cons together, where marks such as ✅ and ❌ tell them apart.
 * @param depth How deep in lists and quotes they lie.
 */
export function readBody(blocks: readonly RootContent[], isBoth = false, depth = 0): BodyPart[] {
  const parts: BodyPart[] = [];
  for (let index = 0; index < blocks.length;) {
    const taken = depth < deepest ? takeLabelled(blocks, index, isBoth, depth) : undefined;
    const found = taken?.parts ?? [{ kind: 'plain', blocks: blocks.slice(index, index + 1) } as const];
    found.forEach((part) => parts.push(part));
    index += taken?.count ?? 1;
  }
  return joined(parts);
}

/** Parts that were read from the first few of some blocks. */
interface Taken {
  readonly parts: readonly BodyPart[];
  readonly count: number;
}

/** Reads parts from the blocks that begin at an index. No rest is copied: there may be very many blocks. */
function takeLabelled(
  blocks: readonly RootContent[],
  index: number,
  isBoth: boolean,
  depth: number,
): Taken | undefined {
  const first = blocks[index];
  switch (first?.type) {
    case 'paragraph':
      return takeParagraph(first, blocks, index + 1, isBoth, depth);
    case 'list':
      return both(isBoth ? plusAndMinus(blocks.slice(index, index + 2)) : []) ?? one(readList(first, isBoth, depth));
    case 'table':
      return one(readTable(first));
    case 'blockquote':
      return one(readQuote(first, isBoth, depth));
    case 'html':
      return takeDetails(first.value, blocks.slice(index, index + longestDetails), depth);
    default:
      return undefined;
  }
}

function one(parts: readonly BodyPart[] | undefined): Taken | undefined {
  return parts && parts.length > 0 ? { parts, count: 1 } : undefined;
}

/** Parts that were read from two blocks. */
function both(parts: readonly BodyPart[]): Taken | undefined {
  return parts.length > 0 ? { parts, count: 2 } : undefined;
}

/** A line that is a label announces what follows it in the paragraph and, if nothing does, the blocks behind it. */
function takeParagraph(
  paragraph: Paragraph,
  blocks: readonly RootContent[],
  behind: number,
  isBoth: boolean,
  depth: number,
): Taken | undefined {
  const lines = sourceLines(paragraph.children, firstLine(paragraph));
  const starts = lines.map((line) => lineLabel(line));
  const last = lines.length - 1;
  const parts: BodyPart[] = [];
  let count = 1;
  if (starts.some((label) => label?.isExact)) {
    const heads = starts.flatMap((label, index) => (label?.isExact ? [index] : []));
    const before = lines.slice(0, heads[0] ?? 0);
    if (before.length > 0) {
      parts.push({ kind: 'plain', blocks: [paragraphOf(paragraph, before)] });
    }
    heads.forEach((start, place) => {
      const end = heads[place + 1] ?? lines.length;
      const label = starts[start];
      const head = lines[start];
      if (!label || !head) {
        return;
      }
      const own = [...inlinePoint(head, label), ...linesAsPoints(paragraph, lines.slice(start + 1, end))];
      if (own.length > 0 || end <= last) {
        parts.push(labelled(label, head.line, head.text, [], own));
        return;
      }
      const follow = followers(blocks, behind, isStrong(head));
      count += follow.length;
      parts.push(...announced(label, head.line, head.text, follow, depth));
    });
    return parts.some(hasSubstance) ? { parts, count } : undefined;
  }
  const line = lines[last];
  const start = starts[last];
  const announcement = line && (start && start.subject !== '' ? start : (sentenceLabel(line.text) ?? start));
  const list = blocks[behind];
  if (announcement && (list?.type === 'list' || (announcement.role === 'both' && list?.type === 'table'))) {
    const named = announced(announcement, line.line, line.text, [list], depth);
    return named.some(hasSubstance)
      ? { parts: [{ kind: 'plain', blocks: [paragraph] }, ...named], count: 2 }
      : undefined;
  }
  const marked = isBoth ? markedLines(lines) : [];
  return marked.length > 0 ? { parts: marked, count } : undefined;
}

/** The blocks behind a label that it announces: one list, or paragraphs up to the next label. */
function followers(blocks: readonly RootContent[], behind: number, mayBeParagraphs: boolean): RootContent[] {
  const next = blocks[behind];
  if (next?.type === 'list' || next?.type === 'table') {
    return [next];
  }
  if (next?.type === 'blockquote' && mayBeParagraphs) {
    return [next];
  }
  const found: RootContent[] = [];
  for (let index = behind; mayBeParagraphs && index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block?.type !== 'paragraph' || startsPart(block)) {
      return block?.type === 'list' && found.length === 1 && endsInColon(found[0]) ? [...found, block] : found;
    }
    found.push(block);
  }
  return found;
}

function endsInColon(block: RootContent | undefined): boolean {
  return block !== undefined && /[:：]$/u.test(plainText(block));
}

/** A paragraph that is a label itself, or a bold line of its own: it ends what stood before it. */
function startsPart(paragraph: Paragraph): boolean {
  const lines = sourceLines(paragraph.children, firstLine(paragraph));
  const [first] = lines;
  const isBoldLine = paragraph.children.length === 1 && paragraph.children[0]?.type === 'strong';
  return isBoldLine || (first !== undefined && lineLabel(first)?.isExact === true);
}

/** A label with the blocks that it announces. */
function announced(
  label: Label,
  line: number,
  text: string,
  blocks: readonly RootContent[],
  depth: number,
): BodyPart[] {
  if (label.role === 'both') {
    const inner = readBody(blocks, true, depth + 1);
    return inner.some(hasSubstance) ? owned(inner, label.subject || label.rest, line) : [];
  }
  if (label.role === 'pros' || label.role === 'cons') {
    const nested = blocks.length === 1 && blocks[0]?.type === 'table' ? [] : readPoints(blocks);
    return [labelled(label, line, text, blocks, nested)];
  }
  return [labelled(label, line, text, blocks, [])];
}

/** Parts that belong to a subject which stands outside of them. */
function owned(parts: readonly BodyPart[], subject: string, line: number): BodyPart[] {
  return subject === '' ? [...parts] : [{ kind: 'named', name: subject, line, parts }];
}

function labelled(
  { role, subject }: Label,
  line: number,
  text: string,
  blocks: readonly RootContent[],
  points: readonly ReadPoint[],
): LabelledPart {
  const label = role === 'pros' || role === 'cons' ? (/^[^:：]+/u.exec(text)?.[0] ?? text).trim() : text;
  return { kind: 'labelled', role, label, line, subject, blocks, points };
}

function linesAsPoints(paragraph: Paragraph, lines: readonly SourceLine[]): ReadPoint[] {
  return lines.length === 0 ? [] : readPoints([paragraphOf(paragraph, lines)]);
}

/** A paragraph of some lines of another. */
function paragraphOf(paragraph: Paragraph, lines: readonly SourceLine[]): Paragraph {
  const [first] = lines;
  const children = lines.flatMap(({ content, line }, index): PhrasingContent[] => {
    const position = { start: { line, column: 1 }, end: { line, column: 1 } };
    const placed = content.map((node) => (node.type === 'text' ? { ...node, position } : node));
    return index === 0
      ? placed
      : [{ type: 'break', position: { ...position, start: { line: line - 1, column: 1 } } }, ...placed];
  });
  const end = paragraph.position?.end ?? { line: 1, column: 1 };
  const position = { start: { line: first?.line ?? 1, column: 1 }, end };
  return { type: 'paragraph', children, position };
}

/** Lines under a label for both sides, each with a mark of its side. */
function markedLines(lines: readonly SourceLine[]): BodyPart[] {
  const roles = lines.map(({ text }) => markedRole(text));
  if (!roles.every((role) => role !== undefined)) {
    return [];
  }
  return lines.map((line, index): BodyPart => {
    const text = withoutMark(line.text);
    const content: RootContent[] = [{ type: 'text', value: text }];
    const points = [{ point: { line: line.line, text }, content }];
    return { ...marked(roles[index] ?? 'pros', line.line), blocks: [], points };
  });
}

function marked(role: 'pros' | 'cons', line: number): Omit<LabelledPart, 'blocks' | 'points'> {
  return { kind: 'labelled', role, label: '', line, subject: '' };
}

/** A list with plus signs and the one with other bullets behind it. */
function plusAndMinus([plus, minus]: readonly RootContent[]): BodyPart[] {
  if (plus?.type !== 'list' || plus.data?.hasPlus !== true || minus?.type !== 'list') {
    return [];
  }
  return [
    { ...marked('pros', firstLine(plus)), blocks: [plus], points: readPoints([plus]) },
    { ...marked('cons', firstLine(minus)), blocks: [minus], points: readPoints([minus]) },
  ];
}

/** A list whose items are labels, or name concepts that have labels under them, or carry marks. */
function readList(list: List, isBoth: boolean, depth: number): BodyPart[] {
  const parts: BodyPart[] = [];
  let plain: ListItem[] = [];
  const endPlain = (): void => {
    if (plain.length > 0) {
      parts.push({ kind: 'plain', blocks: [{ ...list, children: plain }] });
      plain = [];
    }
  };
  for (const item of list.children) {
    const found = readItem(item, isBoth, depth);
    if (found.length > 0) {
      endPlain();
      found.forEach((part) => parts.push(part));
    } else {
      plain.push(item);
    }
  }
  endPlain();
  return parts.some((part) => part.kind !== 'plain') ? parts : [];
}

function readItem(item: ListItem, isBoth: boolean, depth: number): BodyPart[] {
  const [head, ...rest] = item.children;
  if (head?.type !== 'paragraph' && head?.type !== 'heading') {
    return [];
  }
  const lines = sourceLines(head.children, firstLine(head));
  const [line, ...more] = lines;
  if (!line) {
    return [];
  }
  const label = isReference(line.content) ? undefined : (readLabel(line.text) ?? sentenceLabel(line.text));
  if (label && (label.isExact || rest.length > 0)) {
    const own = inlinePoint(line, label);
    const nested = head.type === 'paragraph' ? linesAsPoints(head, more) : [];
    if (own.length > 0 && label.isExact) {
      return [labelled(label, line.line, line.text, [], [{ ...own[0], content: pointBlocks(own, rest) } as ReadPoint])];
    }
    if (nested.length > 0 && rest.length === 0) {
      return [labelled(label, line.line, line.text, [], nested)];
    }
    const parts = rest.length > 0 ? announced(label, line.line, line.text, rest, depth) : [];
    if (parts.some(hasSubstance)) {
      return parts;
    }
  }
  const side = isBoth ? markedRole(line.text) : undefined;
  if (side) {
    const { point, content } = itemPoint(item);
    return [
      {
        ...marked(side, point.line),
        blocks: [],
        points: [{ point: { ...point, text: withoutMark(point.text) }, content }],
      },
    ];
  }
  // What a label for both sides did not find, would not be found again, at twice the cost on each level.
  const isRead = isBoth && label?.role === 'both' && (label.isExact || rest.length > 0);
  const inner =
    !isRead && rest.some((block) => block.type === 'list' || block.type === 'blockquote')
      ? readBody(rest, isBoth, depth + 1)
      : [];
  return inner.some(hasSubstance) ? [{ kind: 'named', name: line.text, line: line.line, parts: inner }] : [];
}

/** A point's own line as a paragraph, and the explanation that is nested under it. */
function pointBlocks(own: readonly ReadPoint[], rest: readonly RootContent[]): RootContent[] {
  const inline = own.flatMap(({ content }) => content);
  return rest.length === 0 ? inline : [{ type: 'paragraph', children: inline as PhrasingContent[] }, ...rest];
}

/** Obsidian's callouts are labels by their title, or by their type; other quotes are read as what they hold. */
function readQuote(quote: Blockquote, isBoth: boolean, depth: number): BodyPart[] {
  const [head, ...rest] = quote.children;
  const lines = head?.type === 'paragraph' ? sourceLines(head.children, firstLine(head)) : [];
  const [first, ...more] = lines;
  const callout = first && /^\[!([\w-]+)\][+-]?\s*(.*)$/u.exec(first.text);
  if (callout && head?.type === 'paragraph') {
    const title = callout[2] ?? '';
    const label = readLabel(title) ?? (title === '' ? readLabel((callout[1] ?? '').toLowerCase()) : undefined);
    const body = [...(more.length > 0 ? [paragraphOf(head, more)] : []), ...rest];
    return label ? announced(label, first.line, title || (callout[1] ?? ''), body, depth) : [];
  }
  const inner = readBody(quote.children, isBoth, depth + 1);
  return inner.some(hasSubstance) ? inner : [];
}

/** `<details><summary>장점</summary>` announces what stands up to `</details>`. */
function takeDetails(html: string, blocks: readonly RootContent[], depth: number): Taken | undefined {
  const summary = /<summary[^>]*>([\s\S]*?)<\/summary>/iu.exec(html)?.[1];
  const label = summary === undefined ? undefined : readLabel(summary.replace(/<[^>]*>/gu, ' '));
  const end = blocks.findIndex(
    (block, index) => index > 0 && block.type === 'html' && /<\/details>/iu.test(block.value),
  );
  const [first] = blocks;
  if (!label || !first || end < 0) {
    return undefined;
  }
  const text = (summary ?? '').replace(/<[^>]*>/gu, '').trim();
  const parts = announced(label, firstLine(first), text, blocks.slice(1, end), depth);
  return parts.some(hasSubstance) ? { parts, count: end + 1 } : undefined;
}

function firstLine(node: RootContent): number {
  return node.position?.start.line ?? 1;
}
