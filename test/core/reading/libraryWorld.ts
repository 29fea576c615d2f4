import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library/library.js';
import { LinkIndex } from '../../../src/core/library/linkIndex.js';
import { TopicIndex } from '../../../src/core/library/topicIndex.js';
import { topConcepts } from '../../../src/core/library/topics.js';
import { LabelReader } from '../../../src/core/note/label.js';
import { Rereader } from '../../../src/core/note/rereader.js';
import { renderConcept } from '../../../src/core/page/renderConcept.js';
import { LibraryReader } from '../../../src/core/reading/libraryReader.js';
import type { Sources } from '../../../src/core/reading/sources.js';
import { NoteCache } from '../../../src/core/reading/noteCache.js';
import { ConceptSearch } from '../../../src/core/search/conceptSearch.js';
import { Slices } from '../../../src/core/slices.js';
import { context } from '../page/page.js';
import { MemoryFiles, type Trouble } from './memoryFiles.js';
import { MemoryStorage } from './memoryStore.js';

const roots = ['mem:/one', 'mem:/two'];
/** What notes are looked for. */
export const globs = [
  { include: ['**/*.md', '**/*.markdown'], exclude: [] },
  { include: ['**/*.md'], exclude: ['**/x'] },
  { include: ['**/a*'], exclude: [] },
  // The same files in any letter case.
  { include: ['**/*.m*'], exclude: [], hidden: { globs: ['**/x/', '{**/[nN]*,work/[bB]*}'], path: 'work' } },
];
/** Who knows the words of labels, by the user's own: making one takes longer than reading a small note. */
const labelReaders = new Map<string, LabelReader>();
const queries = ['queue', '큐', 'stak', 'one', 'fair'];

function labelReader(ownWords: object): LabelReader {
  const key = JSON.stringify(ownWords);
  const reader = labelReaders.get(key) ?? new LabelReader(ownWords);
  labelReaders.set(key, reader);
  return reader;
}

/** A window: all that follows the files from one start to the next. */
class Window {
  readonly library = new Library();
  readonly topics = new TopicIndex(this.library);
  readonly links = new LinkIndex(this.library);
  readonly search = new ConceptSearch();
  readonly cache: NoteCache;
  readonly reader: LibraryReader;
  rereader = new Rereader(labelReader({}));

  constructor(files: MemoryFiles, storage: MemoryStorage, manyNotes: number) {
    let now = 0;
    // Time flies, so that it pauses often.
    const slices = new Slices(
      () => Promise.resolve(),
      () => (now += 5),
    );
    this.cache = new NoteCache(
      (folder) => storage.store(folder),
      slices,
      '1',
      () => undefined,
    );
    this.library.onChange(({ added, changed, removed }) => {
      const put = [...added, ...changed].flatMap((uri) => this.library.note(uri) ?? []);
      this.search.update(put, removed);
    });
    const host = {
      files,
      cache: this.cache,
      slices,
      manyNotes,
      clock: files.now,
      onLeftOut: () => undefined,
      onProgress: () => undefined,
    };
    this.reader = new LibraryReader(this.library, host, this.rereader);
  }

  scan(world: World): Promise<void> {
    this.rereader = new Rereader(labelReader(world.ownWords));
    return this.reader.scan(world.sources(), this.rereader);
  }

  /** Everything that a user could see. */
  async view(): Promise<unknown> {
    const concepts = this.library.concepts();
    const pages = concepts.slice(0, 6).map(async ({ concept, note }) => {
      const source = await this.reader.source(note.uri);
      const tree = source && this.rereader.reread(source, this.library.note(note.uri), concept.id);
      return tree && renderConcept(tree, concept.id, context);
    });
    return {
      notes: this.library.notes(),
      tree: this.topics.topics().map((topic) => [topic.name, topConcepts(topic).map(({ concept }) => concept.id)]),
      found: queries.map((query) => this.search.search(query, 10).map(({ concept }) => concept.id)),
      links: this.library.notes().map(({ uri, links }) =>
        links.map((link) => {
          const target = this.links.resolve(link, uri);
          return target.kind === 'concept' ? target.concept.id : target.kind;
        }),
      ),
      backlinks: concepts.map(({ concept }) =>
        this.links.backlinks(concept.id).map(({ note, link }) => [note.uri, link.line]),
      ),
      pages: await Promise.all(pages),
    };
  }
}

/** Files, a window that follows them, and what it has not been told of yet. */
export class World {
  readonly files: MemoryFiles;
  readonly storage = new MemoryStorage();
  readonly #manyNotes: number;
  window: Window;
  untold: string[] = [];
  ownWords = {};
  #glob = 0;
  #isSecondRead = true;
  #isToRefresh = false;
  /** How often it is just being asked once more for what did not answer. */
  #askingAgain = 0;
  /** How often each kind of thing really happened. */
  readonly done = new Map<string, number>();

  /**
   * @param foldsNames Whether the file system takes names for one that differ in letter case or normal form only.
   * @param manyNotes From how many notes on their names come first.
   */
  constructor(foldsNames: boolean, manyNotes: number) {
    this.files = new MemoryFiles(foldsNames);
    this.files.tick = 1000;
    this.#manyNotes = manyNotes;
    this.window = new Window(this.files, this.storage, manyNotes);
  }

