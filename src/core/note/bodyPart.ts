import type { RootContent } from 'mdast';
import type { LabelRole } from './labelWords.js';
import type { ReadPoint } from './points.js';

/** What stands under a heading, taken apart at its labels. */
export type BodyPart = PlainPart | LabelledPart | NamedPart;

/** Blocks that no label is about. */
export interface PlainPart {
  readonly kind: 'plain';
  readonly blocks: readonly RootContent[];
}

/** What a label is about. */
export interface LabelledPart {
  readonly kind: 'labelled';
  readonly role: LabelRole;
  /** The label as written. */
  readonly label: string;
  readonly line: number;
  /** What the label names as its subject; empty where it names none. */
  readonly subject: string;
  readonly blocks: readonly RootContent[];
  readonly points: readonly ReadPoint[];
}

/** A concept that is named by a list item or a row of a table, with parts of its own. */
export interface NamedPart {
  readonly kind: 'named';
  readonly name: string;
  readonly line: number;
  readonly parts: readonly BodyPart[];
}

/**
 * Whether a part says something: points of pros or cons, a label of another role, or a part within that does.
 *
 * @param part The part.
 */
export function hasSubstance(part: BodyPart): boolean {
  if (part.kind === 'named') {
    return part.parts.some(hasSubstance);
  }
  return part.kind === 'labelled' && (part.points.length > 0 || !['pros', 'cons', 'both'].includes(part.role));
}

/**
 * Whether a part holds points of pros or cons.
 *
 * @param part The part.
 */
export function hasPoints(part: BodyPart): boolean {
  return part.kind === 'named' ? part.parts.some(hasPoints) : part.kind === 'labelled' && part.points.length > 0;
}

/**
 * Makes plain parts that follow each other one.
 *
 * @param parts In document order.
 */
export function joined(parts: readonly BodyPart[]): BodyPart[] {
  const found: BodyPart[] = [];
  /** The blocks of the plain part that is open. */
  let open: RootContent[] | undefined;
  for (const part of parts) {
    if (part.kind !== 'plain') {
      open = undefined;
      found.push(part);
    } else if (open) {
      for (const block of part.blocks) {
        open.push(block);
      }
    } else {
      open = [...part.blocks];
      found.push({ kind: 'plain', blocks: open });
    }
  }
  return found;
}
