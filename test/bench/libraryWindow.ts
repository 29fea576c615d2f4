import { Library } from '../../src/core/library/library.js';
import { LinkIndex } from '../../src/core/library/linkIndex.js';
import { TopicIndex } from '../../src/core/library/topicIndex.js';
import { LabelReader } from '../../src/core/note/label.js';
import { renderConcept } from '../../src/core/page/renderConcept.js';
import { Rereader } from '../../src/core/note/rereader.js';
import type { CacheStore } from '../../src/core/reading/cacheShelf.js';
import { LibraryReader } from '../../src/core/reading/libraryReader.js';
import type { Sources } from '../../src/core/reading/sources.js';
import type { NoteFiles } from '../../src/core/reading/noteFiles.js';
import { NoteCache } from '../../src/core/reading/noteCache.js';
import { emptyHistory } from '../../src/core/search/searchHistory.js';
import type { SearchResult } from '../../src/core/search/searchResult.js';
import { Slices } from '../../src/core/slices.js';
import { english } from '../../src/core/translate.js';
import { LiveSearch } from '../../src/vscode/search/liveSearch.js';
import { TopicNews } from '../../src/vscode/tree/topicNews.js';
import { addedTitle } from './libraryEdits.js';

/** How files are read, and where what was read is kept. */
export interface Place {
  readonly name: string;
  /** Whether that is the editor's own way. */
  readonly isEditor: boolean;
  /** The API, as the peers use it. */
  readonly files: NoteFiles;
  /** The same files as the extension reads them there. */
  readonly hastened: NoteFiles;
  /** What is kept in a folder, by its path. */
  readonly store: (folder: string) => CacheStore;
}

/** Everything that follows the notes in a window of the editor, without what draws it. */
export class LibraryWindow {
  readonly #library = new Library();
  readonly #topics = new TopicIndex(this.#library);
  readonly #news = new TopicNews(this.#library, this.#topics, () => undefined);
  readonly #links = new LinkIndex(this.#library);
  readonly #slices = new Slices(
    () => new Promise((resolve) => setImmediate(resolve)),
    () => performance.now(),
  );
  readonly #rereader = new Rereader(new LabelReader());
  readonly #cache: NoteCache;
  readonly #reader: LibraryReader;
  readonly #sources: Sources;
  #opening: Promise<void> = Promise.resolve();
  readonly search = new LiveSearch(this.#library, this.#links, this.#slices);

  /**
   * @param place How files are read.
   * @param folder URI of the folder of notes.
   * @param kept Where what was read is kept: the path of a folder.
   */
  constructor({ hastened, store }: Place, folder: string, kept: string) {
    const nothing = (): void => undefined;
    this.#cache = new NoteCache(() => store(kept), this.#slices, 'benchmark', nothing);
    const host = { files: hastened, cache: this.#cache, slices: this.#slices, onLeftOut: nothing, onProgress: nothing };
    this.#reader = new LibraryReader(this.#library, host, this.#rereader);
    const folders = [{ uri: folder, include: ['**/*.md'], exclude: ['**/node_modules'], variant: '' }];
    this.#sources = { folders, bundled: [], bundledMode: 'never' };
  }

  /**
   * Opens the library, with nothing behind the names.
   *
   * @param count How many notes it has.
   * @returns Resolves as soon as all of them are in the tree, wherever their names come from.
   */
  async openTree(count: number): Promise<void> {
    this.#reader.pause();
    let missing = count;
    const isComplete = new Promise<void>((resolve) => {
      this.#library.onChange(({ added, removed }) => {
        missing += removed.length - added.length;
        if (missing === 0) {
          resolve();
        }
      });
    });
    await Promise.race([isComplete, this.#open()]);
    if (missing !== 0) {
      throw new Error(`The tree lacks ${missing} notes.`);
    }
    this.#topics.topics();
  }

  /** Opens the library, with nothing behind the names. Resolves when all titles can be found. */
  async openTitles(): Promise<void> {
    this.#reader.pause();
    this.search.start();
    await this.#open();
    await this.search.whole();
  }

  /** Opens the library. Resolves when all is known of all notes. */
  async openWhole(): Promise<void> {
    await this.#open();
    await this.#reader.whole();
    this.#topics.topics();
  }

  /**
   * Takes in what has changed on the disk. Resolves when tree and search show it.
   *
   * @param uris The files.
   */
  async touch(uris: readonly string[]): Promise<void> {
    await this.#reader.touch(uris);
    await this.#reader.whole();
    this.#topics.takeChanged();
    await this.search.whole();
  }

  /**
   * Takes in an edit of one note. Resolves when tree, search and page show it.
   *
   * @param uris The note alone.
   * @param word The word of the edit.
   */
  async showEdit(uris: readonly string[], word: string): Promise<void> {
    await this.touch(uris);
    const html = await this.#page(uris[0] ?? '');
    if (!html.includes(word)) {
      throw new Error(`After the edit “${word}”, the page does not show it.`);
    }
  }

  /**
   * Throws where an edit is not in the tree and in the search: then what was measured means nothing.
   *
   * @param word The word of the edit.
   * @param uris The notes into which it was written.
   */
  async mustShow(word: string, uris: readonly string[]): Promise<void> {
    const title = addedTitle(word);
    const inTree = this.#topics.topics().flatMap(({ notes }) => notes);
    const found = await this.#find(`"${title}"`, 2 * uris.length);
    const shown = {
      tree: new Set(inTree.filter(({ concepts }) => concepts.some((one) => one.title === title)).map(({ uri }) => uri)),
      search: new Set(found.filter(({ concept }) => concept.title === title).map(({ note }) => note.uri)),
    };
    for (const [place, shownThere] of Object.entries(shown)) {
      const missing = uris.filter((uri) => !shownThere.has(uri)).length;
      if (missing > 0) {
        throw new Error(`Of ${uris.length} notes with the edit “${word}”, the ${place} does not show ${missing}.`);
      }
    }
  }

  /** Keeps what was read for the next start. */
  async keep(): Promise<void> {
    await this.#reader.stamp();
    await this.#cache.flush();
  }

  /** Ends everything. Resolves when nothing is under way any more. */
  async end(): Promise<void> {
    this.#reader.end();
    await this.#opening;
    await this.#reader.whole();
    this.search.dispose();
    this.#links.dispose();
    this.#news.dispose();
    this.#topics.dispose();
  }

  #open(): Promise<void> {
    this.#opening = this.#reader.scan(this.#sources);
    return this.#opening;
  }

  /** The page of a note's first concept, as HTML. */
  async #page(uri: string): Promise<string> {
    const note = this.#library.note(uri);
    const source = await this.#reader.source(uri);
    const id = note?.concepts[0]?.id ?? '';
    const linkedFrom = this.#links.backlinks(id).flatMap(({ note: other, link }) => {
      const concept = other.concepts.find((one) => one.id === link.concept);
      return concept ? [{ id: concept.id, title: concept.title, noteTitle: other.title }] : [];
    });
    const context = { translate: english, location: uri, linkedFrom, resolveImage: () => undefined };
    const html = source && renderConcept(this.#rereader.reread(source, note, id), id, context);
    return html ?? '';
  }

  async #find(query: string, limit: number): Promise<readonly SearchResult[]> {
    let found: readonly SearchResult[] = [];
    await this.search.find({
      query,
      limit,
      history: emptyHistory,
      isStale: () => false,
      show: (results) => {
        found = results;
      },
    });
    return found;
  }
}
