import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { Library } from '../../src/core/library/library.js';
import { LinkIndex } from '../../src/core/library/linkIndex.js';
import { TopicIndex } from '../../src/core/library/topicIndex.js';
import { LabelReader } from '../../src/core/note/label.js';
import { parseWithRemark } from '../../src/core/note/markdown.js';
import { Rereader } from '../../src/core/note/rereader.js';
import type { CacheStore } from '../../src/core/reading/cacheShelf.js';
import { LibraryReader, readsAtOnce, type Sources } from '../../src/core/reading/libraryReader.js';
import type { NoteFiles } from '../../src/core/reading/noteFiles.js';
import { NoteCache } from '../../src/core/reading/noteCache.js';
import { inParts } from '../../src/core/reading/inParts.js';
import { Slices } from '../../src/core/slices.js';
import { emptyHistory } from '../../src/core/search/searchHistory.js';
import { LiveSearch } from '../../src/vscode/search/liveSearch.js';
import { folderUri } from './diskFiles.js';

/** How files are read, and where what was read is kept. */
export interface Place {
  readonly name: string;
  /** Whether that is the editor's own way. */
  readonly isEditor: boolean;
  readonly files: NoteFiles;
  /** What is kept in a folder, by its path. */
  readonly store: (folder: string) => CacheStore;
}

/** A library to measure. */
export interface LibraryOnDisk {
  /** Holds `notes`, and is to hold what is kept. */
  readonly folder: string;
  readonly size: number;
  readonly bytes: number;
  readonly rounds: number;
}

/** What was measured: milliseconds where nothing else is said, each the least of the rounds. */
export interface LibraryReport {
  readonly size: number;
  readonly bytes: number;
  /** Listing all files, reading them as text, and nothing more. */
  readonly reading: number;
  /** Listing all files with their times. */
  readonly listing: number;
  readonly tree: number;
  readonly titles: number;
  readonly all: number;
  /** What remark with GitHub's additions and front matter takes for all texts, from a part of them. */
  readonly remark: number;
  readonly warm: number;
  readonly cacheLoad: number;
  /** Work of the processor until one changed note is in the tree and in the search. */
  readonly edit: number;
  readonly batch: number;
  /** How long the event loop was held up, from the first file to the last point, while someone typed in the search. */
  readonly pauses: { readonly most: number; readonly p99: number };
  /** Bytes, more than before. */
  readonly heap: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Notes of which remark reads all, and whose time stands for the rest. */
const sample = 200;

/** Everything that follows the files in a window. */
class Window {
  readonly library = new Library();
  readonly topics = new TopicIndex(this.library);
  readonly links = new LinkIndex(this.library);
  readonly slices = newSlices();
  readonly search = new LiveSearch(this.library, this.links, this.slices);
  readonly cache: NoteCache;
  readonly reader: LibraryReader;
  readonly #sources: Sources;

  constructor(place: Place, notes: string, kept: string) {
    this.cache = new NoteCache(
      () => place.store(kept),
      this.slices,
      () => undefined,
    );
    const host = { files: place.files, cache: this.cache, slices: this.slices };
    this.reader = new LibraryReader(
      this.library,
      { ...host, onLeftOut: () => undefined, onProgress: () => undefined },
      new Rereader(new LabelReader()),
    );
    const folders = [{ uri: folderUri(notes), include: ['**/*.md'], exclude: ['**/node_modules'] }];
    this.#sources = { folders, bundled: [], bundledMode: 'never', variant: '' };
  }

