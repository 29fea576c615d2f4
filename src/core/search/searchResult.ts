import type { Located } from '../library/library.js';

/** Where a query was found: `gist` stands for all text beside names that is no point, topics included. */
export type SearchField = 'title' | 'alias' | 'gist' | 'point';

/** Why a concept was found. */
export type SearchMatch =
  | 'exact'
  | 'prefix'
  | 'wordStart'
  | 'substring'
  /** By the first letters of its words, or by the count of letters left out: `iac`, `k8s`. */
  | 'initials'
  /** By first consonants of syllables: ㅋㅌㅇㄴ. */
  | 'choseong'
  /** As typed on the other keyboard layout: `zjsxpdlsj`. */
  | 'keyboard'
  | 'typo'
  /** By words of its text, or by a filter alone. */
  | 'text';

/** A part of a text: UTF-16 offsets of its first character and of what follows it. */
export type TextRange = readonly [start: number, end: number];

/** A concept that a query found. */
export interface SearchResult extends Located {
  /** 0 (best) to 1 (worst); results are ordered by it. */
  readonly score: number;
  readonly field: SearchField;
  /** The name, or the sentence, in which the query was found, as the note writes it. */
  readonly found: string;
  readonly match: SearchMatch;
  /** What of `found` to highlight: ascending, apart from each other, never a part of a syllable or character. */
  readonly ranges: readonly TextRange[];
}
