/** Longest pattern of one machine word, in UTF-16 units. */
export const longestWord = 32;

/**
 * Finds in many texts the stretch that is nearest to one pattern, by Levenshtein's distance: as many steps as the text
 * has units, however long the pattern is.
 * Source: G. Myers, "A Fast Bit-Vector Algorithm for Approximate String Matching Based on Dynamic Programming",
 * J. ACM 46(3), 1999.
 */
export class EditDistance {
  /** For each unit, the places of the pattern that have it. */
  readonly #places: Int32Array;
  #pattern = '';

  /**
   * @param places Room for 65,536 numbers, all 0; it is used as long as the pattern is set.
   */
  constructor(places: Int32Array) {
    this.#places = places;
  }

  /**
   * Sets the pattern in place of the one before.
   *
   * @param pattern At most 32 units; with none, the room is left as it was.
   */
  setPattern(pattern: string): void {
    for (let place = 0; place < this.#pattern.length; place += 1) {
      this.#places[this.#pattern.charCodeAt(place)] = 0;
    }
    this.#pattern = pattern;
    for (let place = 0; place < pattern.length; place += 1) {
      const unit = pattern.charCodeAt(place);
      this.#places[unit] = (this.#places[unit] ?? 0) | (1 << place);
    }
  }

  /**
   * The fewest units to insert, delete or replace to turn the pattern into some stretch of the text.
   *
   * @param units The units that the text is part of.
   * @param start Where it begins.
   * @param end Where it ends.
   */
  to(units: Uint16Array, start: number, end: number): number {
    const places = this.#places;
    const { length } = this.#pattern;
    const last = 1 << (length - 1);
    let plus = -1;
    let minus = 0;
    let distance = length;
    let least = length;
    for (let place = start; place < end; place += 1) {
      // In bounds by construction, and the innermost loop of a search.
      // eslint-disable-next-line @typescript-eslint/no-non-null-assertion
      const match = places[units[place]!]!;
      const vertical = match | minus;
      const diagonal = ((((match & plus) + plus) | 0) ^ plus) | match;
      let horizontalPlus = minus | ~(diagonal | plus);
      let horizontalMinus = plus & diagonal;
      if ((horizontalPlus & last) !== 0) {
        distance += 1;
      } else if ((horizontalMinus & last) !== 0) {
        distance -= 1;
        if (distance < least) {
          least = distance;
        }
      }
      horizontalPlus <<= 1;
      horizontalMinus <<= 1;
      plus = horizontalMinus | ~(vertical | horizontalPlus);
      minus = horizontalPlus & vertical;
    }
    return least;
  }
}
