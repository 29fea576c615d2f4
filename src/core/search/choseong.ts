import { isStroke, isLoneConsonant } from './namePattern.js';
import { characterStart, wordStart } from './keyText.js';
import { places, type KeyStretch, type Place } from './literalMatch.js';

/** Where first consonants were found in a name. */
export interface ChoseongMatch {
  readonly place: Place;
  /** The stretch of the name's key. */
  readonly start: number;
  readonly end: number;
}

/**
 * Finds a query that has consonants in place of syllables: ㅋㅌㅇㄴ, 컨ㅌ너, `aws ㄹㄷ`. A consonant by itself stands for any syllable
 * that begins with it, everything else for itself; the last syllable may be half typed.
 *
 * @param characters The query's key, cut into letters and syllables.
 * @param name The name.
 */
export function choseongIn(characters: readonly string[], name: KeyStretch): ChoseongMatch | undefined {
  const { flags, start, end } = name;
  let inside: ChoseongMatch | undefined;
  for (let at = start; at + characters.length <= end; at += 1) {
    const flag = flags[at] ?? 0;
    if ((flag & characterStart) === 0 || (inside && (flag & wordStart) === 0)) {
      continue;
    }
    const stop = matchEnd(characters, name, at);
    if (stop === -1) {
      continue;
    }
    if (at === start) {
      return { place: stop === end ? places.exact : places.prefix, start: at, end: stop };
    }
    if ((flag & wordStart) !== 0) {
      return { place: places.wordStart, start: at, end: stop };
    }
    inside ??= { place: places.inside, start: at, end: stop };
  }
  return inside;
}

function matchEnd(characters: readonly string[], name: KeyStretch, from: number): number {
  let at = from;
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    const stop = characterEnd(name, at);
    if (at >= name.end || name.units[at] !== character.charCodeAt(0)) {
      return -1;
    }
    const standsForAll = isLoneConsonant(character) && isStroke(name.units[at] ?? 0);
    const isLast = index === characters.length - 1;
    const isWhole = stop - at === character.length || isLast;
    if (!standsForAll && !(isWhole && begins(character, name, at))) {
      return -1;
    }
    at = stop;
  }
  return at;
}

function characterEnd({ flags, end }: KeyStretch, at: number): number {
  let stop = at + 1;
  while (stop < end && ((flags[stop] ?? 0) & characterStart) === 0) {
    stop += 1;
  }
  return stop;
}

function begins(character: string, { units }: KeyStretch, at: number): boolean {
  for (let place = 1; place < character.length; place += 1) {
    if (units[at + place] !== character.charCodeAt(place)) {
      return false;
    }
  }
  return true;
}
