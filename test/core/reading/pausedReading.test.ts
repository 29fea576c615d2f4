import assert from 'node:assert/strict';
import { LabelReader } from '../../../src/core/note/label.js';
import type { Note, NoteSource } from '../../../src/core/note/model.js';
import { Rereader } from '../../../src/core/note/rereader.js';
import type { Steps } from '../../../src/core/steps.js';
import { openLibrary, sources, writeMany } from './libraryWindow.js';
import { MemoryFiles } from './memoryFiles.js';

describe('The reading of many notes, when it is paused', () => {
  it('stops after the names, and goes on', async () => {
    const files = new MemoryFiles();
    writeMany(files);
    const { reader, points } = openLibrary(files);
    reader.pause();
    await reader.scan(sources);
    await reader.whole();
    assert.equal(points().length, 0);
    assert.deepEqual(reader.progress, { read: 0, all: 200 });
    reader.resume();
    await reader.whole();
    assert.equal(points().length, 200);
  });

  it('stops at once, whatever it has already got, and goes on with that', async () => {
    const files = new MemoryFiles();
    writeMany(files);
    const { reader, points } = openLibrary(files);
    let left = 3;
    class Pausing extends Rereader {
      override read(source: NoteSource): Steps<Note> {
        left -= 1;
        if (left === 0) reader.pause();
        return super.read(source);
      }
    }
    await reader.scan(sources, new Pausing(new LabelReader()));
    await reader.whole();
    assert.equal(points().length, 3);
    assert.deepEqual(reader.progress, { read: 3, all: 200 });
    reader.resume();
    await reader.whole();
    assert.equal(points().length, 200);
  });
});
