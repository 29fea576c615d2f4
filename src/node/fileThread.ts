import { Worker } from 'node:worker_threads';
import type { FileStamp } from '../core/reading/noteFiles.js';
import type { FileAnswer, FileQuestion } from './fileMessages.js';

/** A thread that reads files of this machine. */
export class FileThread {
  readonly #worker: Worker;
  readonly #patience: number;
  readonly #onEnd: () => void;
  /** What waits for an answer, by the question's id. */
  readonly #waiting = new Map<number, (answer?: FileAnswer) => void>();
  #asked = 0;
  #hasEnded = false;

  /**
   * @param script Path of the bundle of `fileWorker.ts`.
   * @param patience How long to wait for one answer, in milliseconds.
   * @param onEnd Is called when it can no longer be asked, whatever the reason.
   */
  constructor(script: string, patience: number, onEnd: () => void) {
    this.#patience = patience;
    this.#onEnd = onEnd;
    this.#worker = new Worker(script, { name: 'Yojeom: files', execArgv: [], env: {} });
    const end = (): void => this.end();
    this.#worker.on('message', (answer: FileAnswer) => this.#waiting.get(answer.id)?.(answer));
    this.#worker.on('error', end).on('messageerror', end).on('exit', end);
    // Nobody has to wait for it to leave.
    this.#worker.unref();
  }

  /** Whether nothing waits for it. */
  get isIdle(): boolean {
    return this.#waiting.size === 0;
  }

  /**
   * Reads files.
   *
   * @param paths The files.
   * @returns In that order what each holds; nothing of those that another has to be asked for.
   */
  async bytes(paths: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    const answer = await this.#ask('bytes', paths);
    if (answer?.about !== 'bytes') {
      return [];
    }
    let end = 0;
    return answer.sizes.map((size) => {
      const start = end;
      end += size ?? 0;
      return size === undefined ? undefined : answer.bytes.subarray(start, end);
    });
  }

  /**
   * Asks when files were written, and how large they are.
   *
   * @param paths The files.
   * @returns In that order, likewise.
   */
  async stamps(paths: readonly string[]): Promise<readonly (FileStamp | undefined)[]> {
    const answer = await this.#ask('stamps', paths);
    return answer?.about === 'stamps' ? answer.stamps : [];
  }

  /** Ends it. What it was asked has no answer. */
  end(): void {
    if (!this.#hasEnded) {
      this.#hasEnded = true;
      // One that hangs may never end, which is no reason to wait.
      void this.#worker.terminate();
      this.#waiting.forEach((resolve) => resolve());
      this.#onEnd();
    }
  }

  async #ask(about: FileQuestion['about'], paths: readonly string[]): Promise<FileAnswer | undefined> {
    this.#asked += 1;
    const question: FileQuestion = { id: this.#asked, about, paths };
    const timer = setTimeout(() => this.end(), this.#patience);
    try {
      return await new Promise((resolve) => {
        this.#waiting.set(question.id, resolve);
        if (this.#hasEnded) {
          resolve(undefined);
        } else {
          this.#worker.postMessage(question);
        }
      });
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(question.id);
    }
  }
}
