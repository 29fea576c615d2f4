import type { Blockquote, Html, List, ListItem, Paragraph, RootContent } from 'mdast';
import { sentenceLabel } from './announcement.js';
import { hasPoints, hasSubstance, joined, type BodyPart } from './bodyPart.js';
import { readCallout } from './callout.js';
import { isInvitation, readDetails, textOfTag } from './details.js';
import { followers, upToTitle } from './followers.js';
import type { Label, LabelReader } from './label.js';
import { inlinePoint, isReference, isStrong, lastItemLabel, lineLabel } from './lineLabel.js';
import { markedRole, reasonRole, withoutMark } from './mark.js';
import { labelledPart } from './labelledPart.js';
import { marked, markedLines, plusAndMinus } from './markedParts.js';
import { firstLine } from './nodeLines.js';
import { plainText } from './plainText.js';
import { itemPoint, linesAsPoints, pointBlocks, readPoints, type ReadPoint } from './points.js';
import { isWrapped, paragraphOf, sourceLines, type SourceLine } from './sourceLines.js';
import { readTable } from './tableParts.js';

/** Deepest nesting of lists and quotes that is searched for labels. */
const deepest = 12;

/** How many blocks a label may announce: all that are looked at for one, so that the cost grows as the blocks do. */
const farthest = 256;

const noParts: readonly BodyPart[] = [];
const noBlocks: readonly RootContent[] = [];

/** Parts that were read from the first few of some blocks. */
interface Taken {
  readonly parts: readonly BodyPart[];
  readonly count: number;
}

