/** How many numbers of 32 bits note the pairs of a text. */
export const pairWords = 16;

/**
 * The pairs of neighbouring letters in words, as bits of a Bloom filter with one hash: a text without one of them does not
 * have all words.
 * Source: B. H. Bloom, "Space/Time Trade-offs in Hash Coding with Allowable Errors", CACM 13(7), 1970.
 */
export class LetterPairs {
  readonly #places: readonly number[];
  readonly #bits: readonly number[];

  /** @param words Words as they are compared. */
  constructor(words: readonly string[]) {
    const pairs = new Int32Array(pairWords);
    words.forEach((word) => {
      addPairs(pairs, 0, word);
    });
    this.#places = Array.from(pairs.keys()).filter((place) => pairs[place] !== 0);
    this.#bits = this.#places.map((place) => pairs[place] ?? 0);
  }

  /**
   * Whether a text has all of the pairs.
   *
   * @param pairs The pairs of texts, `pairWords` numbers each.
   * @param text The text's place among them.
   */
  areIn(pairs: Int32Array, text: number): boolean {
    const start = text * pairWords;
    for (let place = 0; place < this.#places.length; place += 1) {
      const bits = this.#bits[place] ?? 0;
      if (((pairs[start + (this.#places[place] ?? 0)] ?? 0) & bits) !== bits) {
        return false;
      }
    }
    return true;
  }
}

/**
 * Notes the pairs of a text.
 *
 * @param pairs The pairs of texts, `pairWords` numbers each.
 * @param text The text's place among them.
 * @param letters The text.
 */
export function addPairs(pairs: Int32Array, text: number, letters: string): void {
  const start = text * pairWords;
  let before = letters.charCodeAt(0);
  for (let place = 1; place < letters.length; place += 1) {
    const letter = letters.charCodeAt(place);
    // Knuth's multiplicative hash; its upper bits are the good ones.
    const hash = Math.imul((before << 16) ^ letter, 0x9e3779b1) >>> 23;
    const at = start + (hash >>> 5);
    pairs[at] = (pairs[at] ?? 0) | (1 << (hash & 31));
    before = letter;
  }
}
