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
  const slots: Uint8Array[] = [];
  const conditions: ConceptFilter[] = query.phrases.map((phrase) => {
    const text = folded(phrase);
    return (slot, place) => bodies.text(slot, place).includes(text);
  });
  for (const filter of query.filters) {
    if (filter.kind === 'topic' || filter.kind === 'note') {
      const chosen = notesOf(filter, index);
      if (chosen) {
        slots.push(chosen);
      } else {
        words.push(filter.word);
      }
    } else {
      conditions.push(conceptCondition(filter, index, bodies));
    }
  }
  return {
    query: { ...query, text: [query.text, ...words].join(' ').trim() },
    isFiltered: slots.length + conditions.length > 0,
    filter: (slot, place) =>
      slots.every((chosen) => chosen[slot] === 1) && conditions.every((holds) => holds(slot, place)),
  };
}

/** The notes that answer a filter best: those named so, else those whose name begins so, else those that have it inside. */
function notesOf(filter: Filter, index: NameIndex): Uint8Array | undefined {
  const judge = filter.kind === 'topic' ? topicJudge(filter.value) : noteJudge(filter.value);
  const ranks = index.slots.map((slot) => judge(index.note(slot)));
  const best = ranks.reduce((a, b) => Math.min(a, b), Infinity);
  if (best === Infinity) {
    return undefined;
  }
  const chosen = new Uint8Array(index.slotCount);
  index.slots.forEach((slot, place) => {
    chosen[slot] = ranks[place] === best ? 1 : 0;
  });
  return chosen;
}

function topicJudge(value: string): NoteJudge {
  const { key } = searchKey(value);
  const known = new Map<string, number>();
  return ({ topics }) =>
    topics.reduce((best, topic) => {
      const rank = known.get(topic) ?? rankOf(searchKey(topic).key, key);
      known.set(topic, rank);
      return Math.min(best, rank);
    }, Infinity);
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
