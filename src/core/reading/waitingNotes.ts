import type { Fetched } from './noteFetcher.js';
import { take } from './take.js';

/** What is held of files until all of it is read, in bytes; other files are read again. */
const mostHeld = 64_000_000;

/** How many notes can be wanted before others. */
const mostPreferred = 1000;

/** The notes that are still to be read as a whole, in the order in which they are. */
export class WaitingNotes {
  readonly #notes = new Map<string, Fetched>();
  /** How much is held of files, in bytes. */
  #held = 0;
  /** Those of them that are wanted first. */
  #preferred: readonly string[] = [];

  /** How many there are. */
  get size(): number {
    return this.#notes.size;
  }

  /**
   * What was got of a note that waits.
   *
   * @param uri The note.
   */
  get(uri: string): Fetched | undefined {
    return this.#notes.get(uri);
  }

  /** Whether a note waits. */
  has(uri: string): boolean {
    return this.#notes.has(uri);
  }

  /** Whether this is still what is to be read of its note: what came meanwhile is newer. */
  includes(fetched: Fetched): boolean {
    return this.#notes.get(fetched.file.uri) === fetched;
  }

  /**
   * Has a note wait, in place of what was got of it before.
   *
   * @param fetched What was got of it.
   */
  put(fetched: Fetched): void {
    const { file } = fetched;
    this.delete(file.uri);
    const size = sizeOf(fetched);
    const isHeld = (fetched.bytes ?? fetched.source) !== undefined && this.#held + size <= mostHeld;
    this.#held += isHeld ? size : 0;
    this.#notes.set(file.uri, isHeld ? withoutText(fetched) : { file });
  }

  /** Takes a note out. */
  delete(uri: string): void {
    this.#held -= sizeOf(this.#notes.get(uri));
    this.#notes.delete(uri);
  }

  /**
   * Has notes read before others, of those that wait.
   *
   * @param uris Notes that someone looks at.
   */
  prefer(uris: readonly string[]): void {
    const wanted = uris.filter((uri) => this.#notes.has(uri));
    this.#preferred = [...new Set([...wanted, ...this.#preferred])].slice(0, mostPreferred);
  }

  /**
   * Some that wait: what is preferred, or else those that have waited longest.
   *
   * @param count How many at most.
   * @param others Some that are already under way.
   */
  next(count: number, others: ReadonlyMap<Fetched, Fetched>): Fetched[] {
    const preferred = this.#preferred.slice(0, count).flatMap((uri) => this.#notes.get(uri) ?? []);
    this.#preferred = this.#preferred.slice(count);
    const longest = [...take(this.#notes.values(), count + others.size)];
    return (preferred.length > 0 ? preferred : longest).filter((entry) => !others.has(entry)).slice(0, count);
  }
}

/** Of a file its bytes are held: they lie outside of the heap, where no collection of garbage copies them. */
function withoutText(fetched: Fetched): Fetched {
  return fetched.bytes ? { ...fetched, source: undefined } : fetched;
}

function sizeOf(fetched: Fetched | undefined): number {
  return fetched?.bytes?.length ?? 2 * (fetched?.source?.text.length ?? 0);
}
