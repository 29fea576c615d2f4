/**
 * Hangul as it is typed on the two-set keyboard (KS X 5002): each syllable becomes the letters of its keystrokes, compound
 * vowels and final clusters split too. So what is typed of a syllable is always the beginning of the whole.
 */

const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const medials = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ';
const finals =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ';
/** The letters U+3131 to U+3163, of which some are compounds. */
const letters =
  'ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄸ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅃ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ ' +
  medials;

const initialStrokes = Array.from(initials);
const medialStrokes = medials.split(' ');
const finalStrokes = finals.split(' ');
const letterStrokes = letters.split(' ');

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const firstLetter = 0x3131;
const lastLetter = 0x3163;
/** Up to here the letters are consonants. */
const lastConsonant = 0x314e;

/** Whether a UTF-16 unit is a whole syllable. */
export function isSyllable(unit: number): boolean {
  return unit >= firstSyllable && unit <= lastSyllable;
}

/** Whether a UTF-16 unit is a letter by itself (U+3131 to U+3163). */
export function isLetter(unit: number): boolean {
  return unit >= firstLetter && unit <= lastLetter;
}

/** Whether a UTF-16 unit is a consonant by itself. */
export function isConsonant(unit: number): boolean {
  return unit >= firstLetter && unit <= lastConsonant;
}

/** Whether a syllable ends in a consonant. */
export function hasFinal(syllable: number): boolean {
  return (syllable - firstSyllable) % finalStrokes.length !== 0;
}

/**
 * The letters that are typed for a syllable or a letter.
 *
 * @param unit A syllable or a letter.
 */
export function strokesOf(unit: number): string {
  if (isLetter(unit)) {
    return letterStrokes[unit - firstLetter] ?? '';
  }
  const place = unit - firstSyllable;
  return (syllableStrokes[place] ??= ofSyllable(place));
}

/** What was asked for: most texts have the same few hundred syllables. */
const syllableStrokes: string[] = [];

function ofSyllable(place: number): string {
  const initial = Math.floor(place / (medialStrokes.length * finalStrokes.length));
  const medial = Math.floor(place / finalStrokes.length) % medialStrokes.length;
  const final = place % finalStrokes.length;
  return (initialStrokes[initial] ?? '') + (medialStrokes[medial] ?? '') + (finalStrokes[final] ?? '');
}

/**
 * The letter of a conjoining one (U+1100 to U+11C2), of which texts in normal form D are made; other units stay.
 *
 * @param unit Any UTF-16 unit.
 */
export function plainLetter(unit: number): number {
  if (unit >= 0x1100 && unit <= 0x1112) {
    return initials.charCodeAt(unit - 0x1100);
  }
  if (unit >= 0x1161 && unit <= 0x1175) {
    return lastConsonant + 1 + unit - 0x1161;
  }
  if (unit >= 0x11a8 && unit <= 0x11c2) {
    const strokes = finalStrokes[unit - 0x11a7] ?? '';
    return firstLetter + letterStrokes.indexOf(strokes);
  }
  return unit;
}
