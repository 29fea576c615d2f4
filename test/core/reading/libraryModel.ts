import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Library } from '../../../src/core/library/library.js';
import { LinkIndex } from '../../../src/core/library/linkIndex.js';
import { TopicIndex } from '../../../src/core/library/topicIndex.js';
import { topConcepts } from '../../../src/core/library/topics.js';
import { LabelReader } from '../../../src/core/note/label.js';
import { Rereader } from '../../../src/core/note/rereader.js';
import { renderConcept } from '../../../src/core/page/renderConcept.js';
import { LibraryReader, type Sources } from '../../../src/core/reading/libraryReader.js';
import { NoteCache } from '../../../src/core/reading/noteCache.js';
import { ConceptSearch } from '../../../src/core/search/conceptSearch.js';
import { Slices } from '../../../src/core/slices.js';
import { context } from '../page/page.js';
import { MemoryFiles, type Trouble } from './memoryFiles.js';
import { MemoryStorage } from './memoryStore.js';

const roots = ['mem:/one', 'mem:/two'];
const folders = [...roots, 'mem:/one/sub', 'mem:/one/sub/x'];
const names = ['a.md', 'A.md', 'b.md', 'note.markdown', 'plain.txt', '큐.md', '큐.md'.normalize('NFD')];
const texts = [
  '# Queue\n\nFirst in, first out. See [[Stack]].\n\n## Pros\n\n- fair\n\n## Cons\n\n- slow\n',
  '# Stack\n\nLast in.\n\n## Good\n\n- simple\n',
  '---\ntags: [data]\n---\n# 큐(Queue)\n\n## 장점\n\n- 공정하다\n\n## Deque\n\nBoth ends, see [the stack](a.md#stack).\n',
  '---\ncategories: [Data, 자료]\ntitle: Heap\n---\n\nNo heading here, only text.\n',
  '# One\n\n# Two\n\n- **Pros**: quick\n- **Cons**: large\n',
  '',
  '# Queue\n\n[[큐]]\n',
];
const globs = [
  { include: ['**/*.md', '**/*.markdown'], exclude: [] },
  { include: ['**/*.md'], exclude: ['**/x'] },
  { include: ['**/a*'], exclude: [] },
];
const queries = ['queue', '큐', 'stak', 'one', 'fair'];

