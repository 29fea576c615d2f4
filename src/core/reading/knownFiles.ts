import { comparablePath } from '../library/notePath.js';
import type { NoteFile } from './noteFinder.js';
import { folderOf, foldersAbove } from './places.js';

/** The files of a library's notes. It also knows which of them some file systems would take for one. */
export class KnownFiles {
  readonly #files = new Map<string, NoteFile>();
  readonly #alike = new Map<string, string[]>();
  /** URIs of files by their folders. */
  readonly #folders = new Map<string, Set<string>>();

  /** How many files there are. */
  get size(): number {
    return this.#files.size;
  }

  /** URIs of all files. */
  uris(): string[] {
    return [...this.#files.keys()];
  }

  /** Whether a file is there. */
  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** The file of a URI. */
  get(uri: string): NoteFile | undefined {
    return this.#files.get(uri);
  }

  /**
   * The files that are at some places, or below them.
   *
   * @param places URIs of files or folders.
   */
  below(places: readonly string[]): string[] {
    const given = new Set(places);
    const below = [...this.#folders].filter(([folder]) =>
      [folder, ...foldersAbove(folder)].some((place) => given.has(place)),
    );
    const files = places.filter((place) => this.#files.has(place));
    return [...new Set([...files, ...below.flatMap(([, uris]) => [...uris])])];
  }

  /** Adds a file, or says something else of it. */
  set(file: NoteFile): void {
    if (!this.#files.has(file.uri)) {
      const key = comparablePath(file.uri);
      this.#alike.set(key, [...(this.#alike.get(key) ?? []), file.uri]);
      const folder = folderOf(file.uri);
      this.#folders.set(folder, (this.#folders.get(folder) ?? new Set()).add(file.uri));
    }
    this.#files.set(file.uri, file);
  }

  /** Takes a file out. */
  delete(uri: string): void {
    if (this.#files.delete(uri)) {
      const folder = this.#folders.get(folderOf(uri));
      folder?.delete(uri);
      if (folder?.size === 0) {
        this.#folders.delete(folderOf(uri));
      }
      const key = comparablePath(uri);
      const others = (this.#alike.get(key) ?? []).filter((other) => other !== uri);
      if (others.length > 0) {
        this.#alike.set(key, others);
      } else {
        this.#alike.delete(key);
      }
    }
  }

  /**
   * The other files whose names differ from one in letter case or normal form only.
   *
   * @param uri A file, which need not be there.
   */
  twins(uri: string): string[] {
    return (this.#alike.get(comparablePath(uri)) ?? []).filter((other) => other !== uri);
  }
}
