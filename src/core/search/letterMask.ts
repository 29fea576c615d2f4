/**
 * Which letters a text has, as bits: of 64, a to z, digits and the 33 keystrokes of Hangul have nearly all their own. A
 * letter whose bit a name lacks is not in the name; so a mask tells, at the price of two operations, how many letters of
 * a query are wrong at least.
 */
export interface LetterMask {
  /** Bits of Latin letters, digits and all that is neither Latin nor Hangul. */
  readonly latin: number;
  readonly hangul: number;
}

const hangulStart = 0x3131;
const hangulEnd = 0x3163;
/** Bits 0 to 31 for the 51 letters from U+3131 on: compounds are never met, and ㅒ shares its bit with ㅖ. */
const hangulBits = hangulBitTable();

/** The bit of a unit in the Latin half, or 0 where it is Hangul. */
export function latinBit(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) {
    return 1 << (unit - 0x61);
  }
  if (unit >= 0x30 && unit <= 0x39) {
    return 1 << (26 + (unit & 3));
  }
  return isStroke(unit) ? 0 : 1 << (30 + (unit & 1));
}

/** The bit of a unit in the Hangul half, or 0 where it is none. */
export function hangulBit(unit: number): number {
  return isStroke(unit) ? 1 << (hangulBits[unit - hangulStart] ?? 0) : 0;
}

/**
 * The letters of a text.
 *
 * @param units The text as units of a key.
 */
export function letterMask(units: ArrayLike<number>, start: number, end: number): LetterMask {
  let latin = 0;
  let hangul = 0;
  for (let place = start; place < end; place += 1) {
    const unit = units[place] ?? 0;
    latin |= latinBit(unit);
    hangul |= hangulBit(unit);
  }
  return { latin, hangul };
}

/** How many bits of a 32-bit number are set. Source: H. S. Warren, Hacker's Delight, 2nd edition, figure 5-2. */
export function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  count = (count + (count >>> 4)) & 0x0f0f0f0f;
  return Math.imul(count, 0x01010101) >>> 24;
}

function isStroke(unit: number): boolean {
  return unit >= hangulStart && unit <= hangulEnd;
}

function hangulBitTable(): Uint8Array {
  const strokes = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅖㅓㅔㅕㅗㅛㅜㅠㅡㅣ';
  const table = new Uint8Array(hangulEnd - hangulStart + 1);
  Array.from(strokes).forEach((stroke, bit) => {
    table[stroke.charCodeAt(0) - hangulStart] = bit;
  });
  table['ㅒ'.charCodeAt(0) - hangulStart] = strokes.indexOf('ㅖ');
  return table;
}