/** The lines of a paragraph, and the labels that they begin with. */
interface LabelledLines {
  readonly lines: readonly SourceLine[];
  readonly starts: readonly (Label | undefined)[];
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
    const parts = this.#parts(blocks, isBoth, depth);
    // Opposite of pros, words such as `risks` are labels too.
    const hasPros = parts.some((part) => part.kind === 'labelled' && part.role === 'pros' && hasPoints(part));
    const beside = hasPros ? this.labels.besidePros : this.labels;
    return beside === this.labels ? parts : new BodyReader(beside).#parts(blocks, isBoth, depth);
  }

  #parts(blocks: readonly RootContent[], isBoth: boolean, depth: number): BodyPart[] {
    const parts: BodyPart[] = [];
    let index = 0;
    for (let block = blocks[index]; block; block = blocks[index]) {
      const behind = blocks.slice(index + 1, index + farthest);
      const taken = depth < deepest ? this.#takeLabelled(block, behind, isBoth, depth) : undefined;
      if (taken) {
        taken.parts.forEach((part) => parts.push(part));
      } else {
        parts.push({ kind: 'plain', blocks: [block] });
      }
      index += taken?.count ?? 1;
    }
    return parts.length > 1 ? joined(parts) : parts;
  }

  #takeLabelled(first: RootContent, behind: readonly RootContent[], isBoth: boolean, depth: number): Taken | undefined {
    switch (first.type) {
      case 'paragraph':
        return this.#takeParagraph(first, behind, isBoth, depth);
      case 'list':
        return (
          both(isBoth ? plusAndMinus([first, ...behind]) : []) ??
          this.#takeSplitList(first, behind, isBoth, depth) ??
          one(this.#readList(first, isBoth, depth))
        );
      case 'table':
        return one(readTable(first, this.labels));
      case 'blockquote':
        return one(this.#readQuote(first, isBoth, depth));
      case 'html':
        return this.#takeDetails(first.value, [first, ...behind], depth) ?? this.#takeHtmlLabel(first, behind, depth);
      default:
        return undefined;
    }
  }

  /** A paragraph that is, has or announces labels, or marks of sides. */
  #takeParagraph(
    paragraph: Paragraph,
    behind: readonly RootContent[],
    isBoth: boolean,
    depth: number,
  ): Taken | undefined {
    const lines = sourceLines(paragraph.children, firstLine(paragraph));
    const starts = lines.map((line) => lineLabel(line, this.labels));
    if (starts.some((label) => label?.isExact)) {
      return this.#takeLineLabels(paragraph, { lines, starts }, behind, depth);
    }
    return (
      this.#takeTitle(lines, starts[0], behind, depth) ??
      this.#takeAnnouncement(paragraph, { lines, starts }, behind, depth) ??
      (isBoth ? this.#takeMarks(lines, behind) : undefined)
    );
  }

  /** A line that is a label announces what follows it in the paragraph and, if nothing does, the blocks behind it. */
  #takeLineLabels(
    paragraph: Paragraph,
    { lines, starts }: LabelledLines,
    behind: readonly RootContent[],
    depth: number,
  ): Taken | undefined {
    const parts: BodyPart[] = [];
    let count = 1;
    const heads = starts.flatMap((label, index) => (label?.isExact ? [index] : []));
    const before = lines.slice(0, heads[0] ?? 0);
    if (before.length > 0) {
      parts.push({ kind: 'plain', blocks: [paragraphOf(paragraph, before)] });
    }
    heads.forEach((start, place) => {
      const end = heads[place + 1] ?? lines.length;
      const [label, head] = [starts[start], lines[start]];
      if (!label || !head) {
        return;
      }
      const own = [...inlinePoint(head, label), ...linesAsPoints(paragraph, lines.slice(start + 1, end))];
      if (own.length > 0 || end < lines.length) {
        parts.push(labelledPart(label, head.line, head.text, [], own));
        return;
      }
      const isSaid = label.hasColon && label.rest !== '' && !/[:：]$/u.test(head.text);
      const follow = isSaid ? [] : followers(behind, isStrong(head), label.role === 'both', this.labels);
      count += follow.length;
      parts.push(...this.#announced(label, head.line, head.text, follow, depth));
    });
    return parts.some(hasSubstance) ? { parts, count } : undefined;
  }

  /** `**What are the pros and cons of X?**` titles all up to the next bold line. */
  #takeTitle(
    [line, ...more]: readonly SourceLine[],
    label: Label | undefined,
    behind: readonly RootContent[],
    depth: number,
  ): Taken | undefined {
    if (!line || more.length > 0 || label?.role !== 'both' || label.subject === '') {
      return undefined;
    }
    const follow = upToTitle(behind, this.labels);
    const parts = this.#announced(label, line.line, line.text, follow, depth);
    return parts.some(hasPoints) ? { parts, count: 1 + follow.length } : undefined;
  }

  /** A paragraph whose last sentence announces the list behind it. */
  #takeAnnouncement(
    paragraph: Paragraph,
    { lines, starts }: LabelledLines,
    [list]: readonly RootContent[],
    depth: number,
  ): Taken | undefined {
    if (list?.type !== 'list' && list?.type !== 'table') {
      return undefined;
    }
    const [line, start] = [lines.at(-1), starts.at(-1)];
    const sentence = isWrapped(lines) ? plainText(paragraph) : (line?.text ?? '');
    const label = start && start.subject !== '' ? start : (sentenceLabel(sentence, this.labels) ?? start);
    if (!line || !label || !(list.type === 'list' || label.role === 'both')) {
      return undefined;
    }
    const parts = this.#announced(label, line.line, line.text, [list], depth);
    const plain: BodyPart = { kind: 'plain', blocks: [paragraph] };
    return parts.some(hasSubstance) ? { parts: [plain, ...parts], count: 2 } : undefined;
  }

  /** Lines that each have the mark of their side, or nothing but a mark, which then announces what is behind it. */
  #takeMarks(lines: readonly SourceLine[], behind: readonly RootContent[]): Taken | undefined {
    const [line, ...more] = lines;
    const side = line && more.length === 0 && withoutMark(line.text) === '' ? markedRole(line.text) : undefined;
    if (line && side) {
      const follow = followers(behind, true, false, this.labels);
      const points = readPoints(follow);
      const part: BodyPart = { ...marked(side, line.line), label: line.text, blocks: follow, points };
      return points.length > 0 ? { parts: [part], count: 1 + follow.length } : undefined;
    }
    const parts = markedLines(lines);
    return parts.length > 0 ? { parts, count: 1 } : undefined;
  }

  /** A label with the blocks that it announces. */
  #announced(label: Label, line: number, text: string, blocks: readonly RootContent[], depth: number): BodyPart[] {
    if (label.role === 'both') {
      const inner = this.read(blocks, true, depth + 1);
      return inner.some(hasSubstance) ? owned(inner, label.subject || label.rest, line) : [];
    }
    if (label.role === 'pros' || label.role === 'cons') {
      const nested = blocks.length === 1 && blocks[0]?.type === 'table' ? [] : readPoints(blocks);
      return [labelledPart(label, line, text, blocks, nested)];
    }
    return [labelledPart(label, line, text, blocks, [])];
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
        found.forEach((part) => parts.push(part));
      } else {
        plain.push(item);
      }
    }
    endPlain();
    return parts.some((part) => part.kind !== 'plain') ? parts : [];
  }

  #readItem(item: ListItem, isBoth: boolean, depth: number): readonly BodyPart[] {
    const [head] = item.children;
    if (head?.type !== 'paragraph' && head?.type !== 'heading') {
      return noParts;
    }
    const lines = sourceLines(head.children, firstLine(head));
    const [line] = lines;
    if (!line) {
      return noParts;
    }
    const rest = item.children.length > 1 ? item.children.slice(1) : noBlocks;
    const label = isReference(line.content)
      ? undefined
      : (this.labels.read(line.text) ?? sentenceLabel(line.text, this.labels));
    if (label && (label.isExact || rest.length > 0)) {
      const own = inlinePoint(line, label);
      const nested = head.type === 'paragraph' ? linesAsPoints(head, lines.slice(1)) : [];
      if (own.length > 0 && label.isExact) {
        return [
          labelledPart(label, line.line, line.text, [], [{ ...own[0], content: pointBlocks(own, rest) } as ReadPoint]),
        ];
      }
      if (nested.length > 0 && rest.length === 0) {
        return [labelledPart(label, line.line, line.text, [], nested)];
      }
      const parts = rest.length > 0 ? this.#announced(label, line.line, line.text, rest, depth) : [];
      if (parts.some(hasSubstance)) {
        return parts;
      }
    }
    const side = (isBoth ? markedRole(line.text) : undefined) ?? reasonRole(line.text);
    if (side && withoutMark(line.text) !== '') {
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
    if (isRead || !rest.some((block) => block.type === 'list' || block.type === 'blockquote')) {
      return noParts;
    }
    const inner = this.read(rest, isBoth, depth + 1);
    return inner.some(hasSubstance) ? [{ kind: 'named', name: line.text, line: line.line, parts: inner }] : noParts;
  }

  /** A label that ends one list announces the next: its items were meant to be nested, but are not indented enough. */
  #takeSplitList(list: List, behind: readonly RootContent[], isBoth: boolean, depth: number): Taken | undefined {
    const [next] = behind;
    const last = next?.type === 'list' ? lastItemLabel(list, this.labels) : undefined;
    if (!last || next?.type !== 'list') {
      return undefined;
    }
    const { label, line } = last;
    const before = list.children.slice(0, -1);
    const parts: BodyPart[] = before.length > 0 ? this.read([{ ...list, children: before }], isBoth, depth + 1) : [];
    return { parts: [...parts, ...this.#announced(label, line.line, line.text, [next], depth)], count: 2 };
  }

  /** `<h4>장점</h4>` */
  #takeHtmlLabel(html: Html, behind: readonly RootContent[], depth: number): Taken | undefined {
    const text = textOfTag(html.value);
    const label = this.labels.read(text);
    const follow = label?.isExact === true ? followers(behind, true, label.role === 'both', this.labels) : [];
    if (!label || follow.length === 0) {
      return undefined;
    }
    return { parts: this.#announced(label, firstLine(html), text, follow, depth), count: 1 + follow.length };
  }

  /** Obsidian's callouts are labels by their title, or by their type; other quotes are read as what they hold. */
  #readQuote(quote: Blockquote, isBoth: boolean, depth: number): BodyPart[] {
    const callout = readCallout(quote, this.labels);
    if (callout) {
      const { label, line, title, body } = callout;
      return label ? this.#announced(label, line, title, body, depth) : [];
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

/** Parts that belong to a subject which stands outside of them. */
function owned(parts: readonly BodyPart[], subject: string, line: number): BodyPart[] {
  return subject === '' ? [...parts] : [{ kind: 'named', name: subject, line, parts }];
}
