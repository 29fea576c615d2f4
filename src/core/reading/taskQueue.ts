/** Does one task after the other, in the order in which they were asked for. */
export class TaskQueue {
  #last: Promise<void> = Promise.resolve();
  #hasEnded = false;

  /** Whether nothing is done any more. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /**
   * Does a task when all before it are done.
   *
   * @param task What to do. Where it fails, the next goes on.
   * @returns Its result, or nothing if the queue had ended by then.
   */
  add<T>(task: () => Promise<T>): Promise<T | undefined> {
    const result = this.#last.then(() => (this.#hasEnded ? undefined : task()));
    this.#last = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  /** Resolves when all is done that was asked for so far. */
  done(): Promise<void> {
    return this.#last;
  }

  /** Begins no task any more. */
  end(): void {
    this.#hasEnded = true;
  }
}
