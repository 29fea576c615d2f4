import Fuse from 'fuse.js/basic';
import type { Located } from '../library/library.js';
import type { Note } from '../note/model.js';
import { filterCompletions, type FilterCompletion } from './filterCompletions.js';
import { matchName, nameMatches, type NameMatch } from './nameMatch.js';
import { comparable, searchKey, type SearchKey } from './searchKey.js';
import type { SearchHistory } from './searchHistory.js';
import type { SearchField, SearchMatch, SearchResult } from './searchResult.js';
import { slipOf } from './slips.js';

export type { FilterCompletion, SearchField, SearchMatch, SearchResult };

/** One name of one concept. */
interface NameEntry extends SearchKey {
  readonly concept: number;
  readonly field: 'title' | 'alias';
  readonly name: string;
  /** Its place among the concept's names: CI is the first name of “CI (…)” and only a half of “CI/CD”. */
  readonly rank: number;
}

/** A result before it is scored: the lower the ranks, the better. */
interface Candidate {
  readonly entry: NameEntry;
  readonly match: NameMatch;
  readonly fuzzy: number;
}

/** Beyond this share of wrong letters fuse.js finds mostly noise: measured on jamo keys, where .4 and .34 recall alike. */
const fuzzyThreshold = 0.34;

/** Text beside names is found by exact words, or not at all: one score, worse than every name's. */
const textScore = 0.95;

/** Longest query that is looked at, in characters: nobody names a concept with more. */
const longestQuery = 200;

/**
 * Finds concepts by name, typos included, and by the exact words of their gist and points. fuse.js judges which names
 * are near; the order is the extension's own: exact, prefix, start of a word, inside, typo; title before alias; then
 * text.
 */
export class ConceptSearch {
  readonly #notes = new Map<string, Note>();
  #located: readonly Located[] = [];
  #names: readonly NameEntry[] = [];
  #fuse = new Fuse<NameEntry>([]);
  #texts: readonly string[] | undefined;

  /** @param notes The notes to search, in any order. */
  constructor(notes: readonly Note[] = []) {
    this.update(notes);
  }

