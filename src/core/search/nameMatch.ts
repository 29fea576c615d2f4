import type { SearchKey } from './searchKey.js';
import { typoDistance } from './typoDistance.js';

/** How a query meets a name, best first. */
export const nameMatches = ['exact', 'prefix', 'wordStart', 'substring', 'typo'] as const;

/** How well a query meets a name; lower is better in both. */
export interface NameMatch {
  /** Place in `nameMatches`. */
  readonly tier: number;
  /** Edits to the nearest beginning of a word; 0 unless it is a typo. */
  readonly edits: number;
}

/**
 * Judges how a query meets a name, by how people mean it.
 *
 * @param query The query's key, not empty.
 * @param name The name's key.
 * @returns A typo wherever no better match is found, however far it is.
 */
export function matchName(query: string, { key, wordStarts }: SearchKey): NameMatch {
  if (key === query) {
    return { tier: nameMatches.indexOf('exact'), edits: 0 };
  }
  if (key.startsWith(query)) {
    return { tier: nameMatches.indexOf('prefix'), edits: 0 };
  }
  if (wordStarts.some((start) => key.startsWith(query, start))) {
    return { tier: nameMatches.indexOf('wordStart'), edits: 0 };
  }
  if (key.includes(query)) {
    return { tier: nameMatches.indexOf('substring'), edits: 0 };
  }
  const distances = wordStarts.map((start) => typoDistance(query, key.slice(start)));
  return { tier: nameMatches.indexOf('typo'), edits: Math.min(query.length, ...distances) };
}
