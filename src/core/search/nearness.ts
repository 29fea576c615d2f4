/** What one edit costs; half of it where two vowels that sound alike stand for each other. */
export const editCost = 2;

/** Vowels that are often taken for each other, side by side; those of one group count as one. */
const alikeGroups = ['ㅐㅔ', 'ㅒㅖ'];

/**
 * How far a query is from the beginning of a text: optimal string alignment, which takes two swapped neighbours as one
 * edit, open at the text's end. Only a band around the diagonal is looked at, for what is further is not of interest.
 * Source: R. Lowrance and R. A. Wagner, "An Extension of the String-to-String Correction Problem", J. ACM 22(2), 1975;
 * the band: E. Ukkonen, "Algorithms for Approximate String Matching", Information and Control 64, 1985.
 */
export class Nearness {
  readonly #query: string;
  readonly #most: number;
  readonly #rows: Int32Array[];
  /** Of the last comparison: the cost with the text's end included, or more than the most. */
  whole = 0;

  /**
   * @param query The query's key.
   * @param most Most edits of interest.
   */
  constructor(query: string, most: number) {
    this.#query = query;
    this.#most = most;
    this.#rows = [0, 1, 2].map(() => new Int32Array(2 * most + 3));
  }

  /**
   * Compares the query with a text.
   *
   * @param units The units that the text is part of.
   * @param start Where the text begins.
   * @param end Where it ends.
   * @returns Twice the edits to some beginning of the text, or any number above twice the most.
   */
  to(units: Uint16Array, start: number, end: number): number {
    const most = this.#most;
    const query = this.#query;
    const tooFar = (most + 1) * editCost;
    const width = 2 * most + 1;
    const length = end - start;
    let [older, previous, current] = this.#rows as [Int32Array, Int32Array, Int32Array];
    this.whole = tooFar;
    // Cell k of row r is column r - most + k.
    for (let cell = 0; cell < width + 2; cell += 1) {
      const column = cell - most;
      previous[cell] = column >= 0 && cell < width && column <= length ? column * editCost : tooFar;
      older[cell] = tooFar;
    }
    for (let row = 1; row <= query.length; row += 1) {
      const letter = query.charCodeAt(row - 1);
      let least = tooFar;
      current.fill(tooFar);
      for (let cell = 0; cell < width; cell += 1) {
        const column = row - most + cell;
        if (column < 0 || column > length) {
          continue;
        }
        let cost = (previous[cell + 1] ?? tooFar) + editCost;
        if (column > 0) {
          const other = units[start + column - 1] ?? 0;
          cost = Math.min(cost, (previous[cell] ?? tooFar) + replaceCost(letter, other));
          cost = Math.min(cost, cell > 0 ? (current[cell - 1] ?? tooFar) + editCost : tooFar);
          const isSwap =
            row > 1 &&
            column > 1 &&
            letter !== other &&
            letter === units[start + column - 2] &&
            query.charCodeAt(row - 2) === other;
          cost = isSwap ? Math.min(cost, (older[cell] ?? tooFar) + editCost) : cost;
        }
        current[cell] = Math.min(cost, tooFar);
        least = Math.min(least, cost);
      }
      if (least >= tooFar) {
        return tooFar;
      }
      [older, previous, current] = [previous, current, older];
    }
    const last = length - query.length + most;
    this.whole = last >= 0 && last < width ? (previous[last] ?? tooFar) : tooFar;
    return previous.subarray(0, width).reduce((a, b) => Math.min(a, b), tooFar);
  }
}

/**
 * The edits that a query may be off and still be meant.
 *
 * @param length Units of its key.
 * @param isHangul Whether they are keystrokes of Hangul: one syllable too many is up to three edits.
 */
export function likelyEdits(length: number, isHangul: boolean): number {
  return length < 3 ? 1 : Math.min(4, 1 + Math.floor(length / (isHangul ? 5 : 6)));
}

/** The same where the query may lie anywhere in a name, not at the beginning of a word: chance finds more there. */
export function likelyEditsInside(length: number): number {
  return Math.min(4, Math.floor(length / 4));
}

/**
 * The most pairs of neighbouring letters of a query that a text may lack: one of Levenshtein's steps costs two, a swap
 * three, and two vowels taken for others that sound alike, which are one edit as well, four.
 *
 * @param query The query's key.
 * @param edits The most edits to the beginning of some word of the text.
 * @param distance The most of Levenshtein's distance to any stretch of it.
 * @param swaps Whether letters may be swapped.
 */
export function mostPairsLost(query: string, edits: number, distance: number, swaps = true): number {
  const ofAlike = (swaps ? 1 : 2) * Math.min(edits, vowelsWithAlike(query) >> 1);
  return Math.min(2 * distance, (swaps ? 3 : 2) * edits + ofAlike);
}

/** How many vowels of a query sound like others. */
export function vowelsWithAlike(query: string): number {
  return Array.from(query).filter((letter) => alikeGroups.some((group) => group.includes(letter))).length;
}

function replaceCost(a: number, b: number): number {
  if (a === b) {
    return 0;
  }
  return areAlike(a, b) ? editCost / 2 : editCost;
}

function areAlike(a: number, b: number): boolean {
  const isVowel = a >= 0x314f && a <= 0x3163 && b >= 0x314f && b <= 0x3163;
  return (
    isVowel &&
    alikeGroups.some((group) => group.includes(String.fromCharCode(a)) && group.includes(String.fromCharCode(b)))
  );
}
