import * as vscode from 'vscode';
import { NoteCache, type CachedNotes } from '../../core/reading/noteCache.js';
import { TaskQueue } from '../../core/reading/taskQueue.js';
import type { Slices } from '../../core/slices.js';
import { CacheStorage } from './cacheStorage.js';

/** How long what was read is gathered before it is kept, in milliseconds. */
const gatherMilliseconds = 3_000;

/** How long reading goes on until what was read so far is kept, in milliseconds; then twice as long, and so on. */
const longestUnkeptMilliseconds = 30_000;

/** Where what was read is kept, and what is told of that. */
export interface KeepingHost {
  /** The extension's storage, for all windows. */
  readonly storageUri: vscode.Uri;
  /** Stands for the code that reads notes. */
  readonly readerVersion: string;
  readonly log: Pick<vscode.LogOutputChannel, 'warn'>;
  /** Shared by all long work of the window. */
  readonly slices: Slices;
  /** How long the storage may take for an answer, in milliseconds. */
  readonly patience?: number;
}

/** The reading of which something is kept. */
export interface KeptReading {
  readonly isReading: () => boolean;
  /** Has the cache take what was read; gives URIs of what is to be read again. */
  readonly stamp: () => Promise<readonly string[]>;
  /** Reads again what may be another. */
  readonly touch: (uris: readonly string[]) => void;
}

/** Keeps what was read of the notes for the next start, when nobody waits for anything else. */
export class KeptNotes implements vscode.Disposable {
  readonly #reading: KeptReading;
  readonly #slices: Slices;
  readonly #storage: CacheStorage;
  readonly #cache: NoteCache;
  readonly #tasks = new TaskQueue();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keptAt: number;
  #longestUnkept = longestUnkeptMilliseconds;

  /**
   * @param reading What is to be kept.
   * @param host Where.
   */
  constructor(reading: KeptReading, { storageUri, readerVersion, log, slices, patience }: KeepingHost) {
    this.#reading = reading;
    this.#slices = slices;
    this.#keptAt = slices.now();
    this.#storage = new CacheStorage(storageUri, log, patience);
    this.#cache = new NoteCache(
      (folder) => this.#storage.store(folder),
      slices,
      readerVersion,
      (folder, why) => {
        const place = vscode.workspace.asRelativePath(vscode.Uri.parse(folder));
        log.warn(
          why === 'damaged'
            ? vscode.l10n.t('What was kept of the notes in {0} was damaged; they are read again.', place)
            : vscode.l10n.t('What was kept of the notes in {0} is another version’s; they are read again.', place),
        );
      },
    );
  }

  /** For the reader. */
  get cache(): CachedNotes {
    return this.#cache;
  }

  /** Keeps what was read once nothing more has been for a while, or if that goes on for long. */
  keepLater(): void {
    clearTimeout(this.#timer);
    if (this.#tasks.hasEnded) {
      return;
    }
    this.#timer = setTimeout(() => {
      if (!this.#reading.isReading()) {
        this.#longestUnkept = longestUnkeptMilliseconds;
        void this.keep();
      } else if (this.#slices.now() < this.#keptAt + this.#longestUnkept) {
        this.keepLater();
      } else {
        // Most parts are written again each time.
        this.#longestUnkept *= 2;
        void this.keep().then(() => this.keepLater());
      }
    }, gatherMilliseconds);
  }

  /** Keeps what was read now. */
  async keep(): Promise<void> {
    await this.#tasks.add(async () => {
      const doubtful = await this.#reading.stamp();
      await this.#cache.flush();
      if (doubtful.length > 0) {
        this.#reading.touch(doubtful);
      }
      await this.#storage.tidy();
      this.#keptAt = this.#slices.now();
    });
  }

  /** Forgets all that is kept. */
  async clear(): Promise<void> {
    // One after the other: what is just being written would be there again.
    await this.#tasks.add(async () => {
      await this.#cache.clear();
      await this.#storage.clear();
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#tasks.end();
  }
}
