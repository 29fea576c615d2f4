import assert from 'node:assert/strict';
import { CacheShelf } from '../../../src/core/reading/cacheShelf.js';
import { Slices } from '../../../src/core/slices.js';
import { MemoryStorage } from './memoryStore.js';

describe('What is stored of a folder of notes', () => {
  const slices = new Slices(
    () => Promise.resolve(),
    () => performance.now(),
  );
  const uris = Array.from({ length: 1000 }, (_, index) => `mem:/notes/n${index}.md`);

  /** A shelf that stores so many characters at most. */
  const open = async (storage: MemoryStorage, most?: number): Promise<CacheShelf> => {
    const shelf = new CacheShelf(storage.store('mem:/notes'), '1', '', most);
    assert.deepEqual([...(await shelf.load(slices))], []);
    return shelf;
  };
  const put = (shelf: CacheShelf, uri: string, title: string): void => {
    const note = { uri, title, topics: [], tags: [], concepts: [], links: [], anchors: [], problems: [] };
    shelf.put(uri, { stamp: { mtime: 1, size: 1 }, key: title, folder: 'notes', note });
  };
  const stored = (storage: MemoryStorage): number => [...storage.texts.values()].join('').length;

  it('is all of it, in parts', async () => {
    const storage = new MemoryStorage();
    const shelf = await open(storage);
    uris.forEach((uri) => {
      put(shelf, uri, uri);
    });
    await shelf.flush(slices);
    const next = await open(storage);
    assert.ok(storage.texts.size > 8);
    assert.ok(uris.every((uri) => next.get(uri)?.note.title === uri));
  });

  it('is no more than there is room for, also as it grows', async () => {
    const storage = new MemoryStorage();
    const most = 60_000;
    const first = await open(storage, most);
    uris.forEach((uri) => {
      put(first, uri, uri);
    });
    await first.flush(slices);
    const headers = 100 * storage.texts.size;
    assert.ok(stored(storage) <= most + headers && stored(storage) > most / 2);
    const next = await open(storage, most);
    const kept = uris.filter((uri) => next.get(uri));
    assert.ok(kept.length > 100 && kept.length < 1000);
    kept.forEach((uri) => {
      put(next, uri, uri.repeat(9));
    });
    await next.flush(slices);
    assert.ok(stored(storage) <= most + headers);
    const last = await open(storage, most);
    // None of them is stored as it was before.
    assert.ok(kept.every((uri) => (last.get(uri)?.note.title ?? uri.repeat(9)) === uri.repeat(9)));
  });
});
