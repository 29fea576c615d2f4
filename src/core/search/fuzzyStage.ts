import Fuse from 'fuse.js/basic';
import { EditDistance, longestWord } from './editDistance.js';
import { stringOf } from './keyText.js';
import { bitCount, letterMask, type LetterMask } from './letterMask.js';
import type { NameIndex } from './nameIndex.js';
import type { NameSegment } from './nameSegment.js';
import { TopList } from './topList.js';

/** How fuse.js judges a name: the share of wrong letters, wherever in the name the query is found. */
export const fuseOptions = { threshold: 0.4, ignoreLocation: true, includeScore: true } as const;

/** What fuse.js takes for the smallest score of a name that is not the query itself. */
const leastScore = 0.001;

/** A name that fuse.js has judged, or is to judge. */
export interface FuzzyName {
  readonly segment: NameSegment;
  /** The name's place in the segment. */
  readonly name: number;
  /** Its place in the order of all names. */
  readonly order: number;
  /** 0 (the same) to 0.4. */
  readonly score: number;
}

/** What a search with the fuzzy stage may ask for. */
export interface FuzzyOptions {
  /** The most names to give. */
  readonly limit: number;
  /** The worst score of interest; that of fuse.js's threshold and beyond if not given. */
  readonly worst?: number;
  /**
   * Learns of every name that fuse.js would find and that may have a score of interest, and of those that have all letters
   * of the query: where it lies, how many letters it lacks at least, and its score; above 1 where fuse.js would not find it.
   */
  readonly onName?: (segment: NameSegment, name: number, missing: number, score: number) => void;
}

/** Units that are compared before a step ends: about two milliseconds. */
const unitsOfStep = 400_000;

/** One piece of the query. fuse.js cuts long ones in pieces of 32, the last of which overlaps. */
interface Piece {
  readonly length: number;
  readonly mask: LetterMask;
  /** Letters that it has twice. */
  readonly twice: LetterMask;
  /** Most wrong letters under the threshold. */
  readonly mostErrors: number;
  readonly distance: EditDistance;
}

/**
 * Finds the names that plain fuse.js would rank first, without having it look at all of them.
 *
 * With `ignoreLocation`, the score of a name is its distance from the query (Levenshtein's, to the nearest stretch of the
 * name) by the query's length. Letters of the query that a name lacks are a lower bound of it, by which most names are passed
 * over; the distance of the others takes Myers' algorithm. fuse.js then judges those that are among the best.
 */
export class FuzzyStage {
  readonly #index: NameIndex;
  /** One for each piece of the longest query so far. */
  readonly #distances: EditDistance[] = [];

  /** @param index The names. */
  constructor(index: NameIndex) {
    this.#index = index;
  }

