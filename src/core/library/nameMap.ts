/** What goes by a name: a set of URIs for each, in the order of the URIs. */
export class NameMap {
  readonly #uris = new Map<string, Set<string>>();

  /** @param name A name. */
  get(name: string): string[] {
    return [...(this.#uris.get(name) ?? [])].sort();
  }

  /**
   * Adds a URI under a name.
   *
   * @param name A name.
   * @param uri What goes by it.
   */
  add(name: string, uri: string): void {
    const uris = this.#uris.get(name);
    if (uris) {
      uris.add(uri);
    } else {
      this.#uris.set(name, new Set([uri]));
    }
  }

  /**
   * Takes a URI from under a name.
   *
   * @param name A name.
   * @param uri What no longer goes by it.
   */
  delete(name: string, uri: string): void {
    const uris = this.#uris.get(name);
    uris?.delete(uri);
    if (uris?.size === 0) {
      this.#uris.delete(name);
    }
  }
}
