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

/** Whether humps may be others than the whole words. */
const hasHumps = /[a-z][A-Z]|[A-Z]{2}[a-z]|[^\0-/:-~]/;

/** A word that is long enough to be counted. */
const longWord = new RegExp(`[A-Za-z\\u00C0-\\u00FF]{${fewestCounted + 2}}`);

const otherScript = /[\u0250-\u200F\u2027-\uFFFF]/;

/**
 * Abbreviates a name: `Infrastructure as Code` to iac, `JavaScript Object Notation` to jon and json, `Kubernetes Pod` to
 * `k8s Pod`. Names in other scripts than Latin have no initials.
 *
 * @param name A title or an alias.
 * @returns Without repeats, the most usual first.
 */
export function derivedNames(name: string): DerivedName[] {
  const found: DerivedName[] = [];
  if (name.length <= longestName && /[A-Za-z]/.test(name)) {
    if (!otherScript.test(name)) {
      addInitials(name, found);
    }
    if (longWord.test(name)) {
      addName(numeronymOf(name), found);
    }
  }
  return found;
}

function addName(derived: DerivedName | undefined, found: DerivedName[]): void {
  if (derived && !found.some(({ name }) => name === derived.name)) {
    found.push(derived);
  }
}

function addInitials(name: string, found: DerivedName[]): void {
  const whole = wordsIn(name, wholeWord);
  addName(initialsOf(whole), found);
  if (hasHumps.test(name)) {
    addName(initialsOf(wordsIn(name, word)), found);
  }
  const large = whole.filter(({ text }) => !smallWords.has(text.toLowerCase()));
  if (large.length < whole.length) {
    addName(initialsOf(large), found);
  }
}

interface Word {
  readonly text: string;
  readonly index: number;
}

/** Not by `matchAll`, which makes a pattern of its own each time. */
function wordsIn(name: string, pattern: RegExp): Word[] {
  const words: Word[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(name); match; match = pattern.exec(name)) {
    words.push({ text: match[0], index: match.index });
  }
  return words;
}

function initialsOf(words: readonly Word[]): DerivedName | undefined {
  if (words.length < fewestWords || words.length > mostWords) {
    return undefined;
  }
  let letters = '';
  for (const { text } of words) {
    letters += text.charAt(0);
  }
  return { name: letters.toLowerCase(), ranges: words.map(({ index }) => [index, index + 1] as const) };
}

function numeronymOf(name: string): DerivedName | undefined {
  const ranges: TextRange[] = [];
  const short = name.replace(wholeWord, (text, index: number) => {
    const counted = text.length - 2;
    if (counted < fewestCounted) {
      return text;
    }
    ranges.push([index, index + 1], [index + text.length - 1, index + text.length]);
    return `${text.charAt(0)}${counted}${text.slice(-1)}`;
  });
  return ranges.length === 0 ? undefined : { name: short, ranges };
}
