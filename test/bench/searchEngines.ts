import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js/basic';
import fuzzysort from 'fuzzysort';
import MiniSearch from 'minisearch';
import type { Note } from '../../src/core/note/model.js';
import type { ConceptSearch } from '../../src/core/search/conceptSearch.js';

/** A search over the names of a library. */
export interface Engine {
  readonly name: string;
  /** Ids of concepts, best first, repeats included. */
  search(query: string): string[];
}

/** What engines are asked for. */
const limit = 50;

/** A name and the concept that has it. */
export interface FlatName {
  readonly name: string;
  readonly id: string;
}

/** All names of a library, titles and aliases alike. */
export function flatNames(notes: readonly Note[]): FlatName[] {
  return notes.flatMap(({ concepts }) =>
    concepts.flatMap(({ id, title, aliases }) => [title, ...aliases].map((name) => ({ name, id }))),
  );
}

/**
 * The extension's search and its peers over the same names, each as its documentation says.
 *
 * @param notes The library.
 * @param search The extension's search of it.
 */
export function engines(notes: readonly Note[], search: ConceptSearch): Engine[] {
  const names = flatNames(notes);
  const texts = names.map(({ name }) => name);
  const idAt = (place: number): string => names[place]?.id ?? '';
  const fuse = new Fuse(texts, { threshold: 0.4, ignoreLocation: true });
  const prepared = names.map(({ name, id }) => ({ target: fuzzysort.prepare(name), id }));
  const fuzzy = new uFuzzy({
    // One error in a term: a `const enum` of types alone.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
    intraMode: 1,
    unicode: true,
    interSplit: "[^\\p{L}\\d']+",
    intraSplit: '\\p{Ll}\\p{Lu}',
    intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
    intraChars: "[\\p{L}\\d']",
    intraContr: "'\\p{L}{1,2}\\b",
  });
  const mini = new MiniSearch<{ id: number; name: string }>({ fields: ['name'] });
  mini.addAll(texts.map((name, id) => ({ id, name })));
  return [
    { name: 'yojeom', search: (query) => search.search(query, limit).map(({ concept }) => concept.id) },
    { name: 'fuse.js .4', search: (query) => fuse.search(query, { limit }).map(({ refIndex }) => idAt(refIndex)) },
    {
      name: 'fuzzysort',
      search: (query) => fuzzysort.go(query, prepared, { key: 'target', limit }).map(({ obj }) => obj.id),
    },
    {
      name: 'uFuzzy',
      search: (query) => {
        const [found, info, order] = fuzzy.search(texts, query, 0, 1000);
        const places = order === null ? (found ?? []) : order.map((place) => info.idx[place] ?? -1);
        return places.slice(0, limit).map(idAt);
      },
    },
    {
      name: 'minisearch',
      search: (query) =>
        mini
          .search(query, { fuzzy: 0.2, prefix: true })
          .slice(0, limit)
          .map(({ id }) => idAt(id as number)),
    },
  ];
}
