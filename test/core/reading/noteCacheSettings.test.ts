import assert from 'node:assert/strict';
import { cacheNote, folder, keptLibrary, openLibrary, sources } from './libraryWindow.js';
import type { MemoryFiles } from './memoryFiles.js';
import type { MemoryStorage } from './memoryStore.js';
import { LabelReader } from '../../../src/core/note/label.js';
import { Rereader } from '../../../src/core/note/rereader.js';

describe('What is kept of an earlier start under certain settings', () => {
  let files: MemoryFiles;
  let storage: MemoryStorage;

  beforeEach(async () => {
    ({ files, storage } = await keptLibrary());
  });

  it('is of no use under other settings', async () => {
    const { reader, log } = openLibrary(files, storage);
    await reader.scan({ ...sources, folders: sources.folders.map((one) => ({ ...one, variant: 'other labels' })) });
    await reader.whole();
    assert.deepEqual([files.asked.read, log], [200, []]);
  });

  it('does not mix what was read under other settings with what is read under these', async () => {
    const [folderWithLabels] = sources.folders.map((one) => ({ ...one, variant: 'labels' }));
    const labels = { pros: ['Upsides'] };
    files.uris().forEach((uri) => {
      files.write(uri, cacheNote('Note').replace('Pros', 'Upsides'));
    });
    files.clock += 10_000;
    const first = openLibrary(files, storage);
    await first.reader.scan(sources);
    await first.reader.whole();
    first.reader.pause();
    const changed = { ...sources, folders: [folderWithLabels!] };
    await first.reader.scan(changed, new Rereader(new LabelReader(labels)));
    await first.keep();
    const next = openLibrary(files, storage);
    await next.reader.scan(changed, new Rereader(new LabelReader(labels)));
    await next.reader.whole();
    assert.equal(next.points().length, 200);
  });

  it('is nothing that was got in another encoding, also while the encoding changes', async () => {
    const uri = `${folder}/0/n0.md`;
    // `é` in one encoding, `й` in the other.
    files.write(uri, Uint8Array.from([0x23, 0x20, 0xe9, 0x0a]));
    files.clock += 10_000;
    files.encodingName = 'iso88591';
    storage.texts.clear();
    const first = openLibrary(files, storage);
    first.reader.pause();
    await first.reader.scan(sources);
    assert.ok(first.titles().includes('é'));
    files.encodingName = 'windows1251';
    const changed = { ...sources, folders: sources.folders.map((one) => ({ ...one, variant: 'windows1251' })) };
    const scan = first.reader.scan(changed, new Rereader(new LabelReader()));
    await Promise.resolve();
    await first.reader.settle(uri);
    await scan;
    await first.keep();
    const next = openLibrary(files, storage);
    await next.reader.scan(changed);
    await next.reader.whole();
    assert.ok(next.titles().includes('й'));
  });

  it('is read as it was got, where the encoding changes before all of it is read', async () => {
    const uri = `${folder}/0/n0.md`;
    files.write(uri, Uint8Array.from([0x23, 0x20, 0xe9, 0x0a]));
    files.encodingName = 'iso88591';
    storage.texts.clear();
    const { reader, titles } = openLibrary(files, storage);
    reader.pause();
    await reader.scan(sources);
    files.encodingName = 'windows1251';
    await reader.settle(uri);
    assert.deepEqual([titles().includes('é'), titles().includes('й')], [true, false]);
  });

  it('stays where another folder comes', async () => {
    const other = { ...sources.folders[0]!, uri: 'mem:/other', variant: 'other' };
    for (const folders of [[other, ...sources.folders], sources.folders]) {
      const { reader, keep, points } = openLibrary(files, storage);
      await reader.scan({ ...sources, folders });
      await reader.whole();
      await keep();
      assert.deepEqual([files.asked.read, points().length], [0, 200]);
    }
  });
});
