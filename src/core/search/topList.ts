/** Keeps the best of many, in a heap with the worst of them on top. */
export class TopList<T> {
  readonly #limit: number;
  readonly #compare: (a: T, b: T) => number;
  readonly #heap: T[] = [];

  /**
   * @param limit The most to keep.
   * @param compare Below 0 where the first is better; 0 for none but the same.
   */
  constructor(limit: number, compare: (a: T, b: T) => number) {
    this.#limit = limit;
    this.#compare = compare;
  }

  get size(): number {
    return this.#heap.length;
  }

  /** The worst of those kept, once there are as many as there may be. */
  get bar(): T | undefined {
    return this.#heap.length < this.#limit ? undefined : this.#heap[0];
  }

  /** Whether something would be kept. */
  takes(item: T): boolean {
    const { bar } = this;
    return this.#limit > 0 && (bar === undefined || this.#compare(item, bar) < 0);
  }

  /** Offers something; it is kept if it is among the best so far. */
  offer(item: T): void {
    if (!this.takes(item)) {
      return;
    }
    if (this.#heap.length < this.#limit) {
      this.#heap.push(item);
      this.#rise(this.#heap.length - 1);
    } else {
      this.#heap[0] = item;
      this.#sink();
    }
  }

  /** The best, best first. */
  sorted(): T[] {
    return [...this.#heap].sort(this.#compare);
  }

  #rise(from: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      if (!this.#isWorse(place, parent)) {
        return;
      }
      this.#swap(place, parent);
      place = parent;
    }
  }

  #sink(): void {
    for (let place = 0; ;) {
      const left = 2 * place + 1;
      const right = left + 1;
      let worst = place;
      if (left < this.#heap.length && this.#isWorse(left, worst)) {
        worst = left;
      }
      if (right < this.#heap.length && this.#isWorse(right, worst)) {
        worst = right;
      }
      if (worst === place) {
        return;
      }
      this.#swap(place, worst);
      place = worst;
    }
  }

  #isWorse(a: number, b: number): boolean {
    return this.#compare(this.#at(a), this.#at(b)) > 0;
  }

  #swap(a: number, b: number): void {
    const item = this.#at(a);
    this.#heap[a] = this.#at(b);
    this.#heap[b] = item;
  }

  #at(place: number): T {
    // Only places within the heap are asked for.
    return this.#heap[place] as T;
  }
}
