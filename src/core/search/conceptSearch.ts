import type { Note } from '../note/model.js';
import { finish, type Steps } from '../steps.js';
import { BodyTexts } from './bodyTexts.js';
import { conceptName } from './conceptNames.js';
import { excerptOf } from './excerpt.js';
import { filterCompletions, type FilterCompletion } from './filterCompletions.js';
import { frecencies } from './frecencies.js';
import { nameRanges } from './highlights.js';
import { KeyText } from './keyText.js';
import { NameIndex } from './nameIndex.js';
import { NameSearch } from './nameSearch.js';
import { parseQuery, type Query } from './query.js';
import { filteredQuery } from './queryFilter.js';
import { scoreOf, textScore, type Candidate } from './ranking.js';
import { searchKey } from './searchKey.js';
import type { SearchHistory } from './searchHistory.js';
import type { SearchField, SearchMatch, SearchResult } from './searchResult.js';
import { textSteps, type TextCandidate } from './textSearch.js';
import { folded, textWords } from './textWords.js';

export type { FilterCompletion, SearchField, SearchMatch, SearchResult };

/** What `steps` yields: what is found so far. */
type SearchSteps = Generator<readonly SearchResult[], void, undefined>;

/**
 * Finds concepts by name, typos included, and by the exact words of their texts. fuse.js judges which names are near; the
 * order is the extension's own: see `levels`.
 */
export class ConceptSearch {
  readonly #index = new NameIndex();
  readonly #names = new NameSearch(this.#index);
  readonly #bodies = new BodyTexts(this.#index);
  readonly #keyText = new KeyText();

  /** @param notes The notes to search, in any order. */
  constructor(notes: readonly Note[] = []) {
    this.update(notes);
  }

  /**
   * Takes notes in, anew or for the first time, and others out. It costs as much as the touched notes are large.
   *
   * @param put Notes as they now are.
   * @param remove URIs of notes that are gone; unknown ones are passed over.
   */
  update(put: readonly Note[], remove: readonly string[] = []): void {
    finish(this.updateInSteps(put, remove));
  }

  /**
   * The same in steps. Between two, a search finds a part of what was put; the next update must wait for the last.
   *
   * @param put Notes as they now are.
   * @param remove URIs of notes that are gone.
   */
  *updateInSteps(put: readonly Note[], remove: readonly string[] = []): Steps<void> {
    yield* this.#index.update(put, remove, (slot) => this.#bodies.forget(slot));
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
   * nothing new yields the same list again. If notes change in between, the search begins anew.
   *
   * @returns Yields what is found so far: names first, then texts; the last list is the whole.
   */
  *steps(query: string, limit: number, history?: SearchHistory): SearchSteps {
    let version = -1;
    while (version !== this.#index.version) {
      ({ version } = this.#index);
      for (const results of this.#steps(parseQuery(query), limit, history)) {
        yield results;
        if (version !== this.#index.version) {
          break;
        }
      }
    }
  }

  /**
   * What could be typed next as a filter: `#top…` gives topics, `@no…` notes, `pro…` and `con…` the sides.
   *
   * @param query What the user typed so far.
   * @param limit The most to give.
   */
  completions(query: string, limit: number): FilterCompletion[] {
    const notes = this.#index.slots.map((slot) => this.#index.note(slot));
    return filterCompletions(query, notes, limit);
  }

  *#steps(typed: Query, limit: number, history: SearchHistory | undefined): SearchSteps {
    const { query, filter, isFiltered } = filteredQuery(typed, this.#index, this.#bodies);
    const isNamed = searchKey(query.text).key !== '';
    if (limit <= 0 || (!isNamed && !isFiltered)) {
      yield [];
      return;
    }
    const asked = { limit, filter, frecency: frecencies(history, this.#index) };
    const isFuzzy = query.phrases.length === 0;
    let results: readonly SearchResult[] = [];
    const named = isNamed
      ? yield* paused(this.#names.steps({ ...asked, text: query.text, isFuzzy }), () => results)
      : [];
    results = named.map((candidate) => this.#byName(candidate));
    yield results;
    if (results.length < limit) {
      const known = new Set(named.map(keyOf));
      const isNew = (slot: number, concept: number): boolean =>
        !known.has(keyOf({ slot, concept })) && filter(slot, concept);
      const textQuery = { ...asked, limit: limit - results.length, filter: isNew, words: textWords(query) };
      const texts =
        isNamed && textQuery.words.length === 0
          ? []
          : yield* paused(textSteps(this.#index, this.#bodies, textQuery), () => results);
      yield [...results, ...texts.map((candidate) => this.#byText(candidate, query, textQuery.words))];
    }
  }

  #byName({ slot, concept: place, number, level, match, pattern }: Candidate): SearchResult {
    const concept = this.#index.concept(slot, place);
    const name = conceptName(concept, number);
    return {
      concept,
      note: this.#index.note(slot),
      score: scoreOf(level),
      match,
      field: name.isTitle ? 'title' : 'alias',
      found: name.source,
      ranges: nameRanges(name, pattern, match, this.#keyText),
    };
  }

  #byText({ slot, concept: place }: TextCandidate, query: Query, words: readonly string[]): SearchResult {
    const concept = this.#index.concept(slot, place);
    const note = this.#index.note(slot);
    const ofPoints = query.filters
      .filter(({ kind }) => kind === 'pros' || kind === 'cons')
      .map(({ value }) => folded(value));
    const excerpt =
      words.length === 0 && ofPoints.some(Boolean)
        ? excerptOf(concept, note, ofPoints.filter(Boolean), 'point')
        : excerptOf(concept, note, words);
    return { concept, note, score: textScore, match: 'text', ...excerpt };
  }
}

/** A whole number for a concept: no note has two million. */
function keyOf({ slot, concept }: { readonly slot: number; readonly concept: number }): number {
  return slot * 2 ** 21 + concept;
}

/** Takes the steps of a part of the search, yielding what is known meanwhile. */
function* paused<T, Known>(steps: Generator<void, T, undefined>, known: () => Known): Generator<Known, T, undefined> {
  let step = steps.next();
  while (step.done !== true) {
    yield known();
    step = steps.next();
  }
  return step.value;
}
