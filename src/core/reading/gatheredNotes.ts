import type { Note } from '../note/model.js';

/** How long notes are gathered before they are told, in milliseconds. */
const gatherMilliseconds = 120;

/** Most notes that are gathered: to tell of many holds up the others. */
const mostGathered = 1000;

/** Gathers notes that come one by one, so that the library is not told of each. */
export class GatheredNotes {
  readonly #tell: (notes: readonly Note[]) => void;
  readonly #now: () => number;
  #notes: Note[] = [];
  #told: number;

  /**
   * @param tell Takes those that were gathered.
   * @param now Milliseconds that never go back.
   */
  constructor(tell: (notes: readonly Note[]) => void, now: () => number) {
    this.#tell = tell;
    this.#now = now;
    this.#told = now();
  }

  /** Adds some, and tells of all if they are many or the last time was a while ago. */
  add(notes: readonly Note[]): void {
    this.#notes.push(...notes);
    if (this.#notes.length >= mostGathered || this.#now() > this.#told + gatherMilliseconds) {
      this.tell();
    }
  }

  /** Tells of all that were added since it last did. */
  tell(): void {
    const notes = this.#notes;
    this.#notes = [];
    this.#tell(notes);
    this.#told = this.#now();
  }
}
