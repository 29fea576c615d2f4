import { choseongIn } from './choseong.js';
import { nameKinds } from './conceptNames.js';
import { places, placeOf, placesOfWords, type KeyStretch, type Place } from './literalMatch.js';
import type { NamePattern } from './namePattern.js';
import { levels } from './ranking.js';
import type { SearchMatch } from './searchResult.js';

/** How a pattern meets a name without any typo. */
export interface NameMatch {
  /** See `levels`. */
  readonly level: number;
  readonly match: SearchMatch;
}

/** Fewest initials that are a name of their own: two letters begin too many words. */
const fewestInitials = 3;

const typedMatches: readonly NameMatch[] = [
  { level: levels.exact, match: 'exact' },
  { level: levels.prefix, match: 'prefix' },
  { level: levels.wordStart, match: 'wordStart' },
  { level: levels.substring, match: 'substring' },
];
const words: NameMatch = { level: levels.words, match: 'wordStart' };
const stems: readonly NameMatch[] = [
  { level: levels.stem, match: 'exact' },
  { level: levels.partOfStem, match: 'prefix' },
  { level: levels.partOfStem + 0.1, match: 'wordStart' },
];
const keyboards: readonly NameMatch[] = [
  levels.keyboard,
  ...[0, 0.1, 0.2].map((part) => levels.partOfKeyboard + part),
].map((level) => ({ level, match: 'keyboard' }));
const choseongs: readonly NameMatch[] = [0, 0.1, 0.2, 0.3].map((part) => {
  return { level: levels.choseong + part, match: 'choseong' };
});
const initials: NameMatch = { level: levels.initials, match: 'initials' };
const numeronymStart: NameMatch = { level: levels.initials + 0.1, match: 'initials' };
const someInitials: readonly NameMatch[] = [0, 0.1].map((part) => {
  return { level: levels.someInitials + part, match: 'initials' };
});

/** Fewest syllables of a query without its particle that may be just a part of a name. */
const fewestOfStem = 2;

/** Fewest letters of a query on the other layout that may stand anywhere in a name. */
const fewestOfKeyboard = 4;

/**
 * Judges how a pattern meets a name, typos aside.
 *
 * @param pattern The query, or what else may be meant by it.
 * @param name The name; it has all letters of the pattern.
 * @param kind One of `nameKinds`.
 */
export function matchName(pattern: NamePattern, name: KeyStretch, kind: number): NameMatch | undefined {
  const place = placeOf(pattern.units, name);
  if (kind === nameKinds.short) {
    return pattern.kind === 'typed' ? shortMatch(pattern, place) : undefined;
  }
  if (pattern.kind === 'stem') {
    return place === places.exact || pattern.characters.length >= fewestOfStem ? stems[place] : undefined;
  }
  if (pattern.kind === 'keyboard') {
    return place < places.inside || pattern.key.length >= fewestOfKeyboard ? keyboards[place] : undefined;
  }
  return typedMatches[place] ?? looseMatch(pattern, name);
}

function looseMatch(pattern: NamePattern, name: KeyStretch): NameMatch | undefined {
  if (pattern.words.length > 1 && placesOfWords(pattern.words, name)) {
    return words;
  }
  const choseong = pattern.hasChoseong ? choseongIn(pattern.characters, name) : undefined;
  return choseong && choseongs[choseong.place];
}

function shortMatch({ key }: NamePattern, place: Place): NameMatch | undefined {
  const isLong = key.length >= fewestInitials;
  if (place === places.exact) {
    return isLong ? initials : someInitials[0];
  }
  if (isLong && place < places.inside && /\d/u.test(key)) {
    return numeronymStart;
  }
  return place === places.prefix && key.length > 1 ? someInitials[1] : undefined;
}
