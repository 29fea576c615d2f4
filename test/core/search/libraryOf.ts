import type { Concept, Note } from '../../../src/core/note/model.js';

/** A concept of which a test says only what it is about. */
export function conceptOf(id: string, title: string, rest: Partial<Concept> = {}): Concept {
  return {
    id,
    title,
    question: '',
    aliases: [],
    derived: [],
    tags: [],
    line: 1,
    endLine: 1,
    level: 1,
    anchor: '',
    parent: null,
    gist: '',
    pros: [],
    cons: [],
    sections: [],
    ...rest,
  };
}

/** A note of concepts with these titles. */
export function noteOf(uri: string, titles: readonly string[], rest: Partial<Note> = {}): Note {
  const concepts = titles.map((title, place) => conceptOf(`${uri}#${place}`, title));
  return { uri, title: uri, topics: ['T'], tags: [], concepts, links: [], anchors: [], problems: [], ...rest };
}
