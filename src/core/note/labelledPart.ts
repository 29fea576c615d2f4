import type { RootContent } from 'mdast';
import type { LabelledPart } from './bodyPart.js';
import type { Label } from './label.js';
import type { ReadPoint } from './points.js';

/**
 * Makes a part of what a label announces.
 *
 * @param label The label.
 * @param line Its line, 1-based.
 * @param text The label as written.
 * @param blocks What it announces.
 * @param points The points in that.
 */
export function labelledPart(
  { role, subject }: Label,
  line: number,
  text: string,
  blocks: readonly RootContent[],
  points: readonly ReadPoint[],
): LabelledPart {
  const label = role === 'pros' || role === 'cons' ? (/^[^:：]+/u.exec(text)?.[0] ?? text).trim() : text;
  // A list of questions says nothing: it asks.
  const isAsked = points.length > 0 && points.every(({ point }) => /[?？]$/u.test(point.text));
  return { kind: 'labelled', role, label, line, subject, blocks, points: isAsked ? [] : points };
}
