import type { Note } from '../note/model.js';
import type { Slices } from '../slices.js';
import { textKey } from '../note/textKey.js';
import { CacheShelf, type CacheStore, type UselessPart } from './cacheShelf.js';
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

/** A folder of notes of which something may be kept. */
export interface CachedFolder {
  readonly uri: string;
  /** Stands for all settings that what is read depends on. What was kept under others is of no use. */
  readonly variant: string;
}

/** What was read before. */
export interface CachedNotes {
  /**
   * Gets what is kept of some folders.
   *
   * @param folders The folders.
   */
  open(folders: readonly CachedFolder[]): Promise<void>;
  /** What is kept of a file, be it as it was then or not. */
  kept(file: NoteFile): CachedNote | undefined;
  /** A file's note, if the file is the one that the note was read from. */
  unchanged(file: NoteFile, stamp: FileStamp): CachedNote | undefined;
  /** A file's note, if it has the text that the note was read from. */
  sameText(file: NoteFile, text: string): CachedNote | undefined;
  /** Takes a file for changed, whatever its time and size: only its text tells. */
  doubt(file: NoteFile): void;
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
  readonly #version: string;
  readonly #onUseless: (folder: string, why: UselessPart) => void;
  #shelves = new Map<string, { readonly shelf: CacheShelf; readonly variant: string }>();

  /**
   * @param storeOf Where a folder's notes are kept.
   * @param slices Shared by all long work of the window.
   * @param version Stands for the code that reads notes: another may make something else of them.
   * @param onUseless Told of a folder of whose notes something was kept that cannot be used any more.
   */
  constructor(
    storeOf: StoreOf,
    slices: Slices,
    version: string,
    onUseless: (folder: string, why: UselessPart) => void,
  ) {
    this.#storeOf = storeOf;
    this.#slices = slices;
    this.#version = version;
    this.#onUseless = onUseless;
  }

  async open(folders: readonly CachedFolder[]): Promise<void> {
    const before = this.#shelves;
    this.#shelves = new Map(
      folders.map(({ uri, variant }) => {
        const open = before.get(uri);
        return open?.variant === variant
          ? [uri, open]
          : [uri, { shelf: new CacheShelf(this.#storeOf(uri), this.#version, variant), variant }];
      }),
    );
    for (const [folder, { shelf }] of this.#shelves) {
      (await shelf.load(this.#slices)).forEach((why) => this.#onUseless(folder, why));
    }
  }

  kept({ uri, folder }: NoteFile): CachedNote | undefined {
    const found = this.#shelf(uri)?.get(uri);
    // Where it stood for another topic, the note would be another.
    return found?.folder === folder ? found : undefined;
  }

  unchanged(file: NoteFile, { mtime, size }: FileStamp): CachedNote | undefined {
    const cached = this.kept(file);
    // Some file systems know no times.
    return mtime > 0 && cached?.stamp.mtime === mtime && cached.stamp.size === size ? cached : undefined;
  }

  sameText(file: NoteFile, text: string): CachedNote | undefined {
    const cached = this.kept(file);
    if (!cached) {
      return undefined;
    }
    return cached.key === textKey(text) ? cached : undefined;
  }

  doubt({ uri }: NoteFile): void {
    this.#shelf(uri)?.doubt(uri);
  }

  put({ uri, folder }: NoteFile, cached: CachedNote): void {
    this.#shelf(uri)?.put(uri, { ...cached, folder });
  }

  keepOnly(isKept: (uri: string) => boolean): void {
    this.#shelves.forEach(({ shelf }) => {
      shelf.keepOnly(isKept);
    });
  }

  /** Writes what has changed since it was last written. */
  async flush(): Promise<void> {
    for (const { shelf } of this.#shelves.values()) {
      await shelf.flush(this.#slices);
    }
  }

  /** Forgets everything, also what is stored of the open folders. */
  async clear(): Promise<void> {
    const shelves = [...this.#shelves.values()];
    this.#shelves = new Map();
    for (const { shelf } of shelves) {
      await shelf.clear();
    }
  }

  #shelf(uri: string): CacheShelf | undefined {
    for (const [folder, { shelf }] of this.#shelves) {
      if (isIn(uri, folder)) {
        return shelf;
      }
    }
    return undefined;
  }
}
