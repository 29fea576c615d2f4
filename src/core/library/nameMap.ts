/** What goes by a name: a set of URIs for each, in the order of the URIs. */
export class NameMap {
  /** Most names are of one thing only, which spares a set for each. */
  readonly #uris = new Map<string, string | Set<string>>();

  /** @param name A name. */
  get(name: string): string[] {
    const found = this.#uris.get(name) ?? [];
    return typeof found === 'string' ? [found] : [...found].sort();
  }

  /**
   * Adds a URI under a name.
   *
   * @param name A name.
   * @param uri What goes by it.
   */
  add(name: string, uri: string): void {
    const found = this.#uris.get(name);
    if (found === undefined) {
      this.#uris.set(name, uri);
    } else if (typeof found !== 'string') {
      found.add(uri);
    } else if (found !== uri) {
      this.#uris.set(name, new Set([found, uri]));
    }
  }

  /**
   * Takes a URI from under a name.
   *
   * @param name A name.
   * @param uri What no longer goes by it.
   */
  delete(name: string, uri: string): void {
    const found = this.#uris.get(name);
    if (found instanceof Set) {
      found.delete(uri);
    }
    if (found === uri || (found instanceof Set && found.size === 0)) {
      this.#uris.delete(name);
    }
  }
}
