/** What is asked at once, and what comes of it. */
interface Together<T> {
  readonly items: string[];
  readonly answers: Promise<readonly (T | undefined)[]>;
}

/** Makes one question of many: those that are asked at once. */
export class AskedTogether<T> {
  readonly #ask: (items: readonly string[]) => Promise<readonly (T | undefined)[]>;
  #next: Together<T> | undefined;

  /** @param ask Gives the answers for many, in their order; it never rejects. */
  constructor(ask: (items: readonly string[]) => Promise<readonly (T | undefined)[]>) {
    this.#ask = ask;
  }

  /**
   * Asks about one thing.
   *
   * @param item The thing.
   * @returns Nothing where there is no answer for it.
   */
  async get(item: string): Promise<T | undefined> {
    this.#next ??= this.#begin();
    const { items, answers } = this.#next;
    const index = items.push(item) - 1;
    return (await answers)[index];
  }

  #begin(): Together<T> {
    const items: string[] = [];
    const ask = async (): Promise<readonly (T | undefined)[]> => {
      // When all that run now have asked.
      await Promise.resolve();
      this.#next = undefined;
      return this.#ask(items);
    };
    return { items, answers: ask() };
  }
}
