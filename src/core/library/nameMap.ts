/** How many maps the names are in. */
const mapCount = 64;

/** What goes by a name: a set of URIs for each, in the order of the URIs. */
export class NameMap {
  /**
   * Most names are of one thing only, which spares a set for each. They are in several maps, for one of many names takes long
   * at a stretch when it grows.
   */
  readonly #maps = Array.from({ length: mapCount }, () => new Map<string, string | Set<string>>());

  /** @param name A name. */
  get(name: string): string[] {
    const found = this.#mapOf(name).get(name) ?? [];
    return typeof found === 'string' ? [found] : [...found].sort();
  }

  /**
   * Adds a URI under a name.
   *
   * @param name A name.
   * @param uri What goes by it.
   */
  add(name: string, uri: string): void {
    const uris = this.#mapOf(name);
    const found = uris.get(name);
    if (found === undefined) {
      uris.set(name, uri);
    } else if (typeof found !== 'string') {
      found.add(uri);
    } else if (found !== uri) {
      uris.set(name, new Set([found, uri]));
    }
  }

  /**
   * Takes a URI from under a name.
   *
   * @param name A name.
   * @param uri What no longer goes by it.
   */
  delete(name: string, uri: string): void {
    const uris = this.#mapOf(name);
    const found = uris.get(name);
    if (found instanceof Set) {
      found.delete(uri);
    }
    if (found === uri || (found instanceof Set && found.size === 0)) {
      uris.delete(name);
    }
  }

  #mapOf(name: string): Map<string, string | Set<string>> {
    const last = name.length - 1;
    const letters = name.length > 0 ? name.charCodeAt(last) + 7 * name.charCodeAt(last >> 1) : 0;
    // There is one for each remainder.
    return this.#maps[letters % mapCount] ?? new Map<string, string | Set<string>>();
  }
}
