import { KeyText } from '../../../src/core/search/keyText.js';
import type { KeyStretch } from '../../../src/core/search/literalMatch.js';

/** A name as the search compares it. */
export function stretchOf(name: string): KeyStretch {
  const { units, flags, length } = new KeyText().read(name);
  return { units, flags, start: 0, end: length };
}
