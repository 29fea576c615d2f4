import { isGap, letterAt, mayEndAt, pluralLength } from './labelLetters.js';

/** Long words that people misspell, in the form in which label words are compared. */
const words = ['advantage', 'advantages', 'disadvantage', 'disadvantages', 'drawbacks', 'limitations'];

/** Most letters that are wrong in a word that is meant. */
const mostErrors = 2;

/**
 * The label word that a misspelt one means: `advantanges`, `disadvatages`.
 *
 * @param word In lower case.
 * @returns Nothing for a word that is right, or that is none of the long ones.
 */
export function misspeltWord(word: string): string | undefined {
  if (!/^[a-z]{8,16}$/u.test(word)) {
    return undefined;
  }
  const near = words
    .filter((right) => word.startsWith(right[0] ?? '') && Math.abs(right.length - word.length) <= mostErrors)
    .map((right) => ({ right, errors: distance(word, right) }))
    .sort((a, b) => a.errors - b.errors)[0];
  return near && near.errors <= mostErrors ? near.right : undefined;
}

/** The words once each, whatever their number. */
const plurals = words.filter((word) => word.endsWith('s'));

/** The letters with which what {@link misspeltWord} knows begins. */
export const misspeltFirsts: readonly string[] = plurals.map((word) => word.charAt(0));

/** A row of distances for {@link mayStartMisspelt}: that from nothing, and room for another. */
const unchanged = Uint8Array.from({ length: 16 }, (_, column) => column);
const row = unchanged.slice();

/**
 * Whether something that {@link misspeltWord} knows may start at a place, told letter by letter: other words are too far from
 * it after some letters.
 *
 * @param text A comparable text.
 * @param start The place.
 */
export function mayStartMisspelt(text: string, start: number): boolean {
  const first = letterAt(text, start);
  for (const right of plurals) {
    if (right.charCodeAt(0) === first && mayStart(text, start, right)) {
      return true;
    }
  }
  return false;
}

function mayStart(text: string, start: number, right: string): boolean {
  let least = 0;
  row.set(unchanged);
  for (let at = start, length = 1; at < text.length && least <= mostErrors; at += 1) {
    if (isGap(text, at)) {
      continue;
    }
    const plural = pluralLength(text, at);
    const letter = plural > 0 ? 0x73 : letterAt(text, at);
    at += plural;
    // Farther from the diagonal, more letters are wrong than may be.
    const from = Math.max(length - mostErrors, 1);
    let diagonal = from === 1 ? length - 1 : (row[from - 1] ?? 0);
    row[0] = length;
    least = length;
    for (let column = from; column <= Math.min(length + mostErrors, right.length); column += 1) {
      const above = row[column] ?? 0;
      const replaced = diagonal + (right.charCodeAt(column - 1) === letter ? 0 : 1);
      const errors = Math.min(replaced, above + 1, (row[column - 1] ?? 0) + 1);
      row[column] = errors;
      diagonal = above;
      least = Math.min(least, errors);
    }
    const fewest = Math.min(row[right.length] ?? 0, row[right.length - 1] ?? 0);
    if (fewest <= mostErrors && mayEndAt(text, at + 1)) {
      return true;
    }
    length += 1;
  }
  return false;
}

/**
 * The fewest letters to insert, delete or replace.
 * Source: R. A. Wagner and M. J. Fischer, "The String-to-String Correction Problem", J. ACM 21(1), 1974.
 */
function distance(word: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (word[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}
