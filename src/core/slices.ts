import type { Steps } from './steps.js';

/** Longest stretch of work before others get their turn, in milliseconds. */
export const sliceMilliseconds = 2;

/**
 * Cuts long work into slices, so that whoever waits gets a turn between them. All long work of a window shares one of these:
 * of those that wait to go on, one does at a time, so that they never add up to a long stretch.
 */
export class Slices {
  readonly #turn: () => Promise<void>;
  readonly now: () => number;
  readonly #waiting: (() => void)[] = [];
  #isRunning = false;
  #end = 0;

  /**
   * @param turn Resolves when everything else had its turn.
   * @param now Milliseconds that never go back.
   */
  constructor(turn: () => Promise<void>, now: () => number) {
    this.#turn = turn;
    this.now = now;
  }

  /** Whether the work has gone on for long, or has not begun. */
  get isOver(): boolean {
    return this.now() > this.#end;
  }

  /** Begins a slice at once: for what someone waits for. */
  begin(): void {
    this.#end = this.now() + sliceMilliseconds;
  }

  /**
   * Ends a slice.
   *
   * @param isUrgent Whether to go on before others that wait.
   * @returns Resolves when the next one may begin.
   */
  next(isUrgent = false): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.splice(isUrgent ? 0 : this.#waiting.length, 0, resolve);
      if (!this.#isRunning) {
        void this.#goOn();
      }
    });
  }

  /** Ends a slice if it is over. */
  async pauseIfOver(): Promise<void> {
    if (this.isOver) {
      await this.next();
    }
  }

  /**
   * Does some work in slices.
   *
   * @param steps The work.
   * @returns Its result.
   */
  async finish<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      // Not by `pauseIfOver`: there are many steps, and waiting for nothing takes longer than most of them.
      if (this.isOver) {
        await this.next();
      }
      const step = steps.next();
      if (step.done) {
        return step.value;
      }
    }
  }

  async #goOn(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      await this.#turn();
      this.begin();
      this.#waiting.shift()?.();
    }
    this.#isRunning = false;
  }
}