  /**
   * Takes notes in, anew or for the first time, and others out.
   *
   * @param put Notes as they now are.
   * @param remove URIs of notes that are gone; unknown ones are passed over.
   */
  update(put: readonly Note[], remove: readonly string[] = []): void {
    remove.forEach((uri) => this.#notes.delete(uri));
    put.forEach((note) => this.#notes.set(note.uri, note));
    const notes = [...this.#notes.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    this.#located = notes.flatMap((note) => note.concepts.map((concept) => ({ concept, note })));
    this.#names = this.#located.flatMap(({ concept }, index) => [
      { concept: index, field: 'title' as const, name: concept.title, rank: 0, ...searchKey(concept.title) },
      ...concept.aliases.map((name, place) => {
        return { concept: index, field: 'alias' as const, name, rank: place + 1, ...searchKey(name) };
      }),
    ]);
    this.#texts = undefined;
    this.#fuse = new Fuse([...this.#names], {
      keys: ['key'],
      threshold: fuzzyThreshold,
      ignoreLocation: true,
      ignoreFieldNorm: true,
      includeScore: true,
    });
  }

  /**
   * Finds concepts.
   *
   * @param query What the user typed, with or without filters; empty finds nothing.
   * @param limit The most results to give.
   * @param history What the user opened, to order what is found alike.
   * @returns Best first; the same library, query and history give the same order.
   */
  search(query: string, limit: number, history?: SearchHistory): SearchResult[] {
    let last: readonly SearchResult[] = [];
    for (const results of this.steps(query, limit, history)) {
      last = results;
    }
    return [...last];
  }

  /**
   * The same in steps of a few milliseconds: whoever calls may pause between two and leave off at any. A step that found
   * nothing new yields the same list again.
   *
   * @returns Yields what is found so far: names first, then texts; the last list is the whole.
   */
  *steps(query: string, limit: number, _history?: SearchHistory): Generator<readonly SearchResult[], void, undefined> {
    const { key } = searchKey(query.slice(0, longestQuery));
    if (key === '' || limit <= 0) {
      yield [];
      return;
    }
    const names = this.#byName(key);
    const found = new Set(names.map(({ entry }) => entry.concept));
    const results = names.slice(0, limit).map((candidate) => this.#result(candidate, key));
    yield results;
    if (results.length < limit) {
      yield [...results, ...this.#byText(query, found, limit - results.length)];
    }
  }

  /**
   * What could be typed next as a filter: `#top…` gives topics, `@no…` notes, `pro…` and `con…` the sides.
   *
   * @param query What the user typed so far.
   * @param limit The most to give.
   */
  completions(query: string, limit: number): FilterCompletion[] {
    return filterCompletions(query, [...this.#notes.values()], limit);
  }

  #byName(key: string): Candidate[] {
    const best = new Map<number, Candidate>();
    const offer = (candidate: Candidate): void => {
      const known = best.get(candidate.entry.concept);
      if (!known || compare(candidate, known) < 0) {
        best.set(candidate.entry.concept, candidate);
      }
    };
    for (const { item: entry, score = 1 } of this.#fuse.search(key)) {
      if (score <= fuzzyThreshold) {
        offer({ entry, match: matchName(key, entry), fuzzy: score });
      }
    }
    const isSlip = slipOf(key);
    for (const entry of this.#names.filter(isSlip)) {
      offer({ entry, match: { tier: nameMatches.indexOf('typo'), edits: 1 }, fuzzy: fuzzyThreshold });
    }
    return [...best.values()].sort(compare);
  }

  #result({ entry, match }: Candidate, key: string): SearchResult {
    const share = match.edits / (key.length + 1);
    const score = ((match.tier + share) / nameMatches.length) * textScore;
    const kind: SearchMatch = nameMatches[match.tier] ?? 'typo';
    return { ...this.#at(entry.concept), score, field: entry.field, found: entry.name, match: kind, ranges: [] };
  }

  #byText(query: string, known: ReadonlySet<number>, limit: number): SearchResult[] {
    const words = comparable(query).split(/\s+/u).filter(Boolean);
    this.#texts ??= this.#located.map(({ concept, note }) => comparable(textsOf(concept, note.topics).join('\n')));
    const results: SearchResult[] = [];
    for (let index = 0; index < this.#texts.length && results.length < limit; index += 1) {
      const text = this.#texts[index] ?? '';
      if (!known.has(index) && words.every((word) => text.includes(word))) {
        const { concept, note } = this.#at(index);
        const inGist = words.some((word) => comparable(concept.gist).includes(word));
        const points = [...concept.pros, ...concept.cons].map((point) => point.text);
        const found = points.find((point) => words.some((word) => comparable(point).includes(word)));
        const field = inGist || found === undefined ? 'gist' : 'point';
        results.push({
          concept,
          note,
          score: textScore,
          field,
          found: field === 'gist' ? concept.gist : (found ?? ''),
          match: 'text',
          ranges: [],
        });
      }
    }
    return results;
  }

  #at(index: number): Located {
    const located = this.#located[index];
    if (!located) {
      throw new RangeError(`No concept ${index}`);
    }
    return located;
  }
}

function textsOf(concept: Located['concept'], topics: readonly string[]): string[] {
  return [
    concept.title,
    concept.gist,
    ...concept.pros.map(({ text }) => text),
    ...concept.cons.map(({ text }) => text),
    ...topics,
  ];
}

function compare(a: Candidate, b: Candidate): number {
  return (
    a.match.tier - b.match.tier ||
    a.match.edits - b.match.edits ||
    Number(a.entry.field === 'alias') - Number(b.entry.field === 'alias') ||
    a.entry.key.length - b.entry.key.length ||
    a.fuzzy - b.fuzzy ||
    a.entry.rank - b.entry.rank ||
    a.entry.concept - b.entry.concept
  );
}
