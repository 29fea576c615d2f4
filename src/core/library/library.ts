import type { Concept, Note } from '../note/model.js';
import { noteUriOf } from './noteUri.js';

/** Which notes a change touched: URIs. */
export interface LibraryChange {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** A concept together with the note it stands in. */
export interface Located {
  readonly concept: Concept;
  readonly note: Note;
}

/** What views may do with the library. */
export interface ReadonlyLibrary {
  /** Whether no note has a concept. */
  readonly isEmpty: boolean;
  /** The notes, ordered by URI. */
  notes(): readonly Note[];
  /** The note of a URI, if the library has it. */
  note(uri: string): Note | undefined;
  /** The concept of an id, if the library has it. */
  find(conceptId: string): Located | undefined;
  /** All concepts: note by note, in document order. */
  concepts(): Located[];
  /** Calls the listener after every change; the returned function ends that. */
  onChange(listener: (change: LibraryChange) => void): () => void;
}

/** From how many concepts on a note's are looked up in an index of their own. */
const manyConcepts = 64;

/** All notes together, by their URI. It tells its listeners once for every batch, at the cost of that batch. */
export class Library implements ReadonlyLibrary {
  readonly #notes = new Map<string, Note>();
  readonly #listeners = new Set<(change: LibraryChange) => void>();
  /** Nothing after notes came or went, until someone asks. */
  #ordered: Note[] | undefined;
  #conceptCount = 0;
  /** The concepts of large notes by id, once someone has asked for one. */
  readonly #byId = new WeakMap<Note, ReadonlyMap<string, Concept>>();

  get isEmpty(): boolean {
    return this.#conceptCount === 0;
  }

  notes(): readonly Note[] {
    this.#ordered ??= [...this.#notes.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    return this.#ordered;
  }

  note(uri: string): Note | undefined {
    return this.#notes.get(uri);
  }

  find(conceptId: string): Located | undefined {
    const note = this.#notes.get(noteUriOf(conceptId));
    const concept = note && this.#conceptOf(note, conceptId);
    return note && concept && { concept, note };
  }

  concepts(): Located[] {
    return this.notes().flatMap((note) => note.concepts.map((concept) => ({ concept, note })));
  }

  onChange(listener: (change: LibraryChange) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * Puts notes in and takes notes out, as one batch. Every note that is put in counts as changed; an empty batch is not told.
   *
   * @param put Notes as they now are.
   * @param remove URIs of notes that are gone; unknown ones are passed over.
   */
  update(put: readonly Note[], remove: readonly string[] = []): void {
    const removed = remove.filter((uri) => this.#remove(uri));
    const changed = put.filter((note) => this.#notes.has(note.uri)).map((note) => note.uri);
    const added = put.filter((note) => !this.#notes.has(note.uri)).map((note) => note.uri);
    if (added.length + changed.length + removed.length === 0) {
      return;
    }
    if (added.length + removed.length > 0) {
      this.#ordered = undefined;
    }
    // Whoever was given the notes before keeps them as they were.
    this.#ordered = this.#ordered?.slice();
    put.forEach((note) => this.#put(note));
    this.#listeners.forEach((listener) => {
      listener({ added, changed, removed });
    });
  }

  #conceptOf(note: Note, conceptId: string): Concept | undefined {
    if (note.concepts.length < manyConcepts) {
      return note.concepts.find(({ id }) => id === conceptId);
    }
    const byId = this.#byId.get(note) ?? new Map(note.concepts.map((concept) => [concept.id, concept]));
    this.#byId.set(note, byId);
    return byId.get(conceptId);
  }

  #put(note: Note): void {
    this.#conceptCount += note.concepts.length - (this.#notes.get(note.uri)?.concepts.length ?? 0);
    this.#notes.set(note.uri, note);
    if (this.#ordered) {
      this.#ordered[placeOf(note.uri, this.#ordered)] = note;
    }
  }

  #remove(uri: string): boolean {
    this.#conceptCount -= this.#notes.get(uri)?.concepts.length ?? 0;
    return this.#notes.delete(uri);
  }
}

/** The place of a note's URI among notes that are ordered by it. */
function placeOf(uri: string, ordered: readonly Note[]): number {
  let [low, high] = [0, ordered.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.uri ?? '') < uri) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
