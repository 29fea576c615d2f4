import { searchKey } from './searchKey.js';
import type { SearchResult } from './searchResult.js';

/**
 * The results that have a name, and not just something like it: by title or alias, whatever the case, spaces and hyphens.
 * Aliases that nobody gave count only where no other name is the same.
 *
 * @param name The name.
 * @param results What a search for it found, best first.
 */
export function namedConcepts(name: string, results: readonly SearchResult[]): SearchResult[] {
  const { key } = searchKey(name);
  const named = results.filter(({ match, found }) => match === 'exact' && searchKey(found).key === key);
  const given = named.filter(({ concept, found }) => found === concept.title || !concept.derived.includes(found));
  return given.length > 0 ? given : named;
}