  /**
   * Finds the best names, in steps.
   *
   * @param query The key of the query, not empty.
   * @returns Yields between steps; returns as plain fuse.js, by its own score and the order of names.
   */
  *steps(query: string, { limit, worst = 1, onName }: FuzzyOptions): Generator<void, FuzzyName[], undefined> {
    const pieces = this.#piecesOf(query);
    const best = new TopList<FuzzyName>(limit, byScore);
    const errorScore = 1 / pieces.reduce((sum, { length }) => sum + length, 0);
    let bar = worst;
    let units = 0;
    for (const segment of this.#index.segments) {
      const { starts, notes, latin, hangul, count } = segment;
      for (let name = 0; name < count; name += 1) {
        const bound = missingLetters(pieces, latin[name] ?? 0, hangul[name] ?? 0);
        if (bound * errorScore > bar || (notes[name] ?? -1) < 0) {
          continue;
        }
        units += (starts[name + 1] ?? 0) - (starts[name] ?? 0);
        const score = scoreIn(pieces, query, segment, name);
        if (score <= bar) {
          best.offer({ segment, name, order: this.#index.orderOf(segment, name), score });
          bar = onName ? worst : Math.min(worst, best.bar?.score ?? worst);
        }
        if (onName && (score <= 1 || bound === 0)) {
          onName(segment, name, bound, score);
        }
      }
      if (units * pieces.length > unitsOfStep) {
        units = 0;
        yield;
      }
    }
    return judged(query, best.sorted());
  }

  /** The same at once. */
  top(query: string, options: FuzzyOptions): FuzzyName[] {
    const steps = this.steps(query, options);
    let step = steps.next();
    while (step.done !== true) {
      step = steps.next();
    }
    return step.value;
  }

  #piecesOf(query: string): Piece[] {
    return cutLikeFuse(query).map((text, place) => {
      const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
      const twice = units.filter((unit, at) => units.indexOf(unit) !== at);
      const distance = (this.#distances[place] ??= new EditDistance(new Int32Array(1 << 16)));
      distance.setPattern(text);
      return {
        length: text.length,
        mask: letterMask(units, 0, units.length),
        twice: letterMask(twice, 0, twice.length),
        mostErrors: errorsWithin(text.length),
        distance,
      };
    });
  }
}

/** More than any score: fuse.js would not find the name. */
const notFound = 2;

/** How many letters of the query a name lacks at least. */
function missingLetters(pieces: readonly Piece[], latin: number, hangul: number): number {
  let count = 0;
  for (let place = 0; place < pieces.length; place += 1) {
    const piece = pieces[place];
    if (piece) {
      const { mask, twice } = piece;
      count += setBits(mask.latin & ~latin) + setBits(mask.hangul & ~hangul);
      count += setBits(twice.latin & ~latin) + setBits(twice.hangul & ~hangul);
    }
  }
  return count;
}

function setBits(bits: number): number {
  return bits === 0 ? 0 : bitCount(bits);
}

/** The score that fuse.js would give. */
function scoreIn(pieces: readonly Piece[], query: string, segment: NameSegment, name: number): number {
  const start = segment.starts[name] ?? 0;
  const end = segment.starts[name + 1] ?? 0;
  let total = 0;
  let isFound = false;
  for (const { distance, mostErrors, length } of pieces) {
    const errors = distance.to(segment.units, start, end);
    const isNear = errors <= mostErrors;
    isFound ||= isNear;
    total += isNear ? Math.max(leastScore, errors / length) : 1;
  }
  if (!isFound) {
    return notFound;
  }
  return end - start === query.length && stringOf(segment.units, start, end) === query ? 0 : total / pieces.length;
}

function cutLikeFuse(query: string): string[] {
  const cut: string[] = [];
  for (let start = 0; start + longestWord <= query.length; start += longestWord) {
    cut.push(query.slice(start, start + longestWord));
  }
  return query.length % longestWord === 0 ? cut : [...cut, query.slice(-longestWord)];
}

/** By the same division as fuse.js, for the sake of the last bit. */
function errorsWithin(length: number): number {
  let errors = 0;
  while ((errors + 1) / length <= fuseOptions.threshold && errors + 1 < length) {
    errors += 1;
  }
  return errors;
}

/** Has fuse.js judge the names: what it does not find is left out. */
function judged(query: string, names: readonly FuzzyName[]): FuzzyName[] {
  const ordered = [...names].sort((a, b) => a.order - b.order);
  const keys = ordered.map(({ segment, name }) => {
    return stringOf(segment.units, segment.starts[name] ?? 0, segment.starts[name + 1] ?? 0);
  });
  const records = keys.map((key, place) => ({ v: key, i: place, n: 1 }));
  const fuse = new Fuse(keys, fuseOptions, Fuse.parseIndex<string>({ keys: [], records }));
  return fuse.search(query).flatMap(({ refIndex, score }) => {
    const found = ordered[refIndex];
    return found && score !== undefined ? [{ ...found, score }] : [];
  });
}

function byScore(a: FuzzyName, b: FuzzyName): number {
  return a.score - b.score || a.order - b.order;
}
