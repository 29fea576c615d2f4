/** A name as search compares it. */
export interface SearchKey {
  /** Without spaces and hyphens, Hangul taken apart into jamo. */
  readonly key: string;
  /** Where words begin in the key, ascending, 0 included. */
  readonly wordStarts: readonly number[];
}

/**
 * Makes text comparable: normal form C, lower case, half width, then Hangul syllables as jamo, so that one wrong letter
 * of a syllable is one wrong character; spaces, hyphens and the like are dropped, for people leave them out.
 *
 * @param text A name or a query.
 */
export function searchKey(text: string): SearchKey {
  const wordStarts: number[] = [];
  let key = '';
  for (const word of comparable(text).split(/[\s\-_/·.,:;()[\]{}'"“”‘’]+/u)) {
    if (word !== '') {
      wordStarts.push(key.length);
      key += word.normalize('NFD').replace(/[\u0300-\u036f]/gu, '');
    }
  }
  return { key, wordStarts };
}

/**
 * Text in the form in which texts are compared: normal form C, lower case, half width.
 *
 * @param text Any text.
 */
export function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
