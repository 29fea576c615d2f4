import Fuse from 'fuse.js/basic';
import type { Located } from '../library/library.js';
import { matchName, nameMatches, type NameMatch } from './nameMatch.js';
import { comparable, searchKey, type SearchKey } from './searchKey.js';
import { slipOf } from './slips.js';

/** Where a query was found. */
export type SearchField = 'title' | 'alias' | 'gist' | 'point';

/** A concept that a query found. */
export interface SearchResult extends Located {
  /** 0 (perfect) to 1 (barely); results are ordered by it. */
  readonly score: number;
  readonly field: SearchField;
  /** The name or the text that was found. */
  readonly found: string;
}

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
  readonly #located: readonly Located[];
  readonly #names: readonly NameEntry[];
  readonly #fuse: Fuse<NameEntry>;
  #texts: readonly string[] | undefined;

  /** @param located The concepts to find, in note order: ties keep it. */
  constructor(located: readonly Located[]) {
    this.#located = located;
    this.#names = located.flatMap(({ concept }, index) => [
      { concept: index, field: 'title' as const, name: concept.title, rank: 0, ...searchKey(concept.title) },
      ...concept.aliases.map((name, place) => {
        return { concept: index, field: 'alias' as const, name, rank: place + 1, ...searchKey(name) };
      }),
    ]);
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
   * @param query What the user typed; empty finds nothing.
   * @param limit The most results to give.
   * @returns Best first; the same query gives the same order.
   */
  search(query: string, limit: number): SearchResult[] {
    const { key } = searchKey(query.slice(0, longestQuery));
    if (key === '' || limit <= 0) {
      return [];
    }
    const names = this.#byName(key);
    const found = new Set(names.map(({ entry }) => entry.concept));
    const results = names.slice(0, limit).map((candidate) => this.#result(candidate, key));
    return results.length < limit ? [...results, ...this.#byText(query, found, limit - results.length)] : results;
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
    return { ...this.#at(entry.concept), score, field: entry.field, found: entry.name };
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
