import type { Note } from '../note/model.js';
import { queryTokens, type QueryToken } from './query.js';
import { searchKey } from './searchKey.js';

/** A filter that could be typed next. */
export interface FilterCompletion {
  readonly kind: 'topic' | 'note' | 'pros' | 'cons';
  /** The filter as it would stand in the query: `#Cloud`, `@"My notes"`, `pros:`. */
  readonly filter: string;
  /** The whole query with the filter in place of what was typed of it; the cursor belongs at its end. */
  readonly query: string;
  /** How many concepts the filter alone would leave. */
  readonly concepts: number;
}

/**
 * What could be typed next as a filter: topics and tags behind `#`, notes behind `@`, and `pros:` or `cons:` where their first
 * letters were typed.
 *
 * @param typed What the user typed so far.
 * @param notes The notes, in note order.
 * @param limit The most to give.
 * @returns Those that begin with what was typed first, then those with more concepts.
 */
export function filterCompletions(typed: string, notes: readonly Note[], limit: number): FilterCompletion[] {
  const token = queryTokens(typed).at(-1);
  if (!token || token.end < typed.length || limit <= 0) {
    return [];
  }
  const kind = ({ '#': 'topic', '@': 'note' } as const)[token.text.charAt(0)];
  return kind
    ? named(typed, token, kind, kind === 'topic' ? topicSizes(notes) : noteSizes(notes)).slice(0, limit)
    : sides(typed, token, notes).slice(0, limit);
}

/**
 * The query that finds what has a topic or a tag. Its space keeps the filter from being typed on.
 *
 * @param name The topic or the tag.
 */
export function topicQuery(name: string): string {
  return `#${quoted(name)} `;
}

function named(
  typed: string,
  token: QueryToken,
  kind: 'topic' | 'note',
  sizes: ReadonlyMap<string, number>,
): FilterCompletion[] {
  const { key } = searchKey(token.text.slice(1));
  const found = [...sizes].flatMap(([name, concepts], order) => {
    const place = searchKey(name).key.indexOf(key);
    return place === -1 ? [] : [{ name, concepts, order, isInside: place > 0 }];
  });
  found.sort((a, b) => Number(a.isInside) - Number(b.isInside) || b.concepts - a.concepts || a.order - b.order);
  return found.map(({ name, concepts }) => {
    const filter = token.text.charAt(0) + quoted(name);
    return { kind, filter, query: typed.slice(0, token.start) + filter, concepts };
  });
}

function sides(typed: string, token: QueryToken, notes: readonly Note[]): FilterCompletion[] {
  const start = token.text.normalize('NFC').toLowerCase();
  const found = [
    ['pros', 'pros:'],
    ['cons', 'cons:'],
    ['pros', '장점:'],
    ['cons', '단점:'],
  ] as const;
  return found
    .filter(([, filter]) => filter.startsWith(start) && filter !== start)
    .map(([kind, filter]) => {
      const concepts = notes.reduce((sum, note) => sum + note.concepts.filter((of) => of[kind].length > 0).length, 0);
      return { kind, filter, query: typed.slice(0, token.start) + filter, concepts };
    });
}

/** Topics and tags, those that mean the same taken for one. */
function topicSizes(notes: readonly Note[]): Map<string, number> {
  const keys = new Map<string, string>();
  const names = new Map<string, string>();
  const sizes = new Map<string, number>();
  const keyOf = (name: string): string => {
    const key = keys.get(name) ?? searchKey(name).key;
    keys.set(name, key);
    names.set(key, names.get(key) ?? name);
    return key;
  };
  const count = (all: ReadonlySet<string>, concepts: number): void =>
    all.forEach((key) => sizes.set(key, (sizes.get(key) ?? 0) + concepts));
  for (const { topics, tags, concepts } of notes) {
    const ofNote = new Set([...topics, ...tags].map(keyOf));
    count(ofNote, concepts.length);
    for (const concept of concepts) {
      if (concept.tags.length > 0) {
        count(new Set(concept.tags.map(keyOf).filter((key) => !ofNote.has(key))), 1);
      }
    }
  }
  return new Map([...sizes].map(([key, concepts]) => [names.get(key) ?? key, concepts]));
}

function noteSizes(notes: readonly Note[]): Map<string, number> {
  const sizes = new Map<string, number>();
  notes.forEach(({ title, concepts }) => sizes.set(title, (sizes.get(title) ?? 0) + concepts.length));
  return sizes;
}

/** A name with spaces goes between quotes; quotes in it would end them. */
function quoted(name: string): string {
  const bare = name.replace(/"/gu, ' ').trim();
  return /\s/u.test(bare) ? `"${bare}"` : bare;
}
