import type { Blockquote, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { sentenceLabel } from './announcement.js';
import { hasPoints, hasSubstance, joined, type BodyPart, type LabelledPart } from './bodyPart.js';
import { isInvitation, readDetails } from './details.js';
import type { Label, LabelReader } from './label.js';
import { inlinePoint, isReference, isStrong, lineLabel } from './lineLabel.js';
import { markedRole, reasonRole, withoutMark } from './mark.js';
import { marked, markedLines, plusAndMinus } from './markedParts.js';
import { plainText } from './plainText.js';
import { itemPoint, readPoints, type ReadPoint } from './points.js';
import { isWrapped, paragraphOf, sourceLines, type SourceLine } from './sourceLines.js';
import { readTable } from './tableParts.js';

/** Deepest nesting of lists and quotes that is searched for labels. */
const deepest = 12;

/** Parts that were read from the first few of some blocks. */
interface Taken {
  readonly parts: readonly BodyPart[];
  readonly count: number;
}

/** Reads what stands under headings. */
export class BodyReader {
  readonly labels: LabelReader;

  /** @param labels Knows the label words. */
  constructor(labels: LabelReader) {
    this.labels = labels;
  }

  /**
   * Takes the blocks under a heading apart at their labels: lead-in lines, list items, table columns and rows, callouts,
   * `<details>`.
   *
   * @param blocks The blocks, in document order.
   * @param isBoth Whether they stand under a label for pros and cons together, where marks such as ✅ and ❌ tell them apart.
   * @param depth How deep in lists and quotes they lie.
   */
  read(blocks: readonly RootContent[], isBoth = false, depth = 0): BodyPart[] {
    const parts: BodyPart[] = [];
    for (let index = 0; index < blocks.length;) {
      const rest = blocks.slice(index);
      const taken = depth < deepest ? this.#takeLabelled(rest, isBoth, depth) : undefined;
      parts.push(...(taken?.parts ?? [{ kind: 'plain', blocks: rest.slice(0, 1) } as const]));
      index += taken?.count ?? 1;
    }
    return joined(parts);
  }

  #takeLabelled(blocks: readonly RootContent[], isBoth: boolean, depth: number): Taken | undefined {
    const [first] = blocks;
    switch (first?.type) {
      case 'paragraph':
        return this.#takeParagraph(first, blocks.slice(1), isBoth, depth);
      case 'list':
        return both(isBoth ? plusAndMinus(blocks) : []) ?? one(this.#readList(first, isBoth, depth));
      case 'table':
        return one(readTable(first, this.labels));
      case 'blockquote':
        return one(this.#readQuote(first, isBoth, depth));
      case 'html':
        return this.#takeDetails(first.value, blocks, depth);
      default:
        return undefined;
    }
  }

  /** A line that is a label announces what follows it in the paragraph and, if nothing does, the blocks behind it. */
  #takeParagraph(
    paragraph: Paragraph,
    behind: readonly RootContent[],
    isBoth: boolean,
    depth: number,
  ): Taken | undefined {
    const lines = sourceLines(paragraph.children, firstLine(paragraph));
    const starts = lines.map((line) => lineLabel(line, this.labels));
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
        const isSaid = label.hasColon && label.rest !== '' && !/[:：]$/u.test(head.text);
        const follow = isSaid ? [] : this.#followers(behind, isStrong(head), label.role === 'both');
        count += follow.length;
        parts.push(...this.#announced(label, head.line, head.text, follow, depth));
      });
      return parts.some(hasSubstance) ? { parts, count } : undefined;
    }
    const line = lines[last];
    const start = starts[last];
    if (start?.role === 'both' && start.subject !== '' && line && last === 0) {
      // `**What are the pros and cons of X?**` titles all up to the next bold line.
      const follow = behind.slice(0, this.#nextTitle(behind));
      const named = this.#announced(start, line.line, line.text, follow, depth);
      if (named.some(hasPoints)) {
        return { parts: named, count: 1 + follow.length };
      }
    }
    const sentence = isWrapped(lines) ? plainText(paragraph) : (line?.text ?? '');
    const announcement =
      line && (start && start.subject !== '' ? start : (sentenceLabel(sentence, this.labels) ?? start));
    const [list] = behind;
    if (announcement && (list?.type === 'list' || (announcement.role === 'both' && list?.type === 'table'))) {
      const named = this.#announced(announcement, line.line, line.text, [list], depth);
      return named.some(hasSubstance)
        ? { parts: [{ kind: 'plain', blocks: [paragraph] }, ...named], count: 2 }
        : undefined;
    }
    return isBoth ? this.#takeMarks(lines, behind) : undefined;
  }

  /** Lines that each have the mark of their side, or nothing but a mark, which then announces what is behind it. */
  #takeMarks(lines: readonly SourceLine[], behind: readonly RootContent[]): Taken | undefined {
    const [line, ...more] = lines;
    const side = line && more.length === 0 && withoutMark(line.text) === '' ? markedRole(line.text) : undefined;
    if (line && side) {
      const follow = this.#followers(behind, true, false);
      const points = readPoints(follow);
      const part: BodyPart = { ...marked(side, line.line), label: line.text, blocks: follow, points };
      return points.length > 0 ? { parts: [part], count: 1 + follow.length } : undefined;
    }
    const parts = markedLines(lines);
    return parts.length > 0 ? { parts, count: 1 } : undefined;
  }

  /** The blocks behind a label that it announces: one list, or paragraphs up to the next label. */
  #followers(behind: readonly RootContent[], mayBeParagraphs: boolean, isBoth: boolean): RootContent[] {
    const [next, second] = behind;
    if (isBoth && next?.type === 'list' && next.data?.hasPlus === true && second?.type === 'list') {
      return [next, second];
    }
    if (next?.type === 'list' || next?.type === 'table') {
      return [next];
    }
    if (next?.type === 'blockquote' && mayBeParagraphs) {
      return [next];
    }
    const found: RootContent[] = [];
    for (const block of mayBeParagraphs ? behind : []) {
      if (block.type !== 'paragraph' || this.#startsPart(block)) {
        return block.type === 'list' && found.length === 1 && endsInColon(found[0]) ? [...found, block] : found;
      }
      found.push(block);
    }
    return found;
  }

  /** Where a bold line that is no label titles something else; the number of the blocks if none does. */
  #nextTitle(blocks: readonly RootContent[]): number {
    const next = blocks.findIndex((block) => {
      const only = block.type === 'paragraph' && block.children.length === 1 ? block.children[0] : undefined;
      return only?.type === 'strong' && this.labels.read(plainText(only))?.isExact !== true;
    });
    return next < 0 ? blocks.length : next;
  }

  /** A paragraph that is a label itself, or a bold line of its own: it ends what stood before it. */
  #startsPart(paragraph: Paragraph): boolean {
    const lines = sourceLines(paragraph.children, firstLine(paragraph));
    const [first] = lines;
    const isBoldLine = paragraph.children.length === 1 && paragraph.children[0]?.type === 'strong';
    return isBoldLine || (first !== undefined && lineLabel(first, this.labels)?.isExact === true);
  }

  /** A label with the blocks that it announces. */
  #announced(label: Label, line: number, text: string, blocks: readonly RootContent[], depth: number): BodyPart[] {
    if (label.role === 'both') {
      const inner = this.read(blocks, true, depth + 1);
      return inner.some(hasSubstance) ? owned(inner, label.subject || label.rest, line) : [];
    }
    if (label.role === 'pros' || label.role === 'cons') {
      const nested = blocks.length === 1 && blocks[0]?.type === 'table' ? [] : readPoints(blocks);
      return [labelled(label, line, text, blocks, nested)];
    }
    return [labelled(label, line, text, blocks, [])];
  }

  /** A list whose items are labels, or name concepts that have labels under them, or carry marks. */
  #readList(list: List, isBoth: boolean, depth: number): BodyPart[] {
    const parts: BodyPart[] = [];
    let plain: ListItem[] = [];
    const endPlain = (): void => {
      if (plain.length > 0) {
        parts.push({ kind: 'plain', blocks: [{ ...list, children: plain }] });
        plain = [];
      }
    };
    for (const item of list.children) {
      const found = this.#readItem(item, isBoth, depth);
      if (found.length > 0) {
        endPlain();
        parts.push(...found);
      } else {
        plain.push(item);
      }
    }
    endPlain();
    return parts.some((part) => part.kind !== 'plain') ? parts : [];
  }

  #readItem(item: ListItem, isBoth: boolean, depth: number): BodyPart[] {
    const [head, ...rest] = item.children;
    if (head?.type !== 'paragraph' && head?.type !== 'heading') {
      return [];
    }
    const lines = sourceLines(head.children, firstLine(head));
    const [line, ...more] = lines;
    if (!line) {
      return [];
    }
    const label = isReference(line.content)
      ? undefined
      : (this.labels.read(line.text) ?? sentenceLabel(line.text, this.labels));
    if (label && (label.isExact || rest.length > 0)) {
      const own = inlinePoint(line, label);
      const nested = head.type === 'paragraph' ? linesAsPoints(head, more) : [];
      if (own.length > 0 && label.isExact) {
        return [
          labelled(label, line.line, line.text, [], [{ ...own[0], content: pointBlocks(own, rest) } as ReadPoint]),
        ];
      }
      if (nested.length > 0 && rest.length === 0) {
        return [labelled(label, line.line, line.text, [], nested)];
      }
      const parts = rest.length > 0 ? this.#announced(label, line.line, line.text, rest, depth) : [];
      if (parts.some(hasSubstance)) {
        return parts;
      }
    }
    const side = (isBoth ? markedRole(line.text) : undefined) ?? reasonRole(line.text);
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
    const inner = rest.some((block) => block.type === 'list' || block.type === 'blockquote')
      ? this.read(rest, isBoth, depth + 1)
      : [];
    return inner.some(hasSubstance) ? [{ kind: 'named', name: line.text, line: line.line, parts: inner }] : [];
  }

  /** Obsidian's callouts are labels by their title, or by their type; other quotes are read as what they hold. */
  #readQuote(quote: Blockquote, isBoth: boolean, depth: number): BodyPart[] {
    const [head, ...rest] = quote.children;
    const lines = head?.type === 'paragraph' ? sourceLines(head.children, firstLine(head)) : [];
    const [first, ...more] = lines;
    const callout = first && /^\[!([\w-]+)\][+-]?\s*(.*)$/u.exec(first.text);
    if (callout && head?.type === 'paragraph') {
      const title = callout[2] ?? '';
      const label =
        this.labels.read(title) ?? (title === '' ? this.labels.read((callout[1] ?? '').toLowerCase()) : undefined);
      const body = [...(more.length > 0 ? [paragraphOf(head, more)] : []), ...rest];
      return label ? this.#announced(label, first.line, title || (callout[1] ?? ''), body, depth) : [];
    }
    const inner = this.read(quote.children, isBoth, depth + 1);
    return inner.some(hasSubstance) ? inner : [];
  }

  /** `<details><summary>장점</summary>` announces what stands up to `</details>`; another summary titles a concept. */
  #takeDetails(html: string, blocks: readonly RootContent[], depth: number): Taken | undefined {
    const details = readDetails(html, blocks);
    if (!details) {
      return undefined;
    }
    const { summary, inner, line } = details;
    const label = this.labels.read(summary);
    const parts = label
      ? this.#announced(label, line, summary, inner, depth)
      : owned(this.read(inner, false, depth + 1), isInvitation(summary) ? '' : summary, line);
    return parts.some(label ? hasSubstance : hasPoints) ? { parts, count: inner.length + 2 } : undefined;
  }
}

function one(parts: readonly BodyPart[] | undefined): Taken | undefined {
  return parts && parts.length > 0 ? { parts, count: 1 } : undefined;
}

/** Parts that were read from two blocks. */
function both(parts: readonly BodyPart[]): Taken | undefined {
  return parts.length > 0 ? { parts, count: 2 } : undefined;
}

function endsInColon(block: RootContent | undefined): boolean {
  return block !== undefined && /[:：]$/u.test(plainText(block));
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

/** A point's own line as a paragraph, and the explanation that is nested under it. */
function pointBlocks(own: readonly ReadPoint[], rest: readonly RootContent[]): RootContent[] {
  const inline = own.flatMap(({ content }) => content);
  return rest.length === 0 ? inline : [{ type: 'paragraph', children: inline as PhrasingContent[] }, ...rest];
}

function firstLine(node: RootContent): number {
  return node.position?.start.line ?? 1;
}
