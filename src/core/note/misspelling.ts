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
    .filter((right) => word.startsWith(right[0] ?? ''))
    .map((right) => ({ right, errors: distance(word, right) }))
    .sort((a, b) => a.errors - b.errors)[0];
  return near && near.errors <= mostErrors ? near.right : undefined;
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
