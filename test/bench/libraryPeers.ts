import type { CacheStore } from '../../src/core/reading/cacheShelf.js';
import { readsAtOnce } from '../../src/core/reading/libraryReader.js';
import type { NoteFiles } from '../../src/core/reading/noteFiles.js';

/**
 * Lists all files of a folder and does nothing with them.
 *
 * @param files Lists the folders.
 * @param folder URI of the folder.
 * @returns URIs of the files in it and in all folders below it.
 */
export async function listFiles(files: NoteFiles, folder: string): Promise<string[]> {
  const found: string[] = [];
  let waiting = [folder];
  while (waiting.length > 0) {
    const entries = (await Promise.all(waiting.map((one) => files.list(one)))).flatMap((listed) => listed ?? []);
    found.push(...entries.filter(({ kind }) => kind === 'file').map(({ uri }) => uri));
    waiting = entries.filter(({ kind }) => kind === 'folder').map(({ uri }) => uri);
  }
  return found;
}

/**
 * Merely reads files as text.
 *
 * @param files Reads them.
 * @param uris The files.
 */
export async function readFiles(files: NoteFiles, uris: readonly string[]): Promise<void> {
  const decoder = new TextDecoder();
  await eachInParts(uris, async (uri) => decoder.decode((await files.read(uri)) ?? new Uint8Array()));
}

/**
 * Merely asks when files were written.
 *
 * @param files Is asked.
 * @param uris The files.
 */
export async function askForTimes(files: NoteFiles, uris: readonly string[]): Promise<void> {
  await eachInParts(uris, (uri) => files.state(uri));
}

/**
 * Merely reads what was kept of a library and has its JSON parsed, line by line.
 *
 * @param store Where it is.
 * @returns How many notes there were.
 */
export async function loadKept(store: CacheStore): Promise<number> {
  let notes = 0;
  await eachInParts(await store.names(), async (name) => {
    const lines = (await store.read(name)) ?? [];
    for (const line of lines.filter((one) => one.startsWith('{'))) {
      JSON.parse(line);
      notes += 1;
    }
  });
  return notes;
}

/**
 * Asks about many things in parts, of which two are under way: of all that was tried, this is among the quickest. As many
 * questions that follow each other one by one take four times as long, for VS Code sends what is asked at once together.
 */
async function eachInParts<T>(items: readonly T[], ask: (item: T) => Promise<unknown>): Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  for (let start = 0; start < items.length; start += readsAtOnce) {
    const next = Promise.all(items.slice(start, start + readsAtOnce).map(ask));
    await before;
    before = next;
  }
  await before;
}
