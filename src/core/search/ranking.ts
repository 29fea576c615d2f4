import type { NamePattern } from './namePattern.js';
import { editCost } from './nearness.js';
import type { SearchMatch } from './searchResult.js';

/**
 * How well a query meets a name, by how people mean it: lower is better. Between two levels there is room for what tells
 * two matches of one level apart.
 */
export const levels = {
  exact: 0,
  prefix: 1,
  /** The whole name, but for a particle behind it. */
  stem: 2,
  wordStart: 3,
  /** All initials of a name: they are a name of their own. */
  initials: 4,
  /** The whole name, as typed on the other layout. */
  keyboard: 5,
  substring: 6,
  /** All words begin words of the name, in another order or with others between. */
  words: 6.5,
  /** Some of the initials, or only two. */
  someInitials: 7,
  choseong: 8,
  partOfStem: 9,
  partOfKeyboard: 10,
  typo: 11,
  /** Near by fuse.js's judgement alone. */
  far: 12,
} as const;

const worstLevel = 13;

/** Scores of names end here; those of texts begin. */
export const textScore = 0.95;

/** A name that a query found, before it is a result. */
export interface Candidate {
  readonly level: number;
  readonly match: SearchMatch;
  readonly pattern: NamePattern;
  /** One of `nameKinds`. */
  readonly kind: number;
  /** How recently and often the concept was opened; 0 for never. */
  readonly frecency: number;
  /** Units of the name's key. */
  readonly length: number;
  /** The name's place among the concept's. */
  readonly number: number;
  /** The name's place among all. */
  readonly order: number;
  readonly slot: number;
  /** The concept's place in its note. */
  readonly concept: number;
}

/**
 * Orders two candidates: the better match; title before written alias before derived one; what was opened recently and
 * often; the shorter name; the concept's first names; note order.
 *
 * @returns Below 0 where the first comes first; never 0 for two names.
 */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    a.level - b.level ||
    a.kind - b.kind ||
    b.frecency - a.frecency ||
    a.length - b.length ||
    a.number - b.number ||
    a.order - b.order
  );
}

/**
 * The level of a typo.
 *
 * @param cost Twice the edits.
 * @param isWhole Whether all of the name was compared, not just its beginning.
 * @param isAtStart Whether the name was compared from its first word on.
 */
export function typoLevel(cost: number, isWhole: boolean, isAtStart: boolean): number {
  return levels.typo + Math.min(0.9, (cost / editCost) * 0.1) + (isWhole ? 0 : 0.02) + (isAtStart ? 0 : 0.01);
}

/** What a level is worth as the score of a result: 0 for the best, below `textScore` for the worst. */
export function scoreOf(level: number): number {
  return Math.min(level / worstLevel, 0.999) * textScore;
}
