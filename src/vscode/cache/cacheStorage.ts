import * as vscode from 'vscode';
import { textKey } from '../../core/note/textKey.js';
import type { CacheStore } from '../../core/reading/cacheShelf.js';
import { linesOf } from '../../core/reading/linesOf.js';
import { answerInTime, NoAnswer, patienceMilliseconds } from '../answerInTime.js';

/** Folders of notes of which something is kept: those that were read last. */
const mostFolders = 8;

/** What the name of a file ends in that is not yet written as a whole. */
const draftEnd = '.new';

/** How long a draft may lie there until whoever began it has surely gone, in milliseconds. */
const longestWriting = 60 * 60 * 1000;

/** Is written when a folder's notes are read, so that its time tells when that was. */
const usedFile = 'used';

/** Keeps texts in the extension's storage, in a folder for each folder of notes. */
export class CacheStorage {
  readonly #root: vscode.Uri;
  readonly #log: Pick<vscode.LogOutputChannel, 'warn'>;
  readonly #used = new Set<string>();
  /** Those of them that are not noted down as used. */
  readonly #unnoted = new Set<string>();
  readonly #patience: number;
  /** Two windows may write the same file at the same time. */
  readonly #draftEnd = `.${Math.random().toString(36).slice(2)}${draftEnd}`;
  #hasFailed = false;
  #isSilent = false;

  /**
   * @param storage The extension's storage, for all windows.
   * @param log Told once if nothing can be kept.
   * @param patience How long the storage may take for one answer, in milliseconds. Where it takes longer, it is left alone
   *   as long as the window is open.
   */
  constructor(storage: vscode.Uri, log: Pick<vscode.LogOutputChannel, 'warn'>, patience = patienceMilliseconds) {
    this.#root = vscode.Uri.joinPath(storage, 'cache');
    this.#log = log;
    this.#patience = patience;
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
      names: async () => (await this.#entriesOf(place)).filter((part) => part.endsWith('.json')),
      read: async (part) => {
        try {
          return linesOf(await this.#ask((files) => files.readFile(file(part))));
        } catch {
          return undefined;
        }
      },
      write: (part, text) => this.#write(file(part), text),
      remove: (part) => this.#remove(file(part)),
    };
  }

  /**
   * Notes down which folders are in use, and removes what is kept of those that were not for the longest time, and drafts
   * that nobody will finish. Does nothing where no folder came into use since it last did.
   */
  async tidy(): Promise<void> {
    if (this.#unnoted.size === 0) {
      return;
    }
    for (const name of this.#unnoted) {
      this.#unnoted.delete(name);
      await this.#removeDrafts(vscode.Uri.joinPath(this.#root, name));
      await this.#write(vscode.Uri.joinPath(this.#root, name, usedFile), '');
    }
    const others = (await this.#entriesOf(this.#root)).filter((name) => !this.#used.has(name));
    const times = await Promise.all(
      others.map((name) =>
        this.#timeOf(vscode.Uri.joinPath(this.#root, name, usedFile)).then((time) => ({ name, time })),
      ),
    );
    const oldest = times.sort((a, b) => b.time - a.time).slice(Math.max(0, mostFolders - this.#used.size));
    for (const { name } of oldest) {
      await this.#remove(vscode.Uri.joinPath(this.#root, name));
    }
  }

  /** Removes everything. */
  async clear(): Promise<void> {
    this.#used.forEach((name) => this.#unnoted.add(name));
    await this.#remove(this.#root);
  }

  /** Under another name first, so that whoever stops in between leaves nothing half written. */
  async #write(file: vscode.Uri, text: string): Promise<boolean> {
    const draft = file.with({ path: file.path + this.#draftEnd });
    try {
      await this.#ask((files) => files.writeFile(draft, new TextEncoder().encode(text)));
      await this.#ask((files) => files.rename(draft, file, { overwrite: true }));
      return true;
    } catch (error) {
      this.#complain(error);
      await this.#remove(draft);
      return false;
    }
  }

  async #removeDrafts(folder: vscode.Uri): Promise<void> {
    const drafts = (await this.#entriesOf(folder)).filter((name) => name.endsWith(draftEnd));
    for (const draft of drafts.map((name) => vscode.Uri.joinPath(folder, name))) {
      if ((await this.#timeOf(draft)) < Date.now() - longestWriting) {
        await this.#remove(draft);
      }
    }
  }

  async #entriesOf(folder: vscode.Uri): Promise<string[]> {
    try {
      return (await this.#ask((files) => files.readDirectory(folder))).map(([name]) => name);
    } catch {
      return [];
    }
  }

  async #timeOf(file: vscode.Uri): Promise<number> {
    try {
      return (await this.#ask((files) => files.stat(file))).mtime;
    } catch {
      return 0;
    }
  }

  async #remove(place: vscode.Uri): Promise<void> {
    try {
      await this.#ask((files) => files.delete(place, { recursive: true }));
    } catch {
      // It was not there.
    }
  }

  async #ask<T>(ask: (files: vscode.FileSystem) => Thenable<T>): Promise<T> {
    if (this.#isSilent) {
      throw new NoAnswer();
    }
    try {
      return await answerInTime(ask(vscode.workspace.fs), this.#patience);
    } catch (error) {
      if (error instanceof NoAnswer) {
        this.#isSilent = true;
        this.#complain(error);
      }
      throw error;
    }
  }

  #complain(error: unknown): void {
    if (!this.#hasFailed) {
      this.#hasFailed = true;
      const reason = error instanceof Error ? error.message : String(error);
      this.#log.warn(vscode.l10n.t('What was read of the notes cannot be kept for the next start: {0}', reason));
    }
  }
}
