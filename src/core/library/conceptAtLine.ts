import type { Concept, Note } from '../note/model.js';

/**
 * The concept that a line of a note is about: the innermost one around it.
 *
 * @param note The note.
 * @param line 1-based line in the note's file.
 * @returns Nothing above the first concept.
 */
export function conceptAtLine({ concepts }: Note, line: number): Concept | undefined {
  // Sub-concepts come behind the concepts that they are part of.
  return concepts.filter((concept) => concept.line <= line && line <= concept.endLine).at(-1);
}
