import { isStroke } from './namePattern.js';
import { characterStart, wordStart } from './keyText.js';

/** How a pattern lies in a name, best first. */
export const places = { exact: 0, prefix: 1, wordStart: 2, inside: 3, nowhere: 4 } as const;

/** One of `places`. */
export type Place = (typeof places)[keyof typeof places];

/** A name as a stretch of a key: the part of a segment, or a key text. */
export interface KeyStretch {
  readonly units: Uint16Array;
  readonly flags: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds a pattern in a name, word for word. A pattern that begins with a letter of Hangul is found only where a syllable
 * begins: ㅇ does not stand at the end of 강.
 *
 * @param pattern Units of the pattern's key, at least one.
 * @param name The name.
 */
export function placeOf(pattern: ArrayLike<number>, name: KeyStretch): Place {
  const { flags, start } = name;
  let best: Place = places.nowhere;
  for (let at = find(pattern, name, start); at !== -1; at = find(pattern, name, at + 1)) {
    if (at === start) {
      return name.end - start === pattern.length ? places.exact : places.prefix;
    }
    if (((flags[at] ?? 0) & wordStart) !== 0) {
      return places.wordStart;
    }
    best = places.inside;
  }
  return best;
}

/**
 * Finds a pattern in a name.
 *
 * @param from Where to begin.
 * @returns Where it lies, or -1.
 */
export function find(pattern: ArrayLike<number>, { units, flags, end }: KeyStretch, from: number): number {
  const first = pattern[0] ?? 0;
  const needsStart = isStroke(first);
  const { length } = pattern;
  const last = end - length;
  for (let at = from; at <= last; at += 1) {
    if (units[at] !== first || (needsStart && ((flags[at] ?? 0) & characterStart) === 0)) {
      continue;
    }
    let same = 1;
    while (same < length && units[at + same] === pattern[same]) {
      same += 1;
    }
    if (same === length) {
      return at;
    }
  }
  return -1;
}

/**
 * Where the words of a query begin words of a name, in any order: `infra code` in `Infrastructure as Code`.
 *
 * @param words Keys of words.
 * @returns A place for each word, or nothing where one is missing.
 */
export function placesOfWords(words: readonly string[], name: KeyStretch): number[] | undefined {
  const found: number[] = [];
  for (const word of words) {
    const at = wordPlace(word, name);
    if (at === -1) {
      return undefined;
    }
    found.push(at);
  }
  return found;
}

function wordPlace(word: string, { units, flags, start, end }: KeyStretch): number {
  for (let at = start; at <= end - word.length; at += 1) {
    if (((flags[at] ?? 0) & wordStart) === 0) {
      continue;
    }
    let same = 0;
    while (same < word.length && units[at + same] === word.charCodeAt(same)) {
      same += 1;
    }
    if (same === word.length) {
      return at;
    }
  }
  return -1;
}
