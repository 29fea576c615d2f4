import type { LabelReader } from './label.js';
import type { Note, NoteSource } from './model.js';
import type { Steps } from '../steps.js';
import { readNoteInSteps, readNoteTree, type NoteTree } from './read.js';
import { readConceptTree } from './readConcept.js';
import { skimNote } from './skimNote.js';
import { textKey } from './textKey.js';

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
  *read(source: NoteSource): Steps<Note> {
    return this.know(yield* readNoteInSteps(source, this.labels), textKey(source.text));
  }

  /**
   * Reads a note's names only.
   *
   * @param source The note's text and where it comes from.
   */
  skim(source: NoteSource): Steps<Note> {
    return skimNote(source, this.labels);
  }

  /**
   * Remembers what a note was read from that comes from elsewhere.
   *
   * @param note What {@link read} would give, or gave.
   * @param key The {@link textKey} of its text.
   * @returns The same note.
   */
  know(note: Note, key: string): Note {
    this.#keys.set(note, key);
    return note;
  }

  /**
   * The {@link textKey} of the text that a note was read from.
   *
   * @param note A note.
   * @returns Nothing for a note that was only skimmed.
   */
  key(note: Note): string | undefined {
    return this.#keys.get(note);
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
    const isSame = known && this.#keys.get(known) === textKey(source.text);
    const part = isSame ? readConceptTree(source, known, conceptId, this.labels) : undefined;
    return part ?? readNoteTree(source, this.labels);
  }
}
