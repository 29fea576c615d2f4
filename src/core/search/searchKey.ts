import { KeyText } from './keyText.js';

/** A name as search compares it. */
export interface SearchKey {
  /** Without spaces and hyphens, Hangul taken apart into keystrokes. */
  readonly key: string;
  /** Where words begin in the key, ascending, 0 included. */
  readonly wordStarts: readonly number[];
}

/**
 * Makes text comparable: normal form C, lower case, half width, then Hangul syllables as the letters typed for them, so
 * that one wrong letter of a syllable is one wrong character; spaces, hyphens and the like are dropped, for people leave
 * them out.
 *
 * @param text A name or a query.
 */
export function searchKey(text: string): SearchKey {
  const keyText = new KeyText().read(text);
  return { key: keyText.key(), wordStarts: keyText.wordStarts() };
}

/**
 * Text in the form in which texts are compared: normal form C, lower case, half width.
 *
 * @param text Any text.
 */
export function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
