import type { Concept, Note } from '../note/model.js';
import { bodyParts } from './bodyTexts.js';
import { mergedRanges } from './highlights.js';
import { comparable } from './searchKey.js';
import type { SearchField, TextRange } from './searchResult.js';

/** The sentence in which a query was found. */
export interface Excerpt {
  readonly field: SearchField;
  readonly found: string;
  readonly ranges: readonly TextRange[];
}

/** A character with its marks and conjoining letters. */
const cluster = /[\u1100-\u115F][\u1160-\u11A7]*[\u11A8-\u11FF]*\p{M}*|.[\u11A8-\u11FF]*\p{M}*/gsu;

/** Up to and with the mark that ends it; a dot within a word or number ends nothing. */
const sentence = /.+?(?:[.!?。！？…]+(?=\s|$)|[。！？]|\n|$)\s*/gsu;

/** Longest sentence that is shown whole, and what is shown of others before the first word, in characters. */
const longestSentence = 300;
const lead = 60;

/**
 * The sentence of a concept's text that has the most of some words, the first one of those.
 *
 * @param words Words as they are compared; with none, the gist's beginning is given.
 * @param field Where to look; everywhere if not given.
 */
export function excerptOf(concept: Concept, note: Note, words: readonly string[], field?: SearchField): Excerpt {
  let best: Excerpt = { field: 'gist', found: concept.gist.slice(0, longestSentence), ranges: [] };
  let most = 0;
  for (const part of bodyParts(concept, note)) {
    for (const text of field && part.field !== field ? [] : sentencesOf(part.text)) {
      const plain = comparable(text);
      const count = words.filter((word) => plain.includes(word)).length;
      if (count > most) {
        most = count;
        best = { field: part.field, ...cutAround(text, wordRanges(text, words)) };
      }
      if (most === words.length) {
        return best;
      }
    }
  }
  return best;
}

/**
 * Where words stand in a text.
 *
 * @param text As it is written, in any normal form.
 * @param words As they are compared.
 * @returns Offsets in the text as it is written.
 */
export function wordRanges(text: string, words: readonly string[]): TextRange[] {
  const { plain, starts, ends } = comparableWithOffsets(text);
  const ranges: TextRange[] = [];
  for (const word of words) {
    for (let at = plain.indexOf(word); at !== -1 && word !== ''; at = plain.indexOf(word, at + word.length)) {
      const last = at + word.length - 1;
      ranges.push([starts?.[at] ?? at, ends?.[last] ?? last + 1]);
    }
  }
  return mergedRanges(ranges);
}

/** A text as it is compared; the offsets of each of its characters, where they differ from those in the text. */
function comparableWithOffsets(text: string): { plain: string; starts?: number[]; ends?: number[] } {
  const whole = comparable(text);
  if (
    whole.length === text.length &&
    text.normalize('NFKC') === text &&
    !/\p{M}|\p{Cs}|[\u{10000}-\u{10FFFF}]/u.test(text)
  ) {
    return { plain: whole };
  }
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: character, index } of text.matchAll(cluster)) {
    const part = comparable(character);
    plain += part;
    starts.push(...Array.from({ length: part.length }, () => index));
    ends.push(...Array.from({ length: part.length }, () => index + character.length));
  }
  return { plain, starts, ends };
}

function sentencesOf(text: string): string[] {
  return [...text.matchAll(sentence)].map(([found]) => found.trim()).filter((found) => found !== '');
}

/** A long sentence is cut before and behind the first word, at spaces. */
function cutAround(text: string, ranges: readonly TextRange[]): { found: string; ranges: readonly TextRange[] } {
  if (text.length <= longestSentence) {
    return { found: text, ranges };
  }
  const first = ranges[0]?.[0] ?? 0;
  const space = first <= lead ? -1 : text.indexOf(' ', first - lead);
  const start = first <= lead ? 0 : space === -1 || space >= first ? first : space + 1;
  const behind = text.lastIndexOf(' ', start + longestSentence);
  const end = Math.max(behind > start ? behind : start + longestSentence, ranges[0]?.[1] ?? 0);
  const inside = ranges.filter(([from, to]) => from >= start && to <= end);
  return { found: text.slice(start, end), ranges: inside.map(([from, to]) => [from - start, to - start]) };
}
