import { isConsonant, isLetter, isSyllable } from './hangulStrokes.js';
import { hangulTyped, latinTyped } from './keyboardLayout.js';
import { characterStart, KeyText, wordStart } from './keyText.js';
import { letterMask, type LetterMask } from './letterMask.js';
import { pairColumnsOf } from './pairColumns.js';
import { withoutParticle } from './particles.js';

/** What a pattern makes of what was typed: takes it as it is, without a particle, or as meant on the other layout. */
export type PatternKind = 'typed' | 'stem' | 'keyboard';

/** One way to take a query, ready to be compared with names. */
export interface NamePattern {
  readonly kind: PatternKind;
  readonly key: string;
  readonly units: Uint16Array;
  readonly mask: LetterMask;
  /** Columns of the pairs of letters that every name has which the pattern meets, typos aside. */
  readonly pairs: readonly number[];
  /** The key cut into letters and syllables. */
  readonly characters: readonly string[];
  /** The key cut into words, without repeats. */
  readonly words: readonly string[];
  /** Whether consonants by themselves may stand for syllables. */
  readonly hasChoseong: boolean;
}

/** Most units of a key that are looked at. */
const longestKey = 256;

/** Fewest letters that are tried on the other layout. */
const fewestKeys = 2;

/**
 * The ways to take a query.
 *
 * @param text The query, without filters.
 * @returns First as it was typed, then the others; none where there is nothing to compare.
 */
export function namePatterns(text: string): NamePattern[] {
  const typed = patternOf(text, 'typed');
  if (typed.key === '') {
    return [];
  }
  const stem = withoutParticle(text);
  const others = [
    ...(stem === undefined ? [] : [patternOf(stem, 'stem')]),
    ...[hangulTyped(text) ?? [], latinTyped(text)].flat().map((other) => patternOf(other, 'keyboard')),
  ];
  const seen = new Set(['', typed.key]);
  const isNew = ({ key, kind }: NamePattern): boolean => {
    const isKnown = seen.has(key);
    seen.add(key);
    return !isKnown && (kind === 'stem' || key.length >= fewestKeys);
  };
  return [typed, ...others.filter(isNew)];
}

/**
 * One way to take a query.
 *
 * @param text The query as it is meant.
 * @param kind What was made of it.
 */
export function patternOf(text: string, kind: PatternKind): NamePattern {
  const read = new KeyText().read(text);
  read.length = Math.min(read.length, longestKey);
  const key = read.key();
  const units = read.units.slice(0, read.length);
  const loneConsonants = text.normalize('NFC').match(/[ㄱ-ㅎ]/gu) ?? [];
  const words = [...new Set(cut(key, read.flags, wordStart))];
  const hasChoseong = loneConsonants.length > 0 && kind === 'typed';
  return {
    kind,
    key,
    units,
    mask: letterMask(units, 0, units.length),
    pairs: hasChoseong ? [] : [...new Set(words.flatMap((word) => pairColumnsOf(unitsOf(word))))],
    characters: cut(key, read.flags, characterStart),
    words,
    hasChoseong,
  };
}

/** Whether a unit is a keystroke of Hangul. */
export function isStroke(unit: number): boolean {
  return isLetter(unit);
}

/** Whether a character of a key is a consonant by itself. */
export function isLoneConsonant(character: string): boolean {
  return character.length === 1 && isConsonant(character.charCodeAt(0));
}

/** Whether all of a pattern is Hangul. */
export function isHangul({ units }: NamePattern): boolean {
  return units.every((unit) => isLetter(unit) || isSyllable(unit));
}

/** The units of a string. */
export function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, place) => text.charCodeAt(place));
}

function cut(key: string, flags: Uint8Array, flag: number): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let place = 1; place <= key.length; place += 1) {
    if (place === key.length || ((flags[place] ?? 0) & flag) !== 0) {
      parts.push(key.slice(start, place));
      start = place;
    }
  }
  return parts;
}