/** A window: all that follows the files from one start to the next. */
class Window {
  readonly library = new Library();
  readonly topics = new TopicIndex(this.library);
  readonly links = new LinkIndex(this.library);
  readonly search = new ConceptSearch();
  readonly cache: NoteCache;
  readonly reader: LibraryReader;
  rereader = new Rereader(new LabelReader());

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
      onLeftOut: () => undefined,
      onProgress: () => undefined,
    };
    this.reader = new LibraryReader(this.library, host, this.rereader);
  }

  scan(world: World): Promise<void> {
    this.rereader = new Rereader(new LabelReader(world.ownWords));
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
  #hadTrouble = false;

  /**
   * @param foldsNames Whether the file system takes names for one that differ in letter case or normal form only.
   * @param manyNotes From how many notes on their names come first.
   */
  constructor(foldsNames: boolean, manyNotes: number) {
    this.files = new MemoryFiles(foldsNames);
    this.#manyNotes = manyNotes;
    this.window = new Window(this.files, this.storage, manyNotes);
  }

  sources(): Sources {
    const used = this.#isSecondRead ? roots : roots.slice(0, 1);
    return {
      folders: used.map((uri) => ({ uri, ...(globs[this.#glob] ?? { include: [], exclude: [] }) })),
      bundled: [],
      bundledMode: 'never',
      variant: JSON.stringify(this.ownWords),
    };
  }

  write(uri: string, text: string): void {
    this.files.write(uri, text);
    this.untold.push(uri);
  }

  rename(from: string, to: string): void {
    this.files.rename(from, to);
    this.untold.push(from, to);
  }

  /** Deletes or moves a folder, of which one event tells. */
  moveFolder(from: string, to: string | undefined): void {
    for (const uri of this.files.uris().filter((one) => one.startsWith(`${from}/`))) {
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
      this.files.unsavedTexts.set(uri, text);
    }
    this.untold.push(uri);
  }

  trouble(place: string, what: Trouble | undefined): void {
    this.#hadTrouble = true;
    if (what) {
      this.files.troubles.set(place, what);
    } else {
      this.files.troubles.delete(place);
    }
  }

  /** Tells the window of some of what happened, without waiting for it. */
  tell(count: number): void {
    void this.window.reader.touch([...new Set(this.untold.splice(0, count))]);
  }

  change(glob: number, isSecondRead: boolean, ownWords: object): void {
    this.#glob = glob;
    this.#isSecondRead = isSecondRead;
    this.ownWords = ownWords;
    void this.window.scan(this);
  }

  /** Begins to keep what was read, without waiting for it. */
  keep(): void {
    const { reader, cache } = this.window;
    void reader
      .stamp()
      .then((doubtful) => reader.touch(doubtful))
      .then(() => cache.flush());
  }

  /** Closes the window, maybe while it keeps what it read, and opens another. */
  async restart(room: number, isDamaged: boolean): Promise<void> {
    this.storage.room = room;
    await this.window.reader.touch(await this.window.reader.stamp());
    await this.window.cache.flush();
    this.storage.room = Infinity;
    this.window.reader.end();
    const [key] = this.storage.texts.keys();
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
    if (this.#hadTrouble) {
      await this.window.scan(this);
    }
    await this.window.reader.whole();
    const fresh = new Window(this.files, new MemoryStorage(), Infinity);
    await fresh.scan(this);
    await fresh.reader.whole();
    assert.deepEqual(await this.window.view(), await fresh.view());
    this.window.reader.end();
  }
}

/** One thing that happens. */
class Step implements fc.AsyncCommand<object, World> {
  readonly #name: string;
  readonly #do: (world: World) => unknown;

  constructor(name: string, what: (world: World) => unknown) {
    this.#name = name;
    this.#do = what;
  }

  check(): boolean {
    return true;
  }

  async run(_: object, world: World): Promise<void> {
    await this.#do(world);
  }

  toString(): string {
    return this.#name;
  }
}

const folder = fc.constantFrom(...folders);
const file = fc.tuple(folder, fc.constantFrom(...names)).map(([place, name]) => `${place}/${encodeURIComponent(name)}`);
const text = fc.constantFrom(...texts);

/** All that can happen, in any order. */
export const steps = fc.commands(
  [
    ...[1, 2].map(() =>
      fc
        .tuple(file, text)
        .map(([uri, what]) => new Step(`write ${uri} ${JSON.stringify(what)}`, (world) => world.write(uri, what))),
    ),
    fc.tuple(file, file).map(([from, to]) => new Step(`rename ${from} ${to}`, (world) => world.rename(from, to))),
    file.map(
      (uri) =>
        new Step(`delete ${uri}`, (world) => {
          world.files.remove(uri);
          world.untold.push(uri);
        }),
    ),
    fc
      .tuple(
        fc.constantFrom('mem:/one/sub', 'mem:/one/sub/x'),
        fc.option(fc.constantFrom('mem:/two/moved', 'mem:/one/SUB')),
      )
      .map(([from, to]) => new Step(`move ${from} ${to}`, (world) => world.moveFolder(from, to ?? undefined))),
    fc
      .tuple(file, fc.option(text))
      .map(
        ([uri, what]) => new Step(`type ${uri} ${JSON.stringify(what)}`, (world) => world.type(uri, what ?? undefined)),
      ),
    fc
      .tuple(fc.oneof(folder, file), fc.option(fc.constantFrom<Trouble>('state', 'list', 'read')))
      .map(([place, what]) => new Step(`trouble ${place} ${what}`, (world) => world.trouble(place, what ?? undefined))),
    ...[1, 2].map(() =>
      fc.integer({ min: 1, max: 5 }).map((count) => new Step(`tell ${count}`, (world) => world.tell(count))),
    ),
    fc.integer({ min: 1, max: 20 }).map(
      (turns) =>
        new Step(`wait ${turns}`, async () => {
          for (let turn = 0; turn < turns; turn += 1) {
            await Promise.resolve();
          }
        }),
    ),
    fc.constant(new Step('wait for all', (world) => world.window.reader.whole())),
    ...[1, 2].map(() => file.map((uri) => new Step(`open ${uri}`, (world) => void world.window.reader.settle(uri)))),
    fc.constant(new Step('keep', (world) => world.keep())),
    fc.constant(new Step('pause', (world) => world.window.reader.pause())),
    fc.constant(new Step('resume', (world) => world.window.reader.resume())),
    fc
      .tuple(fc.integer({ min: 0, max: 2 }), fc.boolean(), fc.constantFrom({}, { pros: ['Good'] }))
      .map(
        ([glob, isSecond, words]) =>
          new Step(`settings ${glob} ${isSecond} ${JSON.stringify(words)}`, (world) =>
            world.change(glob, isSecond, words),
          ),
      ),
    fc
      .tuple(fc.constantFrom(0, 1, Infinity), fc.boolean())
      .map(([room, isDamaged]) => new Step(`restart ${room} ${isDamaged}`, (world) => world.restart(room, isDamaged))),
    fc.constant(new Step('clock', (world) => (world.files.clock -= 1_005))),
  ],
  { maxCommands: 24 },
);
