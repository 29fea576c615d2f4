import { isConsonant, isLetter, isSyllable, strokesOf } from './hangulStrokes.js';

/** Keys of a QWERTY keyboard in the order of the letters that the two-set layout has on them (KS X 5002). */
const latinKeys = 'rRseEfaqQtTdwWczxvgkoiOjpuPhynbml';
const hangulKeys = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ';

/** Consonants that no syllable ends in. */
const neverFinal = 'ㄸㅃㅉ';

/**
 * Words of a query that were typed on the English layout while Hangul was meant: `zjsxpdlsj` for 컨테이너.
 *
 * @param text The query.
 * @returns The query with those words in letters of Hangul; nothing where no word spells syllables.
 */
export function hangulTyped(text: string): string | undefined {
  const typed = text.replace(/[A-Za-z]+/gu, (word) => {
    const letters = lettersOf(word);
    return spellsSyllables(letters) ? letters : word;
  });
  return typed === text ? undefined : typed;
}

/**
 * A query that was typed on the Korean layout while Latin letters were meant: `ㅣ믇` for lamb. Words that are whole
 * syllables may be meant, so there are two ways to take one.
 *
 * @param text The query.
 * @returns With all Hangul taken for Latin letters; with only those words that have letters by themselves; no repeats.
 */
export function latinTyped(text: string): string[] {
  const all = latinOf(text);
  const some = text.replace(/\S+/gu, (word) =>
    Array.from(word).some((unit) => isLetter(unit.charCodeAt(0))) ? latinOf(word) : word,
  );
  return [...new Set([all, some])].filter((typed) => typed !== text);
}

/** Shift makes other letters of some keys only; a word in capitals was typed with caps lock. */
function lettersOf(word: string): string {
  const keys = word === word.toUpperCase() ? word.toLowerCase() : word;
  const places = Array.from(keys, (key) => (latinKeys.includes(key) ? key : key.toLowerCase()));
  return places.map((key) => hangulKeys.charAt(latinKeys.indexOf(key))).join('');
}

function latinOf(text: string): string {
  const strokes = Array.from(text.normalize('NFC')).map((character) => {
    const unit = character.charCodeAt(0);
    return isSyllable(unit) || isLetter(unit) ? strokesOf(unit) : character;
  });
  return strokes.join('').replace(/[ㄱ-ㅣ]/gu, (letter) => latinKeys.charAt(hangulKeys.indexOf(letter)).toLowerCase());
}

/** Whether letters could be typed in this order: each syllable a consonant, one or two vowels, up to two consonants. */
function spellsSyllables(letters: string): boolean {
  const kinds = Array.from(letters)
    .map((letter) => (isConsonant(letter.charCodeAt(0)) ? 'C' : 'V'))
    .join('');
  const isSpelt = /^(?:CVV?(?:CC?(?!V))?)+C?$/u.test(kinds) && kinds.length > 1;
  const finals = Array.from(letters).filter(
    (_, place) => kinds[place] === 'C' && kinds[place - 1] === 'V' && kinds[place + 1] === 'C',
  );
  return isSpelt && finals.every((letter) => !neverFinal.includes(letter));
}
