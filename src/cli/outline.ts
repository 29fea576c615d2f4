import type { LinkIndex } from '../core/library/linkIndex.js';
import type { Concept, Note, NoteLink } from '../core/note/model.js';
import { english } from '../core/translate.js';

/**
 * A note as `yojeom outline` prints it: part of the command line's contract.
 *
 * @param note The note, its URI being the path to print.
 * @param links Says where its links lead.
 */
export function outlineOf(note: Note, links: LinkIndex): object {
  return {
    path: note.uri,
    title: note.title,
    topics: note.topics,
    concepts: note.concepts.map((concept) => conceptOutline(concept, links)),
    problems: note.problems.map(({ line, message, args }) => ({ line, message: english(message, ...args) })),
    tags: note.tags,
    links: note.links.map((link) => linkOutline(link, note.uri, links)),
  };
}

function conceptOutline(concept: Concept, links: LinkIndex): object {
  const { id, title, question, aliases, derived, tags, line, level, parent, gist, pros, cons } = concept;
  const backlinks = links.backlinks(id).map(({ note, link }) => ({ path: note.uri, line: link.line }));
  return { id, title, aliases, line, level, parent, gist, pros, cons, question, derived, tags, backlinks };
}

/** A link with the id of the concept that it leads to; null where it leads to none. */
function linkOutline(
  { line, kind, target, heading, shown, concept }: NoteLink,
  from: string,
  links: LinkIndex,
): object {
  const found = links.resolve({ kind, target, heading, shown }, from);
  return { line, kind, target, heading, shown, from: concept, to: found.kind === 'concept' ? found.concept.id : null };
}
