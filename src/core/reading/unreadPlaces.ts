/** To be asked once more; being asked once more; did not answer then either. */
type Turn = 'waiting' | 'asking' | 'asked';

/**
 * Places whose file systems did not answer when they were asked. Each is asked once more by itself, and again when something
 * is told of it.
 */
export class UnreadPlaces {
  readonly #places = new Map<string, Turn>();

  /** Places that did not answer. */
  add(uris: readonly string[]): void {
    uris.forEach((uri) => this.#places.set(uri, this.#places.get(uri) === 'asking' ? 'asked' : 'waiting'));
  }

  /** Places that answered, or do not matter any more. */
  delete(uris: readonly string[]): void {
    uris.forEach((uri) => this.#places.delete(uri));
  }

  /**
   * The places to ask once more.
   *
   * @returns URIs, each of which is told of once.
   */
  toAskAgain(): string[] {
    const places = [...this.#places].filter(([, turn]) => turn === 'waiting').map(([uri]) => uri);
    places.forEach((uri) => this.#places.set(uri, 'asking'));
    return places;
  }
}