  sources(): Sources {
    const used = this.#isSecondRead ? roots : roots.slice(0, 1);
    return {
      folders: used.map((uri) => ({
        uri,
        ...(globs[this.#glob] ?? { include: [], exclude: [] }),
        variant: JSON.stringify(this.ownWords),
      })),
      bundled: [],
      bundledMode: 'never',
    };
  }

  /** Counts a thing that really happened. */
  did(what: string): void {
    this.done.set(what, (this.done.get(what) ?? 0) + 1);
  }

  /** One of the files that there are. */
  pick(index: number): string | undefined {
    const uris = this.files.uris();
    return uris[index % Math.max(1, uris.length)];
  }

  write(uri: string, text: string): void {
    this.did(this.files.uris().includes(uri) ? 'edit' : 'create');
    this.files.write(uri, text);
    this.untold.push(uri);
  }

  /** Neither size nor, within a tick of its clock, time tells such a file from what it was. */
  changeLetter(uri: string): void {
    const text = this.files.text(uri);
    const changed = text.replace(/[a-y](?=[^a-y]*$)/u, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));
    if (changed !== text) {
      this.did('change a letter');
      this.files.write(uri, changed);
      this.untold.push(uri);
    }
  }

  rename(from: string, to: string): void {
    if (from !== to) {
      this.did('rename');
      this.files.rename(from, to);
      this.untold.push(from, to);
    }
  }

  /** Gives a file a name that differs in letter case, or in normal form, only. */
  renameToTwin(uri: string, kind: 'case' | 'NFC' | 'NFD'): void {
    const start = uri.lastIndexOf('/') + 1;
    const name = decodeURIComponent(uri.slice(start));
    const inOtherCase = name.toUpperCase() === name ? name.toLowerCase() : name.toUpperCase();
    const to = uri.slice(0, start) + encodeURIComponent(kind === 'case' ? inOtherCase : name.normalize(kind));
    if (to !== uri) {
      this.did(kind === 'case' ? 'change case' : 'change normal form');
      this.rename(uri, to);
    }
  }

  remove(uri: string): void {
    this.did('delete');
    this.files.remove(uri);
    this.untold.push(uri);
  }

  /** Deletes or moves a folder, of which one event tells. */
  moveFolder(from: string, to: string | undefined): void {
    const inside = this.files.uris().filter((one) => one.startsWith(`${from}/`));
    if (inside.length === 0 || from === to || to?.startsWith(`${from}/`)) {
      return;
    }
    this.did(to === undefined ? 'delete folder' : 'move folder');
    for (const uri of inside) {
      if (to === undefined) {
        this.files.remove(uri);
      } else {
        this.files.rename(uri, to + uri.slice(from.length));
      }
    }
    this.untold.push(from, ...(to === undefined ? [] : [to]));
  }

  type(uri: string, text: string | undefined): void {
    if (text === undefined) {
      this.files.unsavedTexts.delete(uri);
    } else if (this.files.uris().includes(uri)) {
      this.did('type');
      this.files.unsavedTexts.set(uri, text);
    }
    this.untold.push(uri);
  }

  trouble(place: string, what: Trouble | undefined): void {
    if (what) {
      this.did(`trouble with ${what}`);
      this.files.troubles.set(place, what);
      // What cannot be listed, or does not answer twice, is only asked for again by the user.
      this.#isToRefresh ||= what === 'list' || this.#askingAgain > 0;
    } else {
      this.files.troubles.delete(place);
    }
  }

  /** Tells the window of some of what happened, without waiting for it. */
  tell(count: number): void {
    void this.window.reader.touch([...new Set(this.untold.splice(0, count))]);
  }

  change(glob: number, isSecondRead: boolean, ownWords: object): void {
    this.did('change settings');
    this.#glob = glob;
    this.#isSecondRead = isSecondRead;
    this.ownWords = ownWords;
    void this.window.scan(this);
  }

  /** Begins to keep what was read, without waiting for it. */
  keep(): void {
    this.did('keep');
    // What did not answer is asked once more by itself.
    this.#isToRefresh ||= this.files.troubles.size > 0;
    const { reader, cache } = this.window;
    this.#askingAgain += 1;
    void reader
      .stamp()
      .then((doubtful) => reader.touch(doubtful))
      .then(() => {
        this.#askingAgain -= 1;
        return cache.flush();
      });
  }

  /**
   * The clock goes back. Before it does, all is read and the files' times are known: nothing could tell what is written then
   * from what was there.
   */
  async turnBack(): Promise<void> {
    const { reader } = this.window;
    this.#isToRefresh ||= this.files.troubles.size > 0;
    reader.resume();
    await reader.whole();
    this.files.clock += 5_000;
    await reader.touch(await reader.stamp());
    await reader.whole();
    await reader.stamp();
    this.files.clock -= 100_003_333;
  }

  /** Closes the window, maybe while it keeps what it read, and opens another. */
  async restart(room: number, isDamaged: boolean): Promise<void> {
    this.storage.room = room;
    this.#isToRefresh ||= this.files.troubles.size > 0;
    await this.window.reader.touch(await this.window.reader.stamp());
    await this.window.cache.flush();
    this.storage.room = Infinity;
    this.window.reader.end();
    const [key] = this.storage.texts.keys();
    this.did(key === undefined ? 'restart with nothing kept' : 'restart');
    if (isDamaged && key !== undefined) {
      this.storage.texts.set(key, (this.storage.texts.get(key) ?? '').slice(0, 60));
    }
    this.untold = [];
    this.window = new Window(this.files, this.storage, this.#manyNotes);
    void this.window.scan(this);
  }

  /** When all has been told and nothing is in trouble, the window shows what a fresh one would. */
  async check(): Promise<void> {
    this.files.troubles.clear();
    this.tell(Infinity);
    this.window.reader.resume();
    if (this.#isToRefresh) {
      await this.window.scan(this);
    }
    await this.window.reader.whole();
    await this.window.reader.touch(await this.window.reader.stamp());
    await this.window.reader.whole();
    const fresh = new Window(this.files, new MemoryStorage(), Infinity);
    await fresh.scan(this);
    await fresh.reader.whole();
    assert.deepEqual(await this.window.view(), await fresh.view());
    this.window.reader.end();
  }
}
