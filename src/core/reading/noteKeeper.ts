import type { Note } from '../note/model.js';
import type { Slices } from '../slices.js';
import { inParts } from './inParts.js';
import type { CachedNotes } from './noteCache.js';
import type { Fetched, FileReading, NoteFetcher } from './noteFetcher.js';
import type { NoteFile } from './noteFinder.js';

/** Longest text of which is kept for the next start what was read, in characters: to get that back is one step. */
const longestText = 300_000;

/** A note of which it is not known when its file was written, or not well enough. */
interface Unstamped {
  readonly file: NoteFile;
  readonly read: FileReading;
  readonly key: string;
  readonly note: Note;
}

/**
 * Puts what was read into the cache, with when its file was written. Asking for that takes as long as reading the file; of
 * files that were read without it, it is asked for when nobody waits any more.
 */
export class NoteKeeper {
  readonly #cache: CachedNotes;
  readonly #fetcher: NoteFetcher;
  readonly #unstamped = new Map<string, Unstamped>();
  /** URIs of notes that were not the same when their file was asked for: of some file systems they never are. */
  readonly #doubted = new Set<string>();

  /**
   * @param cache Where notes are kept.
   * @param fetcher Asks for files.
   */
  constructor(cache: CachedNotes, fetcher: NoteFetcher) {
    this.#cache = cache;
    this.#fetcher = fetcher;
  }

  /**
   * Keeps a note, now or once {@link stamp} is called.
   *
   * @param fetched What was got of its file.
   * @param note What was read.
   * @param key The `textKey` of its text.
   */
  keep({ file, source, stamp, read }: Fetched, note: Note, key: string): void {
    this.#unstamped.delete(file.uri);
    if (!source || source.text.length > longestText) {
      return;
    }
    if (stamp) {
      this.#cache.put(file, { stamp, key, note });
    } else if (read) {
      this.#unstamped.set(file.uri, { file, read, key, note });
    }
  }

  /** Forgets a note that is gone. */
  forget(uri: string): void {
    this.#unstamped.delete(uri);
    this.#doubted.delete(uri);
  }

  /**
   * Asks when files were written, and keeps what was read of them.
   *
   * @param isCurrent Whether a note is still the library's.
   * @param atOnce How many to ask for at once.
   * @param slices Shared by all long work of the window.
   * @returns URIs of notes whose files may have been written while they were read: each is told of once.
   */
  async stamp(isCurrent: (note: Note) => boolean, atOnce: number, slices: Slices): Promise<string[]> {
    const all = [...this.#unstamped.values()];
    this.#unstamped.clear();
    const states = await inParts(all, atOnce, ({ file, read }) => this.#fetcher.stateSince(file, read));
    const doubtful: string[] = [];
    for (const [index, { file, key, note }] of all.entries()) {
      const state = states[index];
      if (!isCurrent(note) || state === 'unknown' || state === undefined) {
        continue;
      }
      if (state !== 'other') {
        this.#cache.put(file, { stamp: state, key, note });
        this.#doubted.delete(file.uri);
      } else if (!this.#doubted.has(file.uri)) {
        this.#doubted.add(file.uri);
        doubtful.push(file.uri);
      }
      await slices.pauseIfOver();
    }
    return doubtful;
  }
}
