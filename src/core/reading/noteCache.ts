import type { Note } from '../note/model.js';
import type { Slices } from '../slices.js';
import { textKey } from '../note/textKey.js';
import { CacheShelf, type CacheStore } from './cacheShelf.js';
import type { NoteFile } from './noteFinder.js';
import type { FileStamp } from './noteFiles.js';
import { isIn } from './places.js';

/** A note as it is kept from one start to the next. */
export interface CachedNote {
  /** The file that it was read from. */
  readonly stamp: FileStamp;
  /** The {@link textKey} of its text. */
  readonly key: string;
  readonly note: Note;
}

/** What was read before. */
export interface CachedNotes {
  /**
   * Gets what is kept of some folders.
   *
   * @param folders URIs of folders of notes.
   * @param variant Stands for all settings that what is read depends on. What was kept under others is of no use.
   */
  open(folders: readonly string[], variant: string): Promise<void>;
  /** Whether something is kept of a file. */
  has(file: NoteFile): boolean;
  /** A file's note, if the file is the one that the note was read from. */
  unchanged(file: NoteFile, stamp: FileStamp): CachedNote | undefined;
  /** A file's note, if it has the text that the note was read from. */
  sameText(file: NoteFile, text: string): CachedNote | undefined;
  /** Keeps a note. */
  put(file: NoteFile, cached: CachedNote): void;
  /** Drops all other notes of the open folders. */
  keepOnly(isKept: (uri: string) => boolean): void;
}

/** Gives the store of a folder's notes, by the folder's URI. */
export type StoreOf = (folder: string) => CacheStore;

/** Keeps notes between starts, by the folder that they are in. */
export class NoteCache implements CachedNotes {
  readonly #storeOf: StoreOf;
  readonly #slices: Slices;
  readonly #onDamage: (folder: string) => void;
  #shelves = new Map<string, CacheShelf>();
  #variant = '';

  /**
   * @param storeOf Where a folder's notes are kept.
   * @param slices Shared by all long work of the window.
   * @param onDamage Told of a folder whose notes were kept, but cannot be read any more.
   */
  constructor(storeOf: StoreOf, slices: Slices, onDamage: (folder: string) => void) {
    this.#storeOf = storeOf;
    this.#slices = slices;
    this.#onDamage = onDamage;
  }

  async open(folders: readonly string[], variant: string): Promise<void> {
    const kept = variant === this.#variant ? this.#shelves : new Map<string, CacheShelf>();
    this.#variant = variant;
    this.#shelves = new Map(
      folders.map((folder) => [folder, kept.get(folder) ?? new CacheShelf(this.#storeOf(folder), variant)]),
    );
    for (const [folder, shelf] of this.#shelves) {
      if (!(await shelf.load(this.#slices))) {
        this.#onDamage(folder);
      }
    }
  }

  has(file: NoteFile): boolean {
    return this.#cached(file) !== undefined;
  }

  unchanged(file: NoteFile, { mtime, size }: FileStamp): CachedNote | undefined {
    const cached = this.#cached(file);
    // Some file systems know no times.
    return mtime > 0 && cached?.stamp.mtime === mtime && cached.stamp.size === size ? cached : undefined;
  }

  sameText(file: NoteFile, text: string): CachedNote | undefined {
    const cached = this.#cached(file);
    return cached?.key === textKey(text) ? cached : undefined;
  }

  put({ uri, folder }: NoteFile, cached: CachedNote): void {
    this.#shelf(uri)?.put(uri, { ...cached, folder });
  }

  keepOnly(isKept: (uri: string) => boolean): void {
    this.#shelves.forEach((shelf) => {
      shelf.keepOnly(isKept);
    });
  }

  /** Writes what has changed since it was last written. */
  async flush(): Promise<void> {
    for (const shelf of this.#shelves.values()) {
      await shelf.flush(this.#slices);
    }
  }

  /** Forgets everything, also what is stored of the open folders. */
  async clear(): Promise<void> {
    const shelves = [...this.#shelves.values()];
    this.#shelves = new Map();
    for (const shelf of shelves) {
      await shelf.clear();
    }
  }

  /** What is kept of a file, if it stood for the same topic then. */
  #cached({ uri, folder }: NoteFile): CachedNote | undefined {
    const found = this.#shelf(uri)?.get(uri);
    return found?.folder === folder ? found : undefined;
  }

  #shelf(uri: string): CacheShelf | undefined {
    for (const [folder, shelf] of this.#shelves) {
      if (isIn(uri, folder)) {
        return shelf;
      }
    }
    return undefined;
  }
}
