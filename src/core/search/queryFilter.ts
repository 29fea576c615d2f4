import type { Concept, Note } from '../note/model.js';
import type { BodyTexts } from './bodyTexts.js';
import type { NameIndex } from './nameIndex.js';
import type { ConceptFilter } from './nameSearch.js';
import type { Filter, Query } from './query.js';
import { comparable, searchKey } from './searchKey.js';
import { folded, hasWord } from './textWords.js';

/** Tells how well a note answers a filter: lower is better, `Infinity` not at all. */
type NoteJudge = (note: Note) => number;

/** A query whose filters are bound to a library. */
export interface FilteredQuery {
  readonly query: Query;
  /** Whether anything narrows the query down. */
  readonly isFiltered: boolean;
  readonly filter: ConceptFilter;
}

/**
 * Binds the filters of a query to a library. A topic or note that no note has is taken for a word: `#include`, `@Bean`.
 *
 * @param query The query.
 * @param index The notes.
 * @param bodies Their texts.
 */
export function filteredQuery(query: Query, index: NameIndex, bodies: BodyTexts): FilteredQuery {
  const words: string[] = [];
  const conditions: ConceptFilter[] = query.phrases.map((phrase) => {
    const text = folded(phrase);
    return (slot, place) => bodies.text(slot, place).includes(text);
  });
  for (const filter of query.filters) {
    if (filter.kind === 'topic' || filter.kind === 'note') {
      const chosen = filter.kind === 'topic' ? topicCondition(filter.value, index) : noteCondition(filter.value, index);
      if (chosen) {
        // Before those that look at texts.
        conditions.unshift(chosen);
      } else {
        words.push(filter.word);
      }
    } else {
      conditions.push(conceptCondition(filter, index, bodies));
    }
  }
  return {
    query: { ...query, text: [query.text, ...words].join(' ').trim() },
    isFiltered: conditions.length > 0,
    filter: (slot, place) => conditions.every((holds) => holds(slot, place)),
  };
}

/** The notes that answer a filter best: those named so, else those whose name begins so, else those that have it inside. */
function noteCondition(value: string, index: NameIndex): ConceptFilter | undefined {
  const judge = noteJudge(value);
  const ranks = new Map(index.slots.map((slot) => [slot, judge(index.note(slot))]));
  const best = Math.min(Infinity, ...new Set(ranks.values()));
  return best === Infinity ? undefined : (slot) => ranks.get(slot) === best;
}

/** The concepts that answer a filter best, by topics and tags of their notes and by tags of their own. */
function topicCondition(value: string, index: NameIndex): ConceptFilter | undefined {
  const { key } = searchKey(value);
  const known = new Map<string, number>();
  const rankOfName = (name: string): number => {
    const rank = known.get(name) ?? rankOf(searchKey(name).key, key);
    known.set(name, rank);
    return rank;
  };
  const least = (names: readonly string[]): number =>
    names.reduce((rank, name) => Math.min(rank, rankOfName(name)), Infinity);
  const ranks = new Map<number, number>();
  let best = Infinity;
  for (const slot of index.slots) {
    const { topics, tags, concepts } = index.note(slot);
    const ofNote = Math.min(least(topics), least(tags));
    ranks.set(slot, ofNote);
    best = concepts.reduce((rank, concept) => Math.min(rank, least(concept.tags)), Math.min(best, ofNote));
  }
  return best === Infinity
    ? undefined
    : (slot, place) => ranks.get(slot) === best || least(index.concept(slot, place).tags) === best;
}

function noteJudge(value: string): NoteJudge {
  const wanted = comparable(value);
  return ({ title, uri }) => {
    const file = uri.slice(uri.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]*$/u, '');
    return Math.min(rankOf(comparable(title), wanted), rankOf(comparable(file), wanted));
  };
}

function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  return at === -1 || wanted === '' ? Infinity : name === wanted ? 0 : at === 0 ? 1 : 2;
}

function conceptCondition({ kind, value }: Filter, index: NameIndex, bodies: BodyTexts): ConceptFilter {
  const word = folded(value);
  const body = (slot: number, place: number): string => bodies.text(slot, place);
  if (kind === 'without') {
    return (slot, place) => !hasWord(body(slot, place), word);
  }
  const pointsOf = (concept: Concept): Concept['pros'] => (kind === 'pros' ? concept.pros : concept.cons);
  return (slot, place) => {
    const points = pointsOf(index.concept(slot, place));
    const mayHave = word === '' || body(slot, place).includes(word);
    return mayHave && points.some(({ text }) => folded(text).includes(word));
  };
}
