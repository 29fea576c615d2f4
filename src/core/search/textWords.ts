import type { Query } from './query.js';
import { comparable } from './searchKey.js';

/**
 * The words that a text must have: those of the query, a quoted phrase as one.
 *
 * @param query The query.
 */
export function textWords({ text, phrases }: Query): string[] {
  const all = [...phrases, ...text.split(/\s+/u)].map(folded);
  return [...new Set(all)].filter((word) => /[^\p{P}\p{Z}\p{C}]/u.test(word));
}

/** A text as it is compared, with single spaces. */
export function folded(text: string): string {
  return comparable(text).replace(/\s+/gu, ' ').trim();
}

/**
 * Whether a text has a word, not as a part of another one: `java` is no part of `javascript`. Particles may follow.
 *
 * @param text The text as it is compared.
 * @param word The word as it is compared.
 */
export function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1 && word !== ''; at = text.indexOf(word, at + 1)) {
    if (!joins(text.charAt(at - 1), word.charAt(0)) && !joins(word.slice(-1), text.charAt(at + word.length))) {
      return true;
    }
  }
  return false;
}

/** Letters and digits of one script run on; what stands behind Hangul may be a particle, and before it another word. */
function joins(before: string, after: string): boolean {
  return /^[\p{Script=Latin}\p{N}]{2}$/u.test(before + after);
}
