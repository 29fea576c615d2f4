/** Pairs of letters are noted by 2 to the power of so many hash values: names by 256, which have few of them. */
const nameBits = 8;

/** Names whose bits of one column lie side by side, and the words of 32 bits that those take: a line of the cache. */
const chunkNames = 512;
const chunkWords = chunkNames / 32;

/** The bits of names that are not there. */
const none = new Int32Array(0);

/** Most missing pairs that can be counted. */
const mostCounted = 15;

/**
 * Which pairs of neighbouring letters names or texts have, as bits, one column for each hash value of a pair, so that 32
 * names are compared at once: 32 bytes a name with 256 columns. A pair whose bit is not set is not in the name.
 * Source: C. Faloutsos, "Access Methods for Text", ACM Computing Surveys 17(1), 1985 (signature files), sliced by bits.
 */
export class PairColumns {
  readonly #hashBits: number;
  /** A piece of memory for each chunk, since a larger one in place of all would have to be filled anew as names come. */
  readonly #chunks: Int32Array[] = [];

  /** @param hashBits How many bits the number of a column has. */
  constructor(hashBits = nameBits) {
    this.#hashBits = hashBits;
  }

  /**
   * Notes the pairs of a name.
   *
   * @param name The name's place; nothing is noted for it yet.
   * @param units Has its key.
   * @param from Where that starts.
   * @param end Where it ends.
   */
  add(name: number, units: Uint16Array, from: number, end: number): void {
    const bits = this.#chunkFor(name);
    for (let place = from + 1; place < end; place += 1) {
      this.#note(bits, name, units[place - 1] ?? 0, units[place] ?? 0);
    }
  }

  /**
   * Notes the pairs of a text.
   *
   * @param name The text's place; nothing is noted for it yet.
   * @param text The text as it is compared.
   */
  addText(name: number, text: string): void {
    const bits = this.#chunkFor(name);
    let before = text.charCodeAt(0);
    for (let place = 1; place < text.length; place += 1) {
      const letter = text.charCodeAt(place);
      this.#note(bits, name, before, letter);
      before = letter;
    }
  }

  /** Takes back what is noted for a name. */
  clear(name: number): void {
    const bits = this.#chunkFor(name);
    for (let at = (name >>> 5) % chunkWords; at < bits.length; at += chunkWords) {
      bits[at] = (bits[at] ?? 0) & ~(1 << (name & 31));
    }
  }

  /**
   * The columns of the pairs of a text, without repeats.
   *
   * @param units The text as units of a key.
   */
  columnsOf(units: ArrayLike<number>): number[] {
    return pairColumnsOf(units, this.#hashBits);
  }

  /**
   * Lists the names that lack no more than some of the pairs, as far as is seen at a glance.
   *
   * @param first The first name to look at.
   * @param end What follows the last.
   * @param pairs Columns, see `pairColumnsOf`.
   * @param most The most that may be missing.
   * @param others Lists of columns: names that have all pairs of one of them are listed too.
   * @param into Room for the names.
   * @returns How many there are.
   */
  lackingFew(
    first: number,
    end: number,
    pairs: readonly number[],
    most: number,
    others: readonly (readonly number[])[],
    into: Int32Array,
  ): number {
    if (most >= pairs.length || most > mostCounted) {
      return listed(first, end, into, () => -1);
    }
    return listed(first, end, into, (word) => this.#lackingFew(word, pairs, most) | this.#havingAll(word, others));
  }

  /**
   * Lists the names that have all pairs of one list or another.
   *
   * @param lists Lists of columns, see `pairColumnsOf`.
   * @returns How many there are.
   */
  havingAll(first: number, end: number, lists: readonly (readonly number[])[], into: Int32Array): number {
    return listed(first, end, into, (word) => this.#havingAll(word, lists));
  }

  #havingAll(word: number, lists: readonly (readonly number[])[]): number {
    const bits = this.#chunks[Math.floor(word / chunkWords)] ?? none;
    const start = word % chunkWords;
    let any = 0;
    for (const pairs of lists) {
      let all = -1;
      for (let place = 0; place < pairs.length && all !== 0; place += 1) {
        all &= bits[start + (pairs[place] ?? 0) * chunkWords] ?? 0;
      }
      any |= all;
    }
    return any;
  }

  /** Counts the missing pairs of 32 names in four numbers, a bit of the count in each, from where `most` is just counted. */
  #lackingFew(word: number, pairs: readonly number[], most: number): number {
    const bits = this.#chunks[Math.floor(word / chunkWords)] ?? none;
    const start = word % chunkWords;
    const from = mostCounted - most;
    let ones = -(from & 1);
    let twos = -((from >> 1) & 1);
    let fours = -((from >> 2) & 1);
    let eights = -(from >> 3);
    let isOver = 0;
    for (let place = 0; place < pairs.length && isOver !== -1; place += 1) {
      let carry = ~(bits[start + (pairs[place] ?? 0) * chunkWords] ?? 0);
      let sum = ones ^ carry;
      carry &= ones;
      ones = sum;
      sum = twos ^ carry;
      carry &= twos;
      twos = sum;
      sum = fours ^ carry;
      carry &= fours;
      fours = sum;
      sum = eights ^ carry;
      carry &= eights;
      eights = sum;
      isOver |= carry;
    }
    return ~isOver;
  }

  #note(bits: Int32Array, name: number, before: number, letter: number): void {
    const at = ((name >>> 5) % chunkWords) + columnOf(before, letter, this.#hashBits) * chunkWords;
    bits[at] = (bits[at] ?? 0) | (1 << (name & 31));
  }

  #chunkFor(name: number): Int32Array {
    return (this.#chunks[Math.floor(name / chunkNames)] ??= new Int32Array(chunkWords << this.#hashBits));
  }
}

/**
 * The columns of the pairs of a text, without repeats.
 *
 * @param units The text as units of a key.
 * @param hashBits How many bits the number of a column has.
 */
export function pairColumnsOf(units: ArrayLike<number>, hashBits = nameBits): number[] {
  const found = new Set<number>();
  for (let place = 1; place < units.length; place += 1) {
    found.add(columnOf(units[place - 1] ?? 0, units[place] ?? 0, hashBits));
  }
  return [...found];
}

/** Knuth's multiplicative hash; its upper bits are the good ones. */
function columnOf(before: number, letter: number, hashBits: number): number {
  return Math.imul((before << 16) ^ letter, 0x9e3779b1) >>> (32 - hashBits);
}

/** Lists names by the bits of each 32 of them. */
function listed(first: number, end: number, into: Int32Array, bitsOf: (word: number) => number): number {
  let found = 0;
  for (let word = first >>> 5; word * 32 < end; word += 1) {
    for (let bits = bitsOf(word); bits !== 0; bits &= bits - 1) {
      const name = word * 32 + 31 - Math.clz32(bits & -bits);
      if (name >= first && name < end) {
        into[found] = name;
        found += 1;
      }
    }
  }
  return found;
}
