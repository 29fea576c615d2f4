import { readNote } from '../../../src/core/note/read.js';
import type { Concept, Note } from '../../../src/core/note/model.js';

/**
 * Reads a text as the note `a.md` in the folder `Folder`.
 *
 * @param text The note's text.
 */
export function noteOf(text: string): Note {
  return readNote({ uri: 'a.md', name: 'a', folder: 'Folder', text });
}

/**
 * Reads lines as the note `a.md` in the folder `Folder`.
 *
 * @param lines The note's lines.
 */
export function noteOfLines(...lines: readonly string[]): Note {
  return noteOf(lines.join('\n'));
}

/**
 * The concept of a title.
 *
 * @param note The note.
 * @param title The concept's title.
 * @throws Error where the note has none of that title.
 */
export function conceptOf(note: Note, title: string): Concept {
  const concept = note.concepts.find((candidate) => candidate.title === title);
  if (!concept) {
    throw new Error(`No concept “${title}” among ${note.concepts.map((other) => other.title).join(', ')}`);
  }
  return concept;
}
