import * as vscode from 'vscode';
import type { CacheStore } from '../../core/reading/cacheShelf.js';
import { textKey } from '../../core/note/textKey.js';

/** Folders of notes of which something is kept: those that were read last. */
const mostFolders = 16;

/** Is written when a folder's notes are read, so that its time tells when that was. */
const usedFile = 'used';

/** Keeps texts in the extension's storage, in a folder for each folder of notes. */
export class CacheStorage {
  readonly #root: vscode.Uri;
  readonly #log: Pick<vscode.LogOutputChannel, 'warn'>;
  readonly #used = new Set<string>();
  /** Those of them that are not noted down as used. */
  readonly #unnoted = new Set<string>();
  #hasFailed = false;

  /**
   * @param storage The extension's storage, for all windows.
   * @param log Told once if nothing can be written.
   */
  constructor(storage: vscode.Uri, log: Pick<vscode.LogOutputChannel, 'warn'>) {
    this.#root = vscode.Uri.joinPath(storage, 'cache');
    this.#log = log;
  }

  /**
   * The store of what is kept of a folder.
   *
   * @param folder URI of a folder of notes.
   */
  store(folder: string): CacheStore {
    const name = textKey(folder);
    const place = vscode.Uri.joinPath(this.#root, name);
    const file = (part: string): vscode.Uri => vscode.Uri.joinPath(place, part);
    if (!this.#used.has(name)) {
      this.#used.add(name);
      this.#unnoted.add(name);
    }
    return {
      names: async () => (await entriesOf(place)).filter((part) => part.endsWith('.json')),
      read: async (part) => {
        try {
          return new TextDecoder().decode(await vscode.workspace.fs.readFile(file(part)));
        } catch {
          return undefined;
        }
      },
      write: (part, text) => this.#write(file(part), text),
      remove: (part) => removed(file(part)),
    };
  }

  /**
   * Notes down which folders are in use, and removes what is kept of those that were not for the longest time. Does nothing
   * where no folder came into use since it last did.
   */
  async tidy(): Promise<void> {
    if (this.#unnoted.size === 0) {
      return;
    }
    for (const name of this.#unnoted) {
      this.#unnoted.delete(name);
      await this.#write(vscode.Uri.joinPath(this.#root, name, usedFile), '');
    }
    const others = (await entriesOf(this.#root)).filter((name) => !this.#used.has(name));
    const times = await Promise.all(
      others.map((name) => timeOf(vscode.Uri.joinPath(this.#root, name, usedFile)).then((time) => ({ name, time }))),
    );
    const oldest = times.sort((a, b) => b.time - a.time).slice(Math.max(0, mostFolders - this.#used.size));
    for (const { name } of oldest) {
      await removed(vscode.Uri.joinPath(this.#root, name));
    }
  }

  /** Removes everything. */
  async clear(): Promise<void> {
    this.#used.forEach((name) => this.#unnoted.add(name));
    await removed(this.#root);
  }

  /** Under another name first, so that whoever stops in between leaves nothing half written. */
  async #write(file: vscode.Uri, text: string): Promise<void> {
    const draft = file.with({ path: `${file.path}.new` });
    try {
      await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
      await vscode.workspace.fs.rename(draft, file, { overwrite: true });
    } catch (error) {
      if (!this.#hasFailed) {
        this.#hasFailed = true;
        const reason = error instanceof Error ? error.message : String(error);
        this.#log.warn(vscode.l10n.t('What was read of the notes cannot be kept for the next start: {0}', reason));
      }
      await removed(draft);
    }
  }
}

async function entriesOf(folder: vscode.Uri): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return [];
  }
}

async function timeOf(file: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(file)).mtime;
  } catch {
    return 0;
  }
}

async function removed(place: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(place, { recursive: true });
  } catch {
    // It was not there.
  }
}
