/** Longest stretch of work before others get their turn, in milliseconds. */
const sliceMilliseconds = 5;

/** Cuts long work into slices, so that whoever waits gets a turn between them. */
export class Slices {
  readonly #turn: () => Promise<void>;
  readonly #now: () => number;
  #end = 0;

  /**
   * @param turn Resolves when others had their turn.
   * @param now Milliseconds that never go back.
   */
  constructor(turn: () => Promise<void>, now: () => number) {
    this.#turn = turn;
    this.#now = now;
  }

  /** Lets others have their turn if the work has gone on for long, and before it begins. */
  async pauseIfLong(): Promise<void> {
    if (this.#now() > this.#end) {
      await this.#turn();
      this.#end = this.#now() + sliceMilliseconds;
    }
  }
}
