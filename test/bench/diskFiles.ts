import { readdir, readFile, rename, rm, stat, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import type { CacheStore } from '../../src/core/reading/cacheShelf.js';
import type { FileState, FolderEntry, NoteFiles } from '../../src/core/reading/noteFiles.js';
import { linesOf } from '../../src/core/reading/linesOf.js';

/** Files of this machine by the same calls that VS Code makes for them in its Node host. */
export class DiskFiles implements NoteFiles {
  async state(uri: string): Promise<FileState> {
    try {
      const stats = await stat(fileURLToPath(uri));
      return stats.isFile()
        ? { kind: 'file', stamp: { mtime: stats.mtime.getTime(), size: stats.size } }
        : { kind: stats.isDirectory() ? 'folder' : 'unknown' };
    } catch {
      return { kind: 'missing' };
    }
  }

  async list(folder: string): Promise<FolderEntry[]> {
    const entries = await readdir(fileURLToPath(folder), { withFileTypes: true });
    return entries.map((entry) => ({
      uri: `${folder}/${encodeURIComponent(entry.name)}`,
      kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
    }));
  }

  read(uri: string): Promise<Uint8Array | undefined> {
    return readFile(fileURLToPath(uri)).catch(() => undefined);
  }

  unsaved(): undefined {
    return undefined;
  }

  encoding(): undefined {
    return undefined;
  }
}

/**
 * A store in a folder of this machine.
 *
 * @param folder Path of the folder; it is made.
 */
export function diskStore(folder: string): CacheStore {
  return {
    names: () => readdir(folder).catch(() => []),
    read: (name) => readFile(join(folder, name)).then(linesOf, () => undefined),
    write: async (name, text) => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${name}.new`), text);
      await rename(join(folder, `${name}.new`), join(folder, name));
      return true;
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}

/** The URI of a folder of this machine, as the reader of a library has it. */
export function folderUri(folder: string): string {
  return pathToFileURL(folder).href.replace(/\/$/u, '');
}
