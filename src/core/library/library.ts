import type { Concept, Note } from '../note/model.js';

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

/** All notes together, by their URI. It tells its listeners once for every batch. */
export class Library implements ReadonlyLibrary {
  readonly #notes = new Map<string, Note>();
  readonly #listeners = new Set<(change: LibraryChange) => void>();
  #ordered: readonly Note[] | undefined;
  #byId: Map<string, Located> | undefined;

  notes(): readonly Note[] {
    this.#ordered ??= [...this.#notes.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    return this.#ordered;
  }

  note(uri: string): Note | undefined {
    return this.#notes.get(uri);
  }

  find(conceptId: string): Located | undefined {
    this.#byId ??= new Map(this.concepts().map((located) => [located.concept.id, located]));
    return this.#byId.get(conceptId);
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
    const removed = remove.filter((uri) => this.#notes.delete(uri));
    const changed = put.filter((note) => this.#notes.has(note.uri)).map((note) => note.uri);
    const added = put.filter((note) => !this.#notes.has(note.uri)).map((note) => note.uri);
    put.forEach((note) => this.#notes.set(note.uri, note));
    if (added.length + changed.length + removed.length === 0) {
      return;
    }
    this.#ordered = undefined;
    this.#byId = undefined;
    this.#listeners.forEach((listener) => {
      listener({ added, changed, removed });
    });
  }
}
