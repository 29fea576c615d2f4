import type { TextRange } from './searchResult.js';

/** A name that nobody wrote: the first letters of another one's words, or a numeronym of it. */
export interface DerivedName {
  readonly name: string;
  /** The letters of the other name that it stands for. */
  readonly ranges: readonly TextRange[];
}

/** Longest name that is abbreviated, in characters. */
const longestName = 100;

/** Fewest and most words that have initials. */
const fewestWords = 2;
const mostWords = 8;

/** Fewest letters between the first and the last of a word that are counted instead of written: the 8 of k8s. */
const fewestCounted = 8;

/** Words that initials often leave out. */
const smallWords = new Set(['a', 'an', 'the', 'of', 'and', 'or', 'for', 'to', 'in', 'on', 'with', 'by', 'vs']);

/** A word of Latin letters, or a hump of one: `JavaScript` has two. */
const word = /[A-Z]?[a-z\u00DF-\u00F6\u00F8-\u00FF]+|[A-Z]+(?![a-z])|\d+/gu;
const wholeWord = /[A-Za-z\u00C0-\u00FF]+/gu;

/**
 * Abbreviates a name: `Infrastructure as Code` to iac, `JavaScript Object Notation` to jon and json, `Kubernetes Pod` to
 * `k8s Pod`. Names in other scripts than Latin have no initials.
 *
 * @param name A title or an alias.
 * @returns Without repeats, the most usual first.
 */
export function derivedNames(name: string): DerivedName[] {
  if (name.length > longestName || !/[A-Za-z]/u.test(name)) {
    return [];
  }
  const initials = /[\u0250-\u200F\u2027-\u{10FFFF}]/u.test(name) ? [] : initialsOf(name);
  const found = [...initials, ...numeronymOf(name)];
  return found.filter((one, index) => found.findIndex((other) => other.name === one.name) === index);
}

function initialsOf(name: string): DerivedName[] {
  const whole = [...name.matchAll(wholeWord)];
  const humps = [...name.matchAll(word)];
  const large = whole.filter(([text]) => !smallWords.has(text.toLowerCase()));
  return [whole, humps, large].flatMap((words) => {
    if (words.length < fewestWords || words.length > mostWords) {
      return [];
    }
    const letters = words.map(([text]) => text.charAt(0).toLowerCase()).join('');
    return [{ name: letters, ranges: words.map(({ index }) => [index, index + 1] as const) }];
  });
}

function numeronymOf(name: string): DerivedName[] {
  const ranges: TextRange[] = [];
  const short = name.replace(wholeWord, (text, index: number) => {
    const counted = text.length - 2;
    if (counted < fewestCounted) {
      return text;
    }
    ranges.push([index, index + 1], [index + text.length - 1, index + text.length]);
    return `${text.charAt(0)}${counted}${text.slice(-1)}`;
  });
  return ranges.length === 0 ? [] : [{ name: short, ranges }];
}
