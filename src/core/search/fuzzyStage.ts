import Fuse from 'fuse.js/basic';
import { EditDistance, longestWord } from './editDistance.js';
import { stringOf } from './keyText.js';
import { bitCount, letterMask } from './letterMask.js';
import type { NameIndex } from './nameIndex.js';
import { namePortions, type NameSegment } from './nameSegment.js';
import { unitsOf } from './namePattern.js';
import { pairColumnsOf } from './pairColumns.js';
import { TopList } from './topList.js';

/** How fuse.js judges a name: the share of wrong letters, wherever in the name the query is found. */
export const fuseOptions = { threshold: 0.4, ignoreLocation: true, includeScore: true } as const;

/** What fuse.js takes for the smallest score of a name that is not the query itself. */
const leastScore = 0.001;

/** More than what rounding adds to a score, and less than what one letter does. */
const rounding = 1e-9;

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
  /** Names need not be told of that lack more pairs of neighbouring letters; all are told of if not given. */
  readonly mostPairsLost?: number;
  /** Keys whose pairs a name may have instead; none if not given. */
  readonly alsoHaving?: readonly string[];
  /** Names with longer keys are passed over altogether. */
  readonly longest?: number;
}

/** Units that are compared before a step ends: about half a millisecond. */
const unitsOfStep = 80_000;

/** What a name must keep to, so as to be looked at. */
interface Bounds {
  readonly mostErrors: number;
  readonly longest: number;
  /** Columns of the query's pairs of letters. */
  readonly pairs: readonly number[];
  readonly mostPairsLost: number;
  /** Columns of pairs that a name may have instead. */
  readonly others: readonly (readonly number[])[];
}

/** One piece of the query. fuse.js cuts long ones in pieces of 32, the last of which overlaps. */
interface Piece {
  readonly length: number;
  /** Letter masks: of all its letters, and of those that it has twice. */
  readonly latin: number;
  readonly hangul: number;
  readonly latinTwice: number;
  readonly hangulTwice: number;
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
  /** Names of a segment that may be near, and how many letters of the query each lacks at least. */
  #names = new Int32Array(0);
  #bounds = new Int32Array(0);

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
  *steps(query: string, options: FuzzyOptions): Generator<void, FuzzyName[], undefined> {
    const { limit, worst = 1, onName, longest = Infinity } = options;
    const pieces = this.#piecesOf(query);
    const pairs = pairColumnsOf(unitsOf(query));
    const others = (options.alsoHaving ?? []).map((key) => pairColumnsOf(unitsOf(key)));
    const best = new TopList<FuzzyName>(limit, byScore);
    const errorScore = 1 / pieces.reduce((sum, { length }) => sum + length, 0);
    let bar = worst;
    let units = 0;
    for (const { segment, first, end } of namePortions(this.#index.segments)) {
      const { starts } = segment;
      const mostErrors = (bar + rounding) / errorScore;
      const found = this.#likely(segment, first, end, pieces, {
        mostErrors,
        longest,
        pairs,
        others,
        mostPairsLost: mostPairsLost(pieces, mostErrors, options),
      });
      for (let place = 0; place < found; place += 1) {
        const name = this.#names[place] ?? 0;
        const missing = this.#bounds[place] ?? 0;
        if (missing * errorScore > bar + rounding) {
          continue;
        }
        units += pieces.length * ((starts[name + 1] ?? 0) - (starts[name] ?? 0));
        const score = scoreIn(pieces, query, segment, name);
        if (score <= bar && score <= (best.bar?.score ?? 1)) {
          const order = this.#index.orderOf(segment, name);
          // Most are as good as the worst and come later.
          if (!best.bar || score < best.bar.score || order < best.bar.order) {
            best.offer({ segment, name, order, score });
          }
          bar = onName ? worst : Math.min(worst, best.bar?.score ?? worst);
        }
        if (onName && (score <= 1 || missing === 0)) {
          onName(segment, name, missing, score);
        }
      }
      units += end - first;
      if (units > unitsOfStep) {
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

  /** Lists the names of a portion that have no more than some letters wrong, as far as that is seen at a glance. */
  #likely(
    segment: NameSegment,
    first: number,
    end: number,
    pieces: readonly Piece[],
    { mostErrors, longest, pairs, mostPairsLost: most, others }: Bounds,
  ): number {
    const { notes, starts, latin, hangul } = segment;
    if (this.#names.length < end - first) {
      this.#names = new Int32Array(end - first);
      this.#bounds = new Int32Array(end - first);
    }
    const names = this.#names;
    const bounds = this.#bounds;
    const listed = segment.pairs.lackingFew(first, end, pairs, most, others, names);
    let found = 0;
    for (let place = 0; place < listed; place += 1) {
      const name = names[place] ?? 0;
      const length = (starts[name + 1] ?? 0) - (starts[name] ?? 0);
      if (length > longest) {
        continue;
      }
      const noLatin = ~(latin[name] ?? 0);
      const noHangul = ~(hangul[name] ?? 0);
      let bound = 0;
      for (const piece of pieces) {
        const missing =
          setBits(piece.latin & noLatin) +
          setBits(piece.hangul & noHangul) +
          setBits(piece.latinTwice & noLatin) +
          setBits(piece.hangulTwice & noHangul);
        bound += Math.max(missing, piece.length - length);
      }
      if (bound <= mostErrors && (notes[name] ?? -1) >= 0) {
        names[found] = name;
        bounds[found] = bound;
        found += 1;
      }
    }
    return found;
  }

  #piecesOf(query: string): Piece[] {
    return cutLikeFuse(query).map((text, place) => {
      const units = unitsOf(text);
      const twice = units.filter((unit, at) => units.indexOf(unit) !== at);
      const mask = letterMask(units, 0, units.length);
      const maskOfTwice = letterMask(twice, 0, twice.length);
      const distance = (this.#distances[place] ??= new EditDistance(new Int32Array(1 << 16)));
      distance.setPattern(text);
      return {
        length: text.length,
        latin: mask.latin,
        hangul: mask.hangul,
        latinTwice: maskOfTwice.latin,
        hangulTwice: maskOfTwice.hangul,
        mostErrors: errorsWithin(text.length),
        distance,
      };
    });
  }
}

/** The most pairs that a name lacks which counts: an error costs two, and where pieces meet there is one of neither. */
function mostPairsLost(
  pieces: readonly Piece[],
  mostErrors: number,
  { onName, mostPairsLost: told }: FuzzyOptions,
): number {
  const [{ mostErrors: within } = { mostErrors: 0 }] = pieces;
  const errors = pieces.length === 1 ? Math.min(within, Math.floor(mostErrors)) : Math.floor(mostErrors);
  const lost = 2 * errors + pieces.length - 1;
  return onName ? Math.max(lost, told ?? Infinity) : lost;
}

/** More than any score: fuse.js would not find the name. */
const notFound = 2;

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
