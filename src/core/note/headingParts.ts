import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { hasPoints } from './bodyPart.js';
import { Breaks } from './breaks.js';
import type { BodyReader } from './bodyReader.js';
import type { Label, LabelReader } from './label.js';
import { isReference } from './lineLabel.js';
import { firstLine } from './nodeLines.js';
import type { Steps } from '../steps.js';
import { plainText } from './plainText.js';
import { holdPoints, type ReadPoint } from './points.js';

/** How much of a block of code is searched for a heading's word, in characters. */
const longestCode = 2_000;

const noItems: readonly ReadPoint[] = [];

/** A heading with what stands under it, up to the next heading of any level. */
export interface HeadingPart {
  /** Nothing for what stands above the first heading. */
  readonly heading: Heading | undefined;
  readonly text: string;
  readonly level: number;
  readonly blocks: readonly RootContent[];
  /** What the heading announces, if it is a label. */
  label: Label | undefined;
  /** Points that sub-headings of a label are. */
  readonly items: readonly ReadPoint[];
}

/**
 * Cuts a note at its headings, and says which of them are labels.
 *
 * @param root The note's syntax tree.
 * @param body Reads what stands under a heading.
 */
export function* readHeadingParts(root: Root, body: BodyReader): Steps<HeadingPart[]> {
  const cut = yield* cutAtHeadings(root);
  const hasContra = (): boolean => cut.some(({ text }) => /^\W*(?:cons?|contras?|kontra|contro)\W*$/iu.test(text));
  const parts: HeadingPart[] = [];
  const breaks = new Breaks();
  for (let index = 0; index < cut.length; index += 1) {
    const part = cut[index];
    if (!part) {
      break;
    }
    const isPlan = /pro/iu.test(part.text) && /^\W*pro\W*$/iu.test(part.text) && !hasContra();
    const label = part.heading && !isPlan ? headingLabel(part, () => subHeadings(cut, index), body) : undefined;
    const items =
      label && isSide(label) && !holdPoints(part.blocks) ? itemsOf(subHeadings(cut, index), body.labels) : noItems;
    const { heading, text, level, blocks } = part;
    parts.push({ heading, text, level, blocks, label, items });
    index += items.length;
    if (breaks.isDue(firstLine(heading))) {
      yield;
    }
  }
  labelOpposites(parts, body);
  return parts;
}

/** Headings such as `Risks` are labels where a label for pros stands before them on their level. */
function labelOpposites(parts: readonly HeadingPart[], body: BodyReader): void {
  /** For each level whether the heading that is open there is a label for pros. */
  const open: boolean[] = [];
  for (const part of parts) {
    if (part.heading) {
      const opposite = open[part.level] === true && !part.label ? body.labels.besidePros.read(part.text) : undefined;
      part.label ??= opposite?.role === 'cons' && opposite.isExact ? opposite : undefined;
      open.fill(false, part.level);
      open[part.level] = part.label?.role === 'pros';
    }
  }
}

type CutPart = Omit<HeadingPart, 'label' | 'items'>;

function* cutAtHeadings(root: Root): Steps<CutPart[]> {
  let blocks: RootContent[] = [];
  const parts: CutPart[] = [{ heading: undefined, text: '', level: 0, blocks }];
  const breaks = new Breaks();
  for (const node of root.children) {
    if (node.type === 'heading') {
      blocks = [];
      parts.push({ heading: node, text: plainText(node), level: node.depth, blocks });
      if (breaks.isDue(firstLine(node))) {
        yield;
      }
    } else if (node.type !== 'yaml' && node.type !== 'definition') {
      blocks.push(node);
    }
  }
  return parts.filter((part) => !part.heading || part.text !== '' || part.blocks.length > 0);
}

/** The parts behind one that lie below its heading. */
function subHeadings(parts: readonly CutPart[], index: number): CutPart[] {
  const level = parts[index]?.level ?? 0;
  const behind = parts.slice(index + 1, index + 65);
  const end = behind.findIndex((part) => part.level <= level);
  return end < 0 ? behind : behind.slice(0, end);
}

/** The label that a heading is: a label word alone always, one with other words only where points follow. */
function headingLabel(part: CutPart, below: () => readonly CutPart[], body: BodyReader): Label | undefined {
  const isName = part.text === '' || isReference(part.heading?.children ?? []) || isInCode(part);
  const label = isName ? undefined : body.labels.read(part.text);
  if (!label) {
    return undefined;
  }
  if (label.role === 'both') {
    const isAnnounced = label.isExact && label.rest === '';
    return isAnnounced ||
      body.read(part.blocks, true).some(hasPoints) ||
      below().some(({ text }) => isSideHeading(text, body.labels))
      ? label
      : undefined;
  }
  if (!isSide(label)) {
    return label.isExact && (label.rest === '' || label.role === 'example') ? label : undefined;
  }
  if (label.isExact) {
    return label;
  }
  return holdPoints(part.blocks) || itemsOf(below(), body.labels).length > 0 ? label : undefined;
}

/** Below a heading `cons`, code that says `cons` tells that it is the name of a function. */
function isInCode({ text, blocks }: CutPart): boolean {
  if (!/^[a-z]{3,10}$/u.test(text)) {
    return false;
  }
  const word = new RegExp(`(?:^|[^a-z])${text}(?:[^a-z]|$)`, 'u');
  const isCode = (node: Nodes): boolean =>
    (node.type === 'inlineCode' || node.type === 'code') && word.test(node.value.slice(0, longestCode));
  return blocks.some(
    (block) => isCode(block) || (block.type === 'paragraph' && block.children.some((node) => isCode(node))),
  );
}

function isSide({ role }: Label): boolean {
  return role === 'pros' || role === 'cons';
}

function isSideHeading(text: string, labels: LabelReader): boolean {
  const label = labels.read(text);
  return label !== undefined && isSide(label);
}

/** Sub-headings of a label are its points, unless one of them is a label itself. */
function itemsOf(below: readonly CutPart[], labels: LabelReader): ReadPoint[] {
  const depth = Math.min(...below.map(({ level }) => level));
  if (below.length === 0 || below.some(({ text, level }) => level !== depth || text === '' || labels.read(text))) {
    return [];
  }
  return below.flatMap(({ heading, text, blocks }): ReadPoint[] => {
    return heading
      ? [
          {
            point: { line: firstLine(heading), text },
            content: [{ type: 'paragraph', children: heading.children }, ...blocks],
          },
        ]
      : [];
  });
}
