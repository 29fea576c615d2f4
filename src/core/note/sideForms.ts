import type { Heading, Root } from 'mdast';
import type { Concept, Section, Side } from './model.js';
import { oppositeLabel } from './oppositeLabel.js';

/** What is to be written into a note: the label of a side and the beginning of a point. */
export interface Insertion {
  /** The line behind which it goes, 1-based; 0 for the top of the note. */
  readonly line: number;
  /** Its lines; none where they are there already. */
  readonly added: readonly string[];
  /** The line, when they are there, at whose end the point is to be typed. */
  readonly pointLine: number;
}

/** Indentation and marks of quotations, and the mark of a list item or a heading. */
const beginning = /^([\s>]*)((?:[-*+]|\d+[.)]|#+)\s+)?/u;

/**
 * The forms in which the side that a concept lacks may be written, the best first: like the side that is there, then as
 * a heading below the concept's.
 *
 * @param root The note's syntax tree.
 * @param lines The note's lines.
 * @param concept The concept.
 * @param section The section of the side that is there beside which the other goes.
 * @param side The side that is missing.
 */
export function sideForms(
  root: Root,
  lines: readonly string[],
  concept: Concept,
  section: Section,
  side: Side,
): Insertion[] {
  const isFirst = side === 'pros';
  const other = isFirst ? 'cons' : 'pros';
  const lineAt = (line: number): string => lines[line - 1] ?? '';
  const start = section.line;
  const label = lineAt(start);
  const point = concept[other].find(({ line }) => line >= start);
  const isInline = point?.line === start;
  const headings = root.children.filter((node) => node.type === 'heading');
  const headingAt = (line: number): Heading | undefined => headings.find((node) => node.position?.start.line === line);
  const endOfLabel = (line: number): number => headingAt(line)?.position?.end.line ?? line;
  const heading = headingAt(start);
  const labelEnd = endOfLabel(start);

  // Where a point stands on the label's line, what is nested below is its explanation.
  let end = section.endLine;
  while (isInline && lineAt(end + 1).search(/\S/u) > label.search(/\S/u)) {
    end += 1;
  }
  if (heading) {
    const next = headings.slice(headings.indexOf(heading) + 1).find(({ depth }) => depth <= heading.depth);
    end = next?.position?.start.line ?? lines.length + 1;
    do {
      end -= 1;
    } while (/^(?:-{3,})?\s*$/u.test(lineAt(end)));
  }

  const [, indent = '', mark = '- '] = beginning.exec(isInline ? '' : lineAt(point?.line ?? 0)) ?? [];
  const below = [...ifBlank(lineAt(labelEnd + 1)), indent + mark];
  // The label alone, without the point on its line and what makes that bold.
  const before = isInline
    ? label.slice(0, label.indexOf(point.text.split(' ')[0] ?? '')).replace(/(?<=\s)[*_~`[]+$/u, '')
    : label;
  const [pros, cons] = /\p{sc=Hangul}/u.test(concept.title + label) ? ['장점', '단점'] : ['Pros', 'Cons'];
  const word = isFirst ? pros : cons;
  const rest = isInline ? [] : [...lines.slice(start, labelEnd), ...below];
  const form = (
    text: readonly string[],
    gap = [''],
    line = isFirst ? start - 1 : end,
    isAbove = isFirst,
  ): Insertion => {
    const added = isAbove ? [...text, ...gap] : [...gap, ...text];
    const place = isAbove ? line - added.length : line;
    const height = isAbove ? text.length : added.length;
    const there = lines.slice(place, place + added.length).join('\n');
    return there.trimEnd() === added.join('\n').trimEnd()
      ? { line, added: [], pointLine: place + height }
      : { line, added, pointLine: line + height };
  };
  const isItem = !heading && beginning.exec(label)?.[2] !== undefined;
  const own = concept.sections.find(({ role }) => role === side);
  return [
    ...(own ? [form(below, [], endOfLabel(own.line), false)] : []),
    ...[oppositeLabel(before, other, side), before.replace(section.label, word)].map((text) =>
      form([text, ...rest], isItem ? [] : ifBlank(lineAt(start - 1))),
    ),
    form([`${'#'.repeat(concept.level + 1)} ${word}`, '', '- ']),
  ];
}

function ifBlank(line: string): string[] {
  return /^[\s>]*$/u.test(line) ? [line] : [];
}
