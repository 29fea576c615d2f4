import type { Concept, Note } from '../note/model.js';

/**
 * Follows a concept by its place where its heading, or one above it, was renamed.
 *
 * @param id The concept's id as it was.
 * @param before The note as it was.
 * @param after The note as it is.
 * @returns Its id as it is; nothing where concepts came or went, for then no place is sure.
 */
export function renamedId(id: string | undefined, before: Note, after: Note): string | undefined {
  const isSame = (concept: Concept): boolean => concept.id === id;
  const index = before.concepts.length === after.concepts.length ? before.concepts.findIndex(isSame) : -1;
  return (after.concepts.find(isSame) ?? after.concepts[index])?.id;
}
