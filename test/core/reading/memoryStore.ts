import type { CacheStore } from '../../../src/core/reading/cacheShelf.js';

/** Stored texts in memory, by folder, as they outlive a start. */
export class MemoryStorage {
  readonly texts = new Map<string, string>();
  /** How many more texts can be written until the storage is full. */
  room = Infinity;
  written = 0;
  /** Whether what is listed is gone by the time it is read. */
  isVanishing = false;

  /** The store of a folder. */
  store(folder: string): CacheStore {
    const before = `${folder} `;
    return {
      names: () =>
        Promise.resolve(
          [...this.texts.keys()].filter((key) => key.startsWith(before)).map((key) => key.slice(before.length)),
        ),
      read: (name) => Promise.resolve(this.isVanishing ? undefined : this.texts.get(before + name)?.split('\n')),
      write: (name, text) => {
        if (this.room <= 0) {
          return Promise.resolve(false);
        }
        this.room -= 1;
        this.written += 1;
        this.texts.set(before + name, text);
        return Promise.resolve(true);
      },
      remove: (name) => {
        this.texts.delete(before + name);
        return Promise.resolve();
      },
    };
  }
}
