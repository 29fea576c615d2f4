import { isLetter, isSyllable, plainLetter, strokesOf } from './hangulStrokes.js';

/** A bit of a unit's flags: a word begins here. */
export const wordStart = 1;

/** A bit of a unit's flags: a character of the text begins here, so that it is no later part of a syllable. */
export const characterStart = 2;

/** What a character is, as far as words are told apart by it. */
type Script = 'none' | 'upper' | 'lower' | 'hangul' | 'other';

/** Characters that are dropped, for people leave them out: spaces, dashes, dots, slashes, brackets, quotes, what is not seen. */
const separator = /[\s\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Cc}\p{Cf}\uFE0E\uFE0F_/·・。、.,:;'"`]/u;

/** A character with what belongs to it: marks, conjoining letters, the second half of a surrogate pair. */
const cluster = /[\u1100-\u115F][\u1160-\u11A7]*[\u11A8-\u11FF]*\p{M}*|.[\u11A8-\u11FF]*\p{M}*/suy;

/**
 * Room for so many units at first: arrays of up to 64 bytes lie on V8's heap. To make larger ones for a query took up to
 * 25 ms while many files were read.
 */
const firstSize = 16;

/** Most units that one call turns into a string: each is an argument, and those go on the stack. */
const longestCall = 4096;

/**
 * Units as a string.
 *
 * @param units UTF-16 units.
 * @param start The first one.
 * @param end What follows the last one.
 */
export function stringOf(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let from = start; from < end; from += longestCall) {
    text += String.fromCharCode(...units.subarray(from, Math.min(end, from + longestCall)));
  }
  return text;
}

/**
 * A text as search compares it: normal form C, lower case, half width, without accents, Hangul as keystrokes, without
 * spaces and hyphens. Each unit knows which characters of the text it stands for. One object is filled again and again.
 */
export class KeyText {
  units = new Uint16Array(firstSize);
  flags = new Uint8Array(firstSize);
  /** For each unit, the offsets in the text at which its character begins and ends. */
  starts = new Int32Array(firstSize);
  ends = new Int32Array(firstSize);
  length = 0;
  #isNewWord = true;
  #before: Script = 'none';

  /**
   * Reads a text in place of the one before.
   *
   * @param text Any text, ill-formed ones too.
   * @returns Itself.
   */
  read(text: string): this {
    this.length = 0;
    this.#isNewWord = true;
    this.#before = 'none';
    for (let index = 0; index < text.length;) {
      const unit = text.charCodeAt(index);
      const next = index + 1 < text.length ? text.charCodeAt(index + 1) : 0;
      if (next < 0x300 || isSyllable(next) || isLetter(next)) {
        if (unit < 0x80) {
          this.#ascii(text, index, unit, next);
          index += 1;
          continue;
        }
        if (isSyllable(unit) || isLetter(unit)) {
          this.#hangul(unit, index, index + 1);
          index += 1;
          continue;
        }
      }
      index = this.#cluster(text, index);
    }
    return this;
  }

  /** The key as a string. */
  key(): string {
    return stringOf(this.units, 0, this.length);
  }

  /** Where words begin, ascending. */
  wordStarts(): number[] {
    const places = Array.from({ length: this.length }, (_, place) => place);
    return places.filter((place) => ((this.flags[place] ?? 0) & wordStart) !== 0);
  }

  #ascii(text: string, index: number, unit: number, next: number): void {
    const isUpper = unit >= 0x41 && unit <= 0x5a;
    const isLower = unit >= 0x61 && unit <= 0x7a;
    const isDigit = unit >= 0x30 && unit <= 0x39;
    if (!isUpper && !isLower && !isDigit && (separator.test(text.charAt(index)) || this.#endsSentence(unit, next))) {
      this.#isNewWord = true;
      return;
    }
    // `circuitBreaker` has two words, and so has `HTTPServer`.
    const isHump = isUpper && (this.#before === 'lower' || (this.#before === 'upper' && next >= 0x61 && next <= 0x7a));
    this.#isNewWord ||= isHump || this.#before === 'hangul';
    this.#put(isUpper ? unit + 0x20 : unit, index, index + 1, true);
    this.#before = isUpper ? 'upper' : isLower || isDigit ? 'lower' : 'other';
  }

  /** A question mark behind a word is no part of it; `??` is a name. */
  #endsSentence(unit: number, next: number): boolean {
    const isMark = unit === 0x21 || unit === 0x3f;
    return isMark && this.length > 0 && this.#before !== 'other' && (next === 0 || next === 0x20);
  }

  #hangul(unit: number, start: number, end: number): void {
    this.#isNewWord ||= this.#before === 'upper' || this.#before === 'lower';
    const strokes = strokesOf(unit);
    for (let stroke = 0; stroke < strokes.length; stroke += 1) {
      // Input methods join ㄱ and ㅅ to ㄳ: two letters all the same.
      this.#put(strokes.charCodeAt(stroke), start, end, stroke === 0 || isLetter(unit));
    }
    this.#before = 'hangul';
  }

  #cluster(text: string, start: number): number {
    cluster.lastIndex = start;
    const whole = cluster.exec(text)?.[0] ?? text.charAt(start);
    const end = start + whole.length;
    const plain = whole
      .normalize('NFKD')
      .replace(/[\u0300-\u036F]/gu, '')
      .normalize('NFKC')
      .toLowerCase();
    let isFirst = true;
    for (let index = 0; index < plain.length; index += 1) {
      const unit = plainLetter(plain.charCodeAt(index));
      if (isSyllable(unit) || isLetter(unit)) {
        this.#hangul(unit, start, end);
      } else if (separator.test(plain.charAt(index)) || (unit < 0x80 && this.#endsSentence(unit, 0))) {
        this.#isNewWord = true;
      } else {
        this.#isNewWord ||= this.#before === 'hangul' && unit < 0x250;
        this.#put(unit, start, end, isFirst);
        this.#before = unit < 0x250 ? 'lower' : 'other';
      }
      isFirst = false;
    }
    return end;
  }

  #put(unit: number, start: number, end: number, isCharacterStart: boolean): void {
    if (this.length === this.units.length) {
      this.#grow();
    }
    const flags = (this.#isNewWord ? wordStart : 0) | (isCharacterStart ? characterStart : 0);
    this.units[this.length] = unit;
    this.flags[this.length] = flags;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
    this.#isNewWord = false;
  }

  #grow(): void {
    const { units, flags, starts, ends } = this;
    const size = units.length * 2;
    this.units = new Uint16Array(size);
    this.units.set(units);
    this.flags = new Uint8Array(size);
    this.flags.set(flags);
    this.starts = new Int32Array(size);
    this.starts.set(starts);
    this.ends = new Int32Array(size);
    this.ends.set(ends);
  }
}
