import { wordKey } from './labelPhrase.js';
import { sidePairs } from './labelWords.js';
import type { Side } from './model.js';

/** Marks before a label or in place of one, and types of callouts: each beside its opposite. */
const marks = '✅ ,❌ ,👍 ,👎 ,➕ ,➖ ,[!success],[!failure]'.split(',');

/**
 * Turns a label's line into one of the other side: its words are exchanged in their language and case, and all around them
 * is kept, but for emoji that have no opposite.
 *
 * @param line The line; only up to the point that stands on it, if one does.
 * @param from The side that it is a label of.
 * @param to The other.
 */
export function oppositeLabel(line: string, from: Side, to: Side): string {
  const words = sidePairs
    .map((pair) => pair[from])
    .join('|')
    .replaceAll(' ', '\\s*');
  // Words of Korean, Chinese and Japanese need no space between them.
  const letter = '[\\p{sc=Latn}\\p{sc=Cyrl}]';
  return line
    .replace(new RegExp(`(?<!${letter})(?:${words})(?!${letter})`, 'giu'), (word) => {
      const pair = sidePairs.find((known) => wordKey(known[from]) === wordKey(word));
      return cased(pair?.[to] ?? word, word);
    })
    .replace(/\p{Extended_Pictographic}\ufe0f? ?|\[!\w+\]/gu, (mark) => {
      return marks[marks.indexOf(mark) ^ 1] ?? (mark.startsWith('[') ? mark : '');
    });
}

/** A word in the case of another. */
function cased(word: string, like: string): string {
  const initial = like === like.toUpperCase() ? /.+/u : /^\p{Lu}/u.test(like) ? /^./u : /$/u;
  return word.replace(initial, (letters) => letters.toUpperCase());
}