  scan(): Promise<void> {
    return this.reader.scan(this.#sources);
  }

  async keep(): Promise<void> {
    await this.reader.stamp();
    await this.cache.flush();
  }

  end(): void {
    this.reader.end();
    this.search.dispose();
    this.links.dispose();
    this.topics.dispose();
  }
}

/**
 * Measures a library.
 *
 * @param library Where it is.
 * @param place How its files are read.
 */
export async function measureLibrary(
  { folder, size, bytes, rounds }: LibraryOnDisk,
  place: Place,
): Promise<LibraryReport> {
  const notes = path.join(folder, 'notes');
  const kept = path.join(folder, 'kept');
  const best = async (run: () => Promise<number>): Promise<number> => {
    let least = Infinity;
    for (let round = 0; round < rounds; round += 1) {
      collectGarbage();
      least = Math.min(least, await run());
    }
    return least;
  };
  const timed = async (run: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await run();
    return performance.now() - start;
  };
  const { files } = place;
  const decoder = new TextDecoder();
  const reading = await best(() =>
    timed(async () =>
      inParts(
        await urisBelow(files, folderUri(notes)),
        readsAtOnce,
        async (uri) => decoder.decode((await files.read(uri)) ?? new Uint8Array()).length,
      ),
    ),
  );
  const listing = await best(() =>
    timed(async () => inParts(await urisBelow(files, folderUri(notes)), readsAtOnce, (uri) => files.state(uri))),
  );
  const fresh = (): Window => {
    rmSync(kept, { recursive: true, force: true });
    return new Window(place, notes, kept);
  };
  const named = (follow: (window: Window) => Promise<unknown>, begin?: (window: Window) => void): Promise<number> =>
    best(async () => {
      const window = fresh();
      window.reader.pause();
      begin?.(window);
      const time = await timed(async () => {
        await window.scan();
        await follow(window);
      });
      window.end();
      return time;
    });
  const tree = await named((window) => Promise.resolve(window.topics.topics()));
  const titles = await named(
    (window) => window.search.whole(),
    (window) => window.search.start(),
  );
  const uris = await urisBelow(files, folderUri(notes));
  const texts = uris
    .filter((_, index) => index % Math.ceil(uris.length / sample) === 0)
    .map((uri) => readFileSync(fileURLToPath(uri), 'utf8'));
  const part = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const remark = (await best(() => timed(() => Promise.resolve(texts.map(parseWithRemark))))) * (bytes / part);
  const all = await best(async () => {
    const window = fresh();
    const time = await timed(async () => {
      await window.scan();
      await window.reader.whole();
    });
    window.end();
    return time;
  });

  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const window = fresh();
  const pauses = await pausesWhile(async () => {
    window.search.start();
    const typing = typeInto(window.search);
    await window.scan();
    await window.reader.whole();
    await window.search.whole();
    await typing.end();
    await window.keep();
  });
  collectGarbage();
  const heap = process.memoryUsage().heapUsed - before;

  const uri = uris[Math.floor(uris.length / 2)] ?? '';
  const original = readFileSync(fileURLToPath(uri), 'utf8');
  let count = 0;
  const edit = await best(async () => {
    // The first few changes compile what they need.
    let least = Infinity;
    for (let round = 0; round < 20; round += 1) {
      count += 1;
      writeFileSync(fileURLToPath(uri), `${original}\n## Added ${count}\n\n- point\n`);
      const start = process.cpuUsage();
      await window.reader.touch([uri]);
      window.topics.takeChanged();
      await window.search.whole();
      const { user, system } = process.cpuUsage(start);
      least = Math.min(least, (user + system) / 1000);
    }
    return least;
  });
  writeFileSync(fileURLToPath(uri), original);
  const many = uris.slice(0, 1000);
  const batch = await timed(async () => {
    await window.reader.touch(many);
    await window.reader.whole();
    await window.search.whole();
  });
  await window.keep();
  window.end();

  const cacheLoad = await best(async () => {
    const cache = new NoteCache(
      () => place.store(kept),
      newSlices(),
      () => undefined,
    );
    return timed(() => cache.open([folderUri(notes)], ''));
  });
  const warm = await best(async () => {
    const next = new Window(place, notes, kept);
    const time = await timed(async () => {
      await next.scan();
      await next.reader.whole();
      next.topics.topics();
    });
    next.end();
    return time;
  });
  return {
    size,
    bytes,
    reading,
    listing,
    tree,
    titles,
    all,
    remark,
    warm,
    cacheLoad,
    edit,
    batch,
    pauses,
    heap,
  };
}

function newSlices(): Slices {
  return new Slices(
    () => new Promise((resolve) => setImmediate(resolve)),
    () => performance.now(),
  );
}

async function urisBelow(files: NoteFiles, folder: string): Promise<string[]> {
  const found: string[] = [];
  let waiting = [folder];
  while (waiting.length > 0) {
    const entries = (await Promise.all(waiting.map((one) => files.list(one)))).flatMap((listed) => listed ?? []);
    found.push(...entries.filter(({ kind }) => kind === 'file').map(({ uri }) => uri));
    waiting = entries.filter(({ kind }) => kind === 'folder').map(({ uri }) => uri);
  }
  return found;
}

/** Types a letter now and then, as someone does who does not wait. */
function typeInto(search: LiveSearch): { end: () => Promise<void> } {
  const query = 'kubernetes 쿠버네티스';
  let typed = 0;
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    typed = (typed % query.length) + 1;
    const mine = typed;
    last = search.find({
      query: query.slice(0, typed),
      limit: 50,
      history: emptyHistory,
      isStale: () => mine !== typed,
      show: () => undefined,
    });
  }, 150);
  return {
    end: async () => {
      clearInterval(timer);
      await last;
    },
  };
}

/** How long the event loop is held up beyond the millisecond that each look at it takes. */
async function pausesWhile(work: () => Promise<void>): Promise<{ most: number; p99: number }> {
  const monitor = monitorEventLoopDelay({ resolution: 1 });
  monitor.enable();
  await work();
  monitor.disable();
  return { most: monitor.max / 1e6, p99: monitor.percentile(99) / 1e6 };
}
