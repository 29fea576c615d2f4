import type { NoteTree } from '../note/read.js';

/**
 * Cuts a concept out of its note, sub-concepts included, exactly as it is written.
 *
 * @param text The note's text, the same that the tree was read from.
 * @param tree The note with its syntax.
 * @param conceptId The concept's id.
 * @returns Markdown without blank lines around it; nothing if the note has no such concept.
 */
export function conceptMarkdown(text: string, tree: NoteTree, conceptId: string): string | undefined {
  const concept = tree.note.concepts.find(({ id }) => id === conceptId);
  if (!concept) {
    return undefined;
  }
  const lines = text.replace(/^\uFEFF/u, '').split(/(?<=\n|\r(?!\n))/u);
  return lines
    .slice(concept.line - 1, concept.endLine)
    .join('')
    .replace(/^(?:[ \t]*(?:\r\n?|\n))+/u, '')
    .trimEnd();
}
