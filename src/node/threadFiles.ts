import { fileURLToPath } from 'node:url';
import type { FileStamp, FileState, FolderEntry, NoteFiles } from '../core/reading/noteFiles.js';
import { AskedTogether } from './askedTogether.js';
import { FileThread } from './fileThread.js';

/** How a thread is used. */
export interface ThreadUse {
  /** Fewer files, asked about at once, are not worth it. */
  readonly fewest: number;
  /** How long to wait for one answer, in milliseconds. */
  readonly patience: number;
  /** How long a thread is kept that nobody asks, in milliseconds. */
  readonly rest: number;
  /** How many threads that end by themselves, or do not answer, are replaced. */
  readonly replacements: number;
}

const usual: ThreadUse = { fewest: 16, patience: 5_000, rest: 20_000, replacements: 2 };

/**
 * Files of which many are read at once, by a thread of their own: for the same files, the editor's API takes some five times
 * as long, most of it in the thread in which everything else goes on. It is asked for those that are few or of no disk of this
 * machine, and for whatever the thread has no answer for.
 */
export class ThreadFiles implements NoteFiles {
  readonly #files: NoteFiles;
  readonly #script: string;
  readonly #use: ThreadUse;
  readonly #bytes: AskedTogether<Uint8Array>;
  readonly #stamps: AskedTogether<FileStamp>;
  #thread: FileThread | undefined;
  #replacements = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param files The same files, by the editor's API.
   * @param script Path of the bundle of `fileWorker.ts`.
   * @param use How the thread is used.
   */
  constructor(files: NoteFiles, script: string, use: Partial<ThreadUse> = {}) {
    this.#files = files;
    this.#script = script;
    this.#use = { ...usual, ...use };
    this.#bytes = new AskedTogether((paths) => this.#ask(paths, (thread) => thread.bytes(paths)));
    this.#stamps = new AskedTogether((paths) => this.#ask(paths, (thread) => thread.stamps(paths)));
  }

  async state(uri: string): Promise<FileState> {
    const path = localPath(uri);
    const stamp = path === undefined ? undefined : await this.#stamps.get(path);
    return stamp ? { kind: 'file', stamp } : this.#files.state(uri);
  }

  list(folder: string): Promise<readonly FolderEntry[] | undefined> {
    return this.#files.list(folder);
  }

  async read(uri: string): Promise<Uint8Array | undefined> {
    const path = localPath(uri);
    const bytes = path === undefined ? undefined : await this.#bytes.get(path);
    return bytes ?? this.#files.read(uri);
  }

  unsaved(uri: string): string | undefined {
    return this.#files.unsaved(uri);
  }

  encoding(uri: string): string | undefined {
    return this.#files.encoding(uri);
  }

  /** Ends the thread; the editor can still be asked. */
  dispose(): void {
    this.#replacements = Infinity;
    this.#endThread();
  }

  async #ask<T>(paths: readonly string[], ask: (thread: FileThread) => Promise<readonly T[]>): Promise<readonly T[]> {
    const thread = paths.length < this.#use.fewest ? undefined : (this.#thread ??= this.#newThread());
    if (!thread) {
      return [];
    }
    clearTimeout(this.#idle);
    const answers = await ask(thread);
    if (thread === this.#thread && thread.isIdle) {
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => this.#endThread(), this.#use.rest);
    }
    return answers;
  }

  #newThread(): FileThread | undefined {
    if (this.#replacements > this.#use.replacements) {
      return undefined;
    }
    try {
      const thread = new FileThread(this.#script, this.#use.patience, () => {
        if (this.#thread === thread) {
          this.#endThread();
          this.#replacements += 1;
        }
      });
      return thread;
    } catch {
      // Some hosts let nobody start threads.
      this.#replacements = Infinity;
      return undefined;
    }
  }

  #endThread(): void {
    clearTimeout(this.#idle);
    const thread = this.#thread;
    this.#thread = undefined;
    thread?.end();
  }
}

/** The path of a file of this machine. */
function localPath(uri: string): string | undefined {
  try {
    // With a host, it would be a file of another machine.
    return uri.startsWith('file:///') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
