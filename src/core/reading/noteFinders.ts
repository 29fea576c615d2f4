import { NoteFinder, type Listing, type NoteFile, type NoteFolder } from './noteFinder.js';
import type { NoteFiles } from './noteFiles.js';
import { isIn } from './places.js';

/** Finds the notes of several folders, of which one may lie in another. */
export class NoteFinders {
  readonly #finders: readonly NoteFinder[];

  /** @param folders Where to look. What lies in several is a note of the first. */
  constructor(folders: readonly NoteFolder[]) {
    this.#finders = folders.map((folder) => new NoteFinder(folder));
  }

  /**
   * The note that a file is, if it is one.
   *
   * @param uri Any file.
   */
  noteAt(uri: string): NoteFile | undefined {
    for (const finder of this.#finders) {
      const file = finder.noteAt(uri);
      if (file) {
        return file;
      }
    }
    return undefined;
  }

  /**
   * Whether a place lies in a folder of notes and is not left out of it, or holds such a folder.
   *
   * @param uri Any place.
   */
  concern(uri: string): boolean {
    return this.#finders.some((finder) => isIn(finder.uri, uri) || finder.mayHoldNotes(uri));
  }

  /**
   * The folders of notes that lie in one of some folders, or are one of them.
   *
   * @param folders Any folders.
   */
  foldersIn(folders: readonly string[]): string[] {
    return this.#finders.map(({ uri }) => uri).filter((uri) => folders.some((folder) => isIn(uri, folder)));
  }

  /**
   * Lists the notes in some folders that lie in folders of notes, or that hold some of these.
   *
   * @param folders Any folders.
   * @param files Lists them.
   * @param isOver Whether nobody waits for the result any more.
   */
  async list(folders: readonly string[], files: NoteFiles, isOver: () => boolean): Promise<Listing> {
    const searches = folders.flatMap((folder) =>
      this.#finders.map((finder) => ({ finder, start: isIn(finder.uri, folder) ? finder.uri : folder })),
    );
    const started = searches.filter(({ finder, start }) => finder.mayHoldNotes(start));
    const listings = await Promise.all(started.map(({ finder, start }) => finder.list(start, files, isOver)));
    const [only, ...others] = listings;
    if (only && others.length === 0) {
      return only;
    }
    const byUri = new Map<string, NoteFile>();
    listings.forEach((listing) => {
      listing.files.forEach((file) => byUri.set(file.uri, this.noteAt(file.uri) ?? file));
    });
    return { files: [...byUri.values()], unlisted: listings.flatMap(({ unlisted }) => unlisted) };
  }
}
