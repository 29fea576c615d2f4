/** What the live search takes of VS Code. */
export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => void>();

  readonly event = (listener: (value: T) => void): { dispose: () => void } => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(value: T): void {
    this.#listeners.forEach((listener) => {
      listener(value);
    });
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
