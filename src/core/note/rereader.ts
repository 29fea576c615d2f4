import type { LabelReader } from './label.js';
import type { Note, NoteSource } from './model.js';
import { readNote, readNoteTree, type NoteTree } from './read.js';
import { readConceptTree } from './readConcept.js';

/** Reads notes, and again what a page needs of them: little, as long as a note’s text is what it was. */
export class Rereader {
  readonly labels: LabelReader;
  /** Keys of what notes were read from, for the texts of a large library would take much memory. */
  readonly #keys = new WeakMap<Note, string>();

  /** @param labels Knows the label words. */
  constructor(labels: LabelReader) {
    this.labels = labels;
  }

  /**
   * Reads a note for the first time, or after a change.
   *
   * @param source The note's text and where it comes from.
   */
  read(source: NoteSource): Note {
    const note = readNote(source, this.labels);
    this.#keys.set(note, keyOf(source));
    return note;
  }

  /**
   * Reads a note's syntax.
   *
   * @param source The note's text as it now is, and where it comes from.
   * @param known What {@link read} last gave for the note, if it did.
   * @param conceptId The concept whose syntax is needed.
   * @returns The note as it now is. The syntax of its other concepts may be left out.
   */
  reread(source: NoteSource, known: Note | undefined, conceptId: string): NoteTree {
    const isSame = known && this.#keys.get(known) === keyOf(source);
    const part = isSame ? readConceptTree(source, known, conceptId, this.labels) : undefined;
    return part ?? readNoteTree(source, this.labels);
  }
}

/** Two texts of one note hardly ever have the same key: the length and a sum in the manner of FNV-1a. */
function keyOf({ text }: NoteSource): string {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  return `${text.length} ${sum}`;
}
