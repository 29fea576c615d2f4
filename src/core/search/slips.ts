import type { SearchKey } from './searchKey.js';

/** Longest query that is looked at, in letters or syllables: in a longer one fuse.js sees a slip as what it is. */
const longest = 20;

/** Up to this length a query has to be the whole of what it stands for: too many names begin with any three letters. */
const short = 3;

/**
 * Finds the slips that change too large a share of a short name for fuse.js, which knows no swapping and counts jamo:
 * two neighbours the wrong way round (`aigle` for Agile, 애일자 for 애자일) and a syllable left out (애일).
 *
 * @param query The query's key, not empty.
 * @returns Tells whether the query is a name, or the rest of one from a word on, with one such slip.
 */
export function slipOf(query: string): (name: SearchKey) => boolean {
  const letters = Array.from(query.normalize('NFC'));
  if (letters.length < 2 || letters.length > longest) {
    return () => false;
  }
  const swapped = swaps(letters);
  const gaps = letters.every((letter) => /\p{Script=Hangul}/u.test(letter)) ? gapsIn(letters) : [];
  return ({ key, wordStarts }) =>
    wordStarts.some((start) =>
      swapped.some((swap) => (letters.length > short ? key.startsWith(swap, start) : key.slice(start) === swap)),
    ) || gaps.some(([head, tail]) => fillsGap(key, head, tail));
}

function swaps(letters: readonly string[]): string[] {
  return letters.slice(1).flatMap((next, index) => {
    const letter = letters[index] ?? '';
    const swap = [...letters.slice(0, index), next, letter, ...letters.slice(index + 2)];
    return next === letter ? [] : [swap.join('').normalize('NFD')];
  });
}

function gapsIn(letters: readonly string[]): [head: string, tail: string][] {
  return [...letters, ''].map((_, index) => {
    const parts = [letters.slice(0, index), letters.slice(index)] as const;
    return [parts[0].join('').normalize('NFD'), parts[1].join('').normalize('NFD')];
  });
}

function fillsGap(key: string, head: string, tail: string): boolean {
  const missing = key.length - head.length - tail.length;
  const fits = missing > 0 && missing <= 3 && key.startsWith(head) && key.endsWith(tail);
  return fits && key.slice(head.length, head.length + missing).normalize('NFC').length === 1;
}
