import { Library, type LibraryChange } from '../../../src/core/library/library.js';
import { LabelReader } from '../../../src/core/note/label.js';
import { Rereader } from '../../../src/core/note/rereader.js';
import { LibraryReader } from '../../../src/core/reading/libraryReader.js';
import type { Sources } from '../../../src/core/reading/sources.js';
import { NoteCache } from '../../../src/core/reading/noteCache.js';
import { Slices } from '../../../src/core/slices.js';
import { MemoryFiles } from './memoryFiles.js';
import { MemoryStorage } from './memoryStore.js';

/** The folder of notes. */
export const folder = 'mem:/notes';
/** The notes in it. */
export const sources: Sources = {
  folders: [{ uri: folder, include: ['**/*.md'], exclude: ['**/drafts'], variant: '' }],
  bundled: [],
  bundledMode: 'never',
};

/** What follows files from one start to the next. */
export interface LibraryWindow {
  readonly library: Library;
  readonly reader: LibraryReader;
  readonly cache: NoteCache;
  /** Keeps what was read for the next start; returns notes that may have changed meanwhile. */
  readonly keep: () => Promise<readonly string[]>;
  /** What the library told. */
  readonly changes: LibraryChange[];
  readonly titles: () => string[];
  /** All points in favour. */
  readonly points: () => string[];
  readonly log: readonly string[];
}

/**
 * Opens a window.
 *
 * @param files The files.
 * @param storage What was kept of earlier windows.
 * @param version Stands for the code that reads notes.
 * @param now Milliseconds that never go back.
 */
export function openLibrary(
  files: MemoryFiles,
  storage = new MemoryStorage(),
  version = '1',
  now = (): number => performance.now(),
): LibraryWindow {
  const log: string[] = [];
  const library = new Library();
  const changes: LibraryChange[] = [];
  library.onChange((change) => changes.push(change));
  const slices = new Slices(() => new Promise((resolve) => setImmediate(resolve)), now);
  const cache = new NoteCache(
    (uri) => storage.store(uri),
    slices,
    version,
    (uri, why) => log.push(`${why} ${uri}`),
  );
  const host = {
    files,
    cache,
    slices,
    onProgress: () => undefined,
    clock: files.now,
    onLeftOut: (uri: string) => log.push(`left out ${uri}`),
    onUnread: (uri: string) => log.push(`not read ${uri}`),
  };
  const reader = new LibraryReader(library, host, new Rereader(new LabelReader()));
  const titles = (): string[] => library.concepts().map(({ concept }) => concept.title);
  const points = (): string[] => library.concepts().flatMap(({ concept: { pros } }) => pros.map(({ text }) => text));
  const keep = async (): Promise<readonly string[]> => {
    const doubtful = await reader.stamp();
    await cache.flush();
    return doubtful;
  };
  return { library, reader, cache, keep, changes, titles, points, log };
}

/** A note with one point in favour. */
export const cacheNote = (name: string): string =>
  `# ${name}\n\nKeeps what is asked for often.\n\n## Pros\n\n- ${name} is fast\n`;

/** Writes so many notes that their names come first. */
export function writeMany(files: MemoryFiles, count = 200): void {
  for (let index = 0; index < count; index += 1) {
    files.write(`${folder}/${index % 7}/n${index}.md`, cacheNote(`Note ${index}`));
  }
  // Well before they are read.
  files.clock += 10_000;
}

/** 200 notes that a window has read and kept, and none of whose files was read since. */
export async function keptLibrary(): Promise<{ files: MemoryFiles; storage: MemoryStorage }> {
  const files = new MemoryFiles();
  const storage = new MemoryStorage();
  writeMany(files);
  const { reader, keep } = openLibrary(files, storage);
  await reader.scan(sources);
  await reader.whole();
  await keep();
  files.asked.read = 0;
  return { files, storage };
}
