/** Gives everything else its turn, in hosts that have no `setImmediate`. */
export class MessageTurns {
  readonly #channel = new MessageChannel();
  readonly #waiting: (() => void)[] = [];

  constructor() {
    this.#channel.port1.addEventListener('message', () => this.#waiting.shift()?.());
    this.#channel.port1.start();
  }

  /**
   * Resolves when everything else that waits had its turn. By timers, that would take 4 ms or more for each of many in a row.
   * Source: HTML Standard, "Timers", on the nesting level.
   */
  readonly next = (): Promise<void> =>
    new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#channel.port2.postMessage(undefined);
    });

  /** Ends it: nobody who waits has another turn. */
  dispose(): void {
    this.#channel.port1.close();
  }
}
