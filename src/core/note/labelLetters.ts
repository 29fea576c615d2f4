/*
 * Label words are compared without white space and full stops, in lower case (`wordKey`). These functions go through a text
 * in that way letter by letter, so that the many texts without a label word need not be rewritten to be looked at.
 */

/** Letters of alphabets (but for rare ones) and of Hangul: words do not begin or end between two of a kind. */
const alphabetic = 1;
const hangul = 2;
/** Hangul that may stand right before a label word, as the end of a particle or an adjective, or right behind one. */
const beforeWord = 4;
const behindWord = 8;
/** White space and full stops, which are no part of a key. */
const gap = 16;
/** What may be decomposed, belong to what stands before it or, but for ASCII, have another case. */
export const rewritten = 32;

/** What each UTF-16 unit is. */
export const kinds = new Uint8Array(0x10000);

function set(kind: number, ...ranges: readonly string[]): void {
  for (const range of ranges) {
    kinds.fill(kind, range.charCodeAt(0), range.charCodeAt(range.length - 1) + 1);
  }
}

set(rewritten, '\xc0\uffff');
set(0, '\u200b\u2027', '\u2030\u205e', '\u2190\u22ff', '\u2500\u2adb', '\u3001\u3029', '\u3030\u3098', '\u309b\u318e');
set(0, '\u4e00\u9fff', '\ud83c\ud83e', '\udc00\udfff', '\ufe0f', '\uff01\uff20');
set(alphabetic, 'AZ', 'az');
set(alphabetic | rewritten, '\xdf\xf6', '\xf8\u024f', '\u0430\u045f');
set(hangul, '가힣');
set(hangul | beforeWord, ...Array.from('랑고요된인'));
set(hangul | behindWord, ...Array.from('들은는이에으을를무뭐뭘뭔어있말설알정하'));
set(hangul | beforeWord | behindWord, ...Array.from('의와과및요'));
set(gap, '\t\r', ' ', '.', '\xa0', '\u3000');
set(gap | rewritten, '\u1680', '\u2000\u200a', '\u2028\u2029', '\u202f', '\u205f', '\ufeff');

/**
 * A text in the form that the other functions take: letters that are in two forms the same are the same.
 *
 * @param text Any text.
 */
export function comparable(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    if ((kindAt(text, at) & rewritten) !== 0) {
      return text.normalize('NFC').toLowerCase();
    }
  }
  return text;
}

/**
 * The letter at a place of a comparable text, or of a key, as it is compared: its UTF-16 unit in lower case.
 *
 * @param text The text.
 * @param at The place.
 */
export function letterAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) {
    return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
  }
  // A sigma's form depends on what is behind it.
  return unit === 0x2019 ? 0x27 : unit === 0x3c2 ? 0x3c3 : unit;
}

/**
 * What {@link letterAt} takes for a letter in a comparable text.
 *
 * @param letter The letter.
 */
export function unitsOf(letter: number): readonly number[] {
  if (letter === 0x27 || letter === 0x3c3) {
    return [letter, letter === 0x27 ? 0x2019 : 0x3c2];
  }
  return letter >= 0x61 && letter <= 0x7a ? [letter, letter & ~0x20] : [letter];
}

/**
 * Whether no part of a key stands at a place, but white space or a full stop.
 *
 * @param text The text.
 * @param at The place.
 */
export function isGap(text: string, at: number): boolean {
  return (kindAt(text, at) & gap) !== 0;
}

/**
 * How far `(s)` or `(es)` reaches behind its bracket: to a key it is one letter, `s`.
 *
 * @param text The text.
 * @param at The place of the bracket.
 * @returns 0 where something else stands there.
 */
export function pluralLength(text: string, at: number): number {
  return text.charCodeAt(at) === 0x28
    ? (/^\(e?s\)/u.exec(text.slice(at, at + 4).toLowerCase())?.[0].length ?? 1) - 1
    : 0;
}

/**
 * Whether a label word may begin between two letters.
 *
 * @param before What the first is, see {@link kinds}; 0 at a text's start.
 * @param kind What the second is.
 */
export function mayBeginBehind(before: number, kind: number): boolean {
  return (kind & gap) === 0 && ((before & kind & (alphabetic | hangul)) === 0 || (before & beforeWord) !== 0);
}

/**
 * Whether a label word may end before a place.
 *
 * @param text The text.
 * @param at The place.
 */
export function mayEndAt(text: string, at: number): boolean {
  const behind = at < text.length ? kindAt(text, at) : 0;
  return (behind & kindAt(text, at - 1) & (alphabetic | hangul)) === 0 || (behind & behindWord) !== 0;
}

function kindAt(text: string, at: number): number {
  return kinds[text.charCodeAt(at)] ?? 0;
}
