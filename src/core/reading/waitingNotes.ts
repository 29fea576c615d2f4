import type { Fetched } from './noteFetcher.js';
import { take } from './take.js';

/** Texts that are held until all of them is read, in characters; the files of others are read again. */
const mostHeld = 32_000_000;

/** How many notes can be wanted before others. */
const mostPreferred = 1000;

/** The notes that are still to be read as a whole, in the order in which they are. */
export class WaitingNotes {
  readonly #notes = new Map<string, Fetched>();
  /** How long the texts are that are held, in characters. */
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
    const { file, source } = fetched;
    this.delete(file.uri);
    const isHeld = source !== undefined && this.#held + source.text.length <= mostHeld;
    this.#held += isHeld ? source.text.length : 0;
    this.#notes.set(file.uri, isHeld ? fetched : { file });
  }

  /** Takes a note out. */
  delete(uri: string): void {
    this.#held -= this.#notes.get(uri)?.source?.text.length ?? 0;
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
