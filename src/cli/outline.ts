import type { Concept, Note } from '../core/note/model.js';
import { english } from '../core/translate.js';

/**
 * A note as `yojeom outline` prints it: part of the command line's contract.
 *
 * @param note The note, its URI being the path to print.
 */
export function outlineOf(note: Note): object {
  return {
    path: note.uri,
    title: note.title,
    topics: note.topics,
    concepts: note.concepts.map(conceptOutline),
    problems: note.problems.map(({ line, message, args }) => ({ line, message: english(message, ...args) })),
    tags: note.tags,
    links: note.links,
  };
}

function conceptOutline(concept: Concept): object {
  const { id, title, question, aliases, derived, tags, line, level, parent, gist, pros, cons } = concept;
  return { id, title, aliases, line, level, parent, gist, pros, cons, question, derived, tags };
}
