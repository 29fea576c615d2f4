import type { RootContent } from 'mdast';
import type { BodyPart, LabelledPart } from './bodyPart.js';
import { markedRole, withoutMark } from './mark.js';
import { firstLine } from './nodeLines.js';
import { readPoints } from './points.js';
import type { SourceLine } from './sourceLines.js';

/**
 * Lines under a label for both sides, each with a mark of its side.
 *
 * @param lines The lines of a paragraph.
 * @returns Nothing unless every line has one, and more than that.
 */
export function markedLines(lines: readonly SourceLine[]): BodyPart[] {
  const roles = lines.map(({ text }) => markedRole(text));
  if (!roles.every((role) => role !== undefined) || lines.some(({ text }) => withoutMark(text) === '')) {
    return [];
  }
  return lines.map((line, index): BodyPart => {
    const text = withoutMark(line.text);
    const content: RootContent[] = [{ type: 'text', value: text }];
    const points = [{ point: { line: line.line, text }, content }];
    return { ...marked(roles[index] ?? 'pros', line.line), blocks: [], points };
  });
}

/**
 * What all parts have that are told by a mark.
 *
 * @param role The side that the mark takes.
 * @param line 1-based.
 */
export function marked(role: 'pros' | 'cons', line: number): Omit<LabelledPart, 'blocks' | 'points'> {
  return { kind: 'labelled', role, label: '', line, subject: '' };
}

/**
 * A list with plus signs and the one with other bullets behind it.
 *
 * @param blocks Blocks under a label for both sides.
 */
export function plusAndMinus([plus, minus]: readonly RootContent[]): BodyPart[] {
  if (plus?.type !== 'list' || plus.data?.hasPlus !== true || minus?.type !== 'list') {
    return [];
  }
  return [
    { ...marked('pros', firstLine(plus)), blocks: [plus], points: readPoints([plus]) },
    { ...marked('cons', firstLine(minus)), blocks: [minus], points: readPoints([minus]) },
  ];
}
