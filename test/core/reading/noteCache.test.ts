import assert from 'node:assert/strict';
import { cacheNote, folder, keptLibrary, openLibrary, sources } from './libraryWindow.js';
import type { MemoryFiles } from './memoryFiles.js';
import type { MemoryStorage } from './memoryStore.js';
import { textKey } from '../../../src/core/note/textKey.js';
import { sumOf } from '../../../src/core/reading/cacheShelf.js';

describe('What is kept of an earlier start', () => {
  let files: MemoryFiles;
  let storage: MemoryStorage;

  beforeEach(async () => {
    ({ files, storage } = await keptLibrary());
  });

  it('reads no file that is what it was', async () => {
    const { reader, points, log } = openLibrary(files, storage);
    await reader.scan(sources);
    assert.equal(points().length, 200);
    assert.deepEqual([files.asked.read, log], [0, []]);
  });

  it('reads those that changed, also where the clock went back', async () => {
    files.clock = 5;
    files.write(`${folder}/0/n0.md`, cacheNote('Note x'));
    const { reader, titles } = openLibrary(files, storage);
    await reader.scan(sources);
    await reader.whole();
    assert.equal(files.asked.read, 1);
    assert.ok(titles().includes('Note x') && !titles().includes('Note 0'));
  });

  it('reads what is told to have changed, also where it has the same size and time', async () => {
    const { reader, titles, keep } = openLibrary(files, storage);
    await reader.scan(sources);
    await reader.whole();
    const [now, uri] = [files.clock, `${folder}/0/n0.md`];
    files.clock = files.timeOf(uri) - 10;
    files.write(uri, cacheNote('Note x'));
    files.clock = now;
    await reader.touch([uri]);
    assert.ok(titles().includes('Note x'));
    await keep();
    const next = openLibrary(files, storage);
    await next.reader.scan(sources);
    await next.reader.whole();
    assert.ok(next.titles().includes('Note x'));
  });

  it('is not shown in place of what was read meanwhile', async () => {
    const uris = files.uris();
    uris.forEach((uri, index) => files.write(uri, cacheNote(`Other ${index}`)));
    let time = 0;
    // Time flies, so that others have their turn behind each note.
    const { reader, titles } = openLibrary(files, storage, '1', () => (time += 5));
    let isDone = false as boolean;
    const scan = reader.scan(sources).then(() => (isDone = true));
    while (!isDone) {
      // A page that was open asks for its note at once.
      uris.forEach((uri) => void reader.settle(uri));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await scan;
    await reader.whole();
    assert.deepEqual(titles().sort(), uris.map((_, index) => `Other ${index}`).sort());
  });

  it('gives what it would read, to the letter', async () => {
    const warm = openLibrary(files, storage);
    await warm.reader.scan(sources);
    const cold = openLibrary(files);
    await cold.reader.scan(sources);
    await cold.reader.whole();
    assert.deepEqual(warm.library.notes(), cold.library.notes());
  });

  it('writes only the part of a note that changed', async () => {
    const { reader, keep } = openLibrary(files, storage);
    await reader.scan(sources);
    storage.written = 0;
    await keep();
    assert.equal(storage.written, 0);
    files.write(`${folder}/0/n0.md`, cacheNote('Note x'));
    files.clock += 5_000;
    await reader.touch([`${folder}/0/n0.md`]);
    await keep();
    assert.equal(storage.written, 1);
  });

  it('forgets notes that are gone', async () => {
    files.uris().forEach((uri) => {
      files.remove(uri);
    });
    const { reader, keep, titles } = openLibrary(files, storage);
    await reader.scan(sources);
    await keep();
    assert.deepEqual(titles(), []);
    assert.ok([...storage.texts.values()].every((text) => !text.includes('Note ')));
  });

  const damages: Record<string, (text: string) => string> = {
    'cut off': (text) => text.slice(0, text.length / 2),
    'changed in one place': (text) => text.replace('Note', 'Nope'),
    empty: () => '',
    'no text': () => '\u0000\uFFFD\u0001',
  };
  for (const [how, damage] of Object.entries(damages)) {
    it(`reads again what is ${how}, and tells of damage once`, async () => {
      storage.texts.forEach((text, key) => storage.texts.set(key, damage(text)));
      const { reader, points, log, keep } = openLibrary(files, storage);
      await reader.scan(sources);
      await reader.whole();
      assert.equal(points().length, 200);
      assert.deepEqual(log, [`damaged ${folder}`]);
      await keep();
      const next = openLibrary(files, storage);
      files.asked.read = 0;
      await next.reader.scan(sources);
      assert.deepEqual([files.asked.read, next.log], [0, []]);
    });
  }

  it('reads again what another version has kept, and tells of that once', async () => {
    const next = openLibrary(files, storage, '2');
    await next.reader.scan(sources);
    await next.reader.whole();
    assert.deepEqual([files.asked.read, next.points().length, next.log], [200, 200, [`other version ${folder}`]]);
  });

  it('reads again what another window is just writing over, and calls it no damage', async () => {
    storage.isVanishing = true;
    const { reader, points, log } = openLibrary(files, storage);
    await reader.scan(sources);
    await reader.whole();
    assert.deepEqual([points().length, log], [200, []]);
  });

  it('trusts nothing that has not the form of notes', async () => {
    storage.texts.forEach((text, key) => {
      const body = text.slice(text.indexOf('\n') + 1).replaceAll('"level":1', '"level":"1"');
      const [header = ''] = text.split('\n');
      storage.texts.set(
        key,
        `${header.slice(0, header.lastIndexOf(' '))} ${sumOf(body.split('\n').map(textKey))}\n${body}`,
      );
    });
    const { reader, points, log } = openLibrary(files, storage);
    await reader.scan(sources);
    await reader.whole();
    assert.deepEqual([points().length, log], [200, [`damaged ${folder}`]]);
  });

  it('goes on where the storage is full', async () => {
    storage.room = 0;
    files.write(`${folder}/0/n0.md`, cacheNote('Note x'));
    const { reader, keep } = openLibrary(files, storage);
    await reader.scan(sources);
    await keep();
    const next = openLibrary(files, storage);
    await next.reader.scan(sources);
    await next.reader.whole();
    assert.ok(next.titles().includes('Note x'));
  });

  it('is nothing of a note so long that to get it back would take long', async () => {
    files.write(`${folder}/long.md`, `${cacheNote('Long')}\n${'A sentence of many. '.repeat(20_000)}\n`);
    const first = openLibrary(files, storage);
    await first.reader.scan(sources);
    await first.keep();
    files.asked.read = 0;
    const { reader, points } = openLibrary(files, storage);
    await reader.scan(sources);
    await reader.whole();
    assert.equal(files.asked.read, 1);
    assert.ok(points().includes('Long is fast'));
  });

  it('waits for the times of files that were read without asking for them', async () => {
    storage.texts.clear();
    const { reader, keep, cache } = openLibrary(files, storage);
    files.asked.state = 0;
    await reader.scan(sources);
    await reader.whole();
    await cache.flush();
    assert.equal(files.asked.state, 0);
    assert.ok([...storage.texts.values()].every((text) => !text.includes('Note ')));
    assert.deepEqual(await keep(), []);
    assert.equal(files.asked.state, 200);
    assert.ok([...storage.texts.values()].some((text) => text.includes('Note 7')));
    assert.deepEqual(await keep(), []);
    assert.equal(files.asked.state, 200, 'once');
  });

  it('tells once of a file that may have been written while it was read, and does not keep what was read', async () => {
    storage.texts.clear();
    const written = `${folder}/0/n0.md`;
    files.write(written, cacheNote('Written'));
    const { reader, keep } = openLibrary(files, storage);
    for (const told of [[written], []]) {
      await reader.scan(sources);
      await reader.whole();
      assert.deepEqual(await keep(), told);
      assert.ok([...storage.texts.values()].every((text) => !text.includes('Written')));
      storage.texts.clear();
    }
    files.clock += 5_000;
    await reader.touch([written]);
    await keep();
    assert.ok([...storage.texts.values()].some((text) => text.includes('Written')));
  });

  it('is never taken for a file that was written again within the same tick of its clock', async () => {
    files.tick = 2_000;
    const written = `${folder}/0/n0.md`;
    const { reader, keep, titles } = openLibrary(files, storage);
    await reader.scan(sources);
    await reader.whole();
    for (const name of ['Note y', 'Note z']) {
      files.write(written, cacheNote(name));
      await reader.touch([written]);
      await keep();
      assert.ok(titles().includes(name));
    }
    const next = openLibrary(files, storage);
    await next.reader.scan(sources);
    await next.reader.whole();
    assert.ok(next.titles().includes('Note z'));
  });

  it('shows names as they were, before any file is asked for, and then what the files say', async () => {
    files.write(`${folder}/0/n0.md`, cacheNote('Note x'));
    files.asked.state = 0;
    const { reader, titles } = openLibrary(files, storage);
    reader.pause();
    await reader.scan(sources);
    assert.deepEqual([files.asked.state, files.asked.read, titles().length], [0, 0, 200]);
    assert.ok(titles().includes('Note 0') && !titles().includes('Note x'));
    reader.resume();
    await reader.whole();
    assert.deepEqual([files.asked.state, files.asked.read, titles().length], [200, 1, 200]);
    assert.ok(titles().includes('Note x') && !titles().includes('Note 0'));
  });

  it('tells nothing of notes that are what they were', async () => {
    const { reader, changes } = openLibrary(files, storage);
    await reader.scan(sources);
    changes.length = 0;
    await reader.whole();
    assert.deepEqual(changes, []);
  });

  it('is tried again where it could not be stored', async () => {
    const written = `${folder}/0/n0.md`;
    files.write(written, cacheNote('Note x'));
    files.clock += 10_000;
    const { reader, keep } = openLibrary(files, storage);
    await reader.scan(sources);
    await reader.whole();
    storage.room = 0;
    await keep();
    assert.ok([...storage.texts.values()].every((text) => !text.includes('Note x')));
    storage.room = Infinity;
    await keep();
    assert.ok([...storage.texts.values()].some((text) => text.includes('Note x')));
  });

  it('reads a file that is far too large only once, among many', async () => {
    storage.texts.clear();
    files.write(`${folder}/large.md`, new Uint8Array(17 * 1024 * 1024));
    files.clock += 10_000;
    for (const reads of [201, 0]) {
      files.asked.read = 0;
      const { reader, library, keep } = openLibrary(files, storage);
      await reader.scan(sources);
      await reader.whole();
      await keep();
      assert.equal(files.asked.read, reads);
      assert.equal(library.note(`${folder}/large.md`)?.problems.length, 1);
    }
  });

  it('is gone once it is cleared', async () => {
    const { reader, cache } = openLibrary(files, storage);
    await reader.scan(sources);
    await cache.clear();
    assert.equal(storage.texts.size, 0);
  });
});
