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

/** Learns of every name that comes up on the way to the best; a score above 1 is that of one that fuse.js would not find. */
export type FuzzyListener = (segment: NameSegment, name: number, score: number) => void;

/** Units that are compared before a step ends: about two milliseconds. */
const unitsOfStep = 400_000;

/** One piece of the query. fuse.js cuts long ones in pieces of 32, the last of which overlaps. */
interface Piece {
  readonly text: string;
  readonly mask: LetterMask;
  /** Letters that it has twice. */
  readonly twice: LetterMask;
  /** Most wrong letters under the threshold. */
  readonly mostErrors: number;
}

/**
 * Finds the names that plain fuse.js would rank first, without having it look at all of them.
 *
 * With `ignoreLocation`, the score of a name is its distance from the query (Levenshtein's, to the nearest stretch of the
 * name) by the query's length. Letters of the query that a name lacks are a lower bound of it; the distance itself takes
 * Myers' algorithm. Names are taken by their lower bound, ascending, until no other one can be among the best; fuse.js then
 * judges those.
 */
export class FuzzyStage {
  readonly #index: NameIndex;
  #distance: EditDistance | undefined;

  /** @param index The names. */
  constructor(index: NameIndex) {
    this.#index = index;
  }

  /**
   * Finds the best names, in steps.
   *
   * @param query The key of the query, not empty.
   * @param limit The most names to give.
   * @param least Wrong letters up to which names are looked at even if the best are found already.
   * @param listener Told of each name that is looked at.
   * @returns Yields between steps; returns as plain fuse.js, by its own score and the order of names.
   */
  *steps(query: string, limit: number, least = 0, listener?: FuzzyListener): Generator<void, FuzzyName[], undefined> {
    const pieces = piecesOf(query);
    const best = new TopList<FuzzyName>(limit, byScore);
    const most = this.#setBounds(pieces);
    let units = 0;
    for (let bound = 0; bound <= most; bound += 1) {
      for (const segment of this.#index.segments) {
        for (let name = 0; name < segment.count; name += 1) {
          if (segment.bounds[name] !== bound) {
            continue;
          }
          units += pieces.length * ((segment.starts[name + 1] ?? 0) - (segment.starts[name] ?? 0));
          const score = this.#score(pieces, query, segment, name);
          listener?.(segment, name, score);
          if (score <= 1) {
            offer(best, this.#index, segment, name, score);
          }
        }
        if (units > unitsOfStep) {
          units = 0;
          yield;
        }
      }
      const bar = best.bar?.score ?? Infinity;
      // A name that lacks more letters has a worse score.
      if (bound >= least && bar <= Math.max(leastScore, bound / query.length)) {
        break;
      }
    }
    return judged(query, best.sorted());
  }

  /** The same at once. */
  top(query: string, limit: number): FuzzyName[] {
    const steps = this.steps(query, limit);
    let step = steps.next();
    while (step.done !== true) {
      step = steps.next();
    }
    return step.value;
  }

  /**
   * Notes for each name how many letters of the query are wrong at least.
   *
   * @returns The greatest number that is of interest.
   */
  #setBounds(pieces: readonly Piece[]): number {
    const [piece] = pieces;
    for (const segment of this.#index.segments) {
      if (pieces.length === 1 && piece) {
        setBounds(segment, piece);
      } else {
        // A name can be near to one piece and far from the others: no bound is worth its while.
        segment.bounds.fill(0);
      }
      for (let name = 0; name < segment.count; name += 1) {
        if ((segment.notes[name] ?? -1) < 0) {
          segment.bounds[name] = noBound;
        }
      }
    }
    return pieces.length === 1 && piece ? piece.mostErrors : 0;
  }

  /** The score that fuse.js would give, or more than 1 where it would not find the name. */
  #score(pieces: readonly Piece[], query: string, segment: NameSegment, name: number): number {
    const start = segment.starts[name] ?? 0;
    const end = segment.starts[name + 1] ?? 0;
    let total = 0;
    let isFound = false;
    for (const piece of pieces) {
      const distance = this.#distanceOf(piece).to(segment.units, start, end);
      const isNear = distance <= piece.mostErrors;
      isFound ||= isNear;
      total += isNear ? Math.max(leastScore, distance / piece.text.length) : 1;
    }
    if (!isFound) {
      return 2;
    }
    return end - start === query.length && stringOf(segment.units, start, end) === query ? 0 : total / pieces.length;
  }

  #distanceOf({ text }: Piece): EditDistance {
    this.#distance ??= new EditDistance(new Int32Array(1 << 16));
    this.#distance.setPattern(text);
    return this.#distance;
  }
}

/** Stands for a name that is not to be looked at. */
const noBound = 255;

function setBounds(segment: NameSegment, { mask, twice }: Piece): void {
  const { bounds, latin, hangul, count } = segment;
  for (let name = 0; name < count; name += 1) {
    const noLatin = ~(latin[name] ?? 0);
    const noHangul = ~(hangul[name] ?? 0);
    bounds[name] =
      bitCount(mask.latin & noLatin) +
      bitCount(mask.hangul & noHangul) +
      bitCount(twice.latin & noLatin) +
      bitCount(twice.hangul & noHangul);
  }
}

function piecesOf(query: string): Piece[] {
  const cut: string[] = [];
  for (let start = 0; start + longestWord <= query.length; start += longestWord) {
    cut.push(query.slice(start, start + longestWord));
  }
  const isWhole = query.length % longestWord === 0;
  return (isWhole ? cut : [...cut, query.slice(-longestWord)]).map((text) => {
    const units = Array.from(text, (_, place) => text.charCodeAt(place));
    const twice = units.filter((unit, place) => units.indexOf(unit) !== place);
    return {
      text,
      mask: letterMask(units, 0, units.length),
      twice: letterMask(twice, 0, twice.length),
      mostErrors: Math.min(text.length - 1, errorsWithin(text.length)),
    };
  });
}

/** By the same division as fuse.js, for the sake of the last bit. */
function errorsWithin(length: number): number {
  let errors = 0;
  while ((errors + 1) / length <= fuseOptions.threshold) {
    errors += 1;
  }
  return errors;
}

function offer(best: TopList<FuzzyName>, index: NameIndex, segment: NameSegment, name: number, score: number): void {
  if (score <= (best.bar?.score ?? Infinity)) {
    best.offer({ segment, name, order: index.orderOf(segment, name), score });
  }
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
