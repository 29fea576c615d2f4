import { isHangul, type NamePattern } from './namePattern.js';
import { wordStart } from './keyText.js';
import type { KeyStretch } from './literalMatch.js';

/** Longest query that is looked at, in letters or syllables: in a longer one fuse.js sees a slip as what it is. */
const longest = 20;

/** Up to this length a query has to be the whole of what it stands for: too many names begin with any three letters. */
const short = 3;

/** Most letters of one syllable. */
const longestSyllable = 5;

/** A slip taken back. */
interface Mended {
  readonly key: string;
  /** First unit that differs from the query's. */
  readonly differsAt: number;
}

/**
 * Finds the slips that change too large a share of a short name for fuse.js, which knows no swapping and counts letters:
 * two neighbours the wrong way round (`aigle` for Agile, 애일자 for 애자일) and a syllable left out (애일).
 */
export class Slips {
  readonly #key: string;
  readonly #isShort: boolean;
  readonly #swaps: readonly Mended[];
  /** Lengths at which a syllable may be missing from the query's key. */
  readonly #gaps: readonly number[];

  /** @param pattern The query. */
  constructor(pattern: NamePattern) {
    const { key, characters } = pattern;
    const isLooked = characters.length > 1 && characters.length <= longest;
    this.#key = key;
    this.#isShort = characters.length <= short;
    this.#swaps = isLooked ? swaps(key, characters) : [];
    this.#gaps = isLooked && isHangul(pattern) ? gaps(characters) : [];
  }

  /** The query's key with two neighbouring letters or syllables the other way round, in all ways. */
  get swapped(): string[] {
    return [...new Set([...this.#swaps, ...swaps(this.#key, Array.from(this.#key))].map(({ key }) => key))];
  }

  /**
   * Whether the query is a name, or the rest of one from a word on, with one such slip.
   *
   * @param name The name.
   */
  isIn(name: KeyStretch): boolean {
    const { flags, start, end } = name;
    for (let at = start; at < end; at += 1) {
      if (((flags[at] ?? 0) & wordStart) !== 0 && this.#isSwapped(name, at)) {
        return true;
      }
    }
    return this.#hasGap(name);
  }

  #isSwapped({ units, end }: KeyStretch, start: number): boolean {
    const { length } = this.#key;
    const fits = this.#isShort ? end - start === length : end - start >= length;
    if (!fits || this.#swaps.length === 0) {
      return false;
    }
    const differsAt = sameUnits(units, start, this.#key, 0);
    return this.#swaps.some((swap) => swap.differsAt === differsAt && sameUnits(units, start, swap.key, 0) === length);
  }

  #hasGap({ units, flags, start, end }: KeyStretch): boolean {
    const key = this.#key;
    const missing = end - start - key.length;
    if (missing < 2 || missing > longestSyllable || this.#gaps.length === 0) {
      return false;
    }
    const same = sameUnits(units, start, key, 0);
    return this.#gaps.some((gap) => {
      const isSyllable = flags.subarray(start + gap + 1, start + gap + missing).every((flag) => flag === 0);
      return gap <= same && isSyllable && sameUnits(units, start + missing, key, gap) === key.length;
    });
  }
}

/** How far a key goes on as units do, from a place of the key on. */
function sameUnits(units: Uint16Array, start: number, key: string, from: number): number {
  let same = from;
  while (same < key.length && units[start + same] === key.charCodeAt(same)) {
    same += 1;
  }
  return same;
}

function swaps(key: string, characters: readonly string[]): Mended[] {
  return characters.slice(1).flatMap((next, index) => {
    const before = characters.slice(0, index).join('');
    const swapped = before + next + (characters[index] ?? '') + characters.slice(index + 2).join('');
    return swapped === key ? [] : [{ key: swapped, differsAt: firstDifference(key, swapped) }];
  });
}

function firstDifference(a: string, b: string): number {
  let place = 0;
  while (a[place] === b[place]) {
    place += 1;
  }
  return place;
}

function gaps(characters: readonly string[]): number[] {
  return ['', ...characters].map((_, index) => characters.slice(0, index).join('').length);
}
