import { assert } from 'chai';
import * as vscode from 'vscode';
import { FaultyFileSystem, type Trouble } from './faultyFileSystem.js';
import { denied, FaultyNotes, shortPatience } from './faultyNotes.js';
import { until } from './fixture.js';

const writing = new Set(['write', 'rename', 'delete', 'makeFolder']);

/** How a storage can refuse to keep anything. */
const refusals: Readonly<Record<string, Trouble>> = {
  full: ({ operation }) => {
    if (operation === 'write') {
      throw new vscode.FileSystemError('ENOSPC: no space left on device');
    }
  },
  'not writable': ({ operation }) => (writing.has(operation) ? denied() : undefined),
  'broken altogether': () => {
    throw new Error('broken');
  },
};

describe('What is kept of the notes', () => {
  let faulty: FaultyNotes;
  let storage: FaultyFileSystem;

  beforeEach(async () => {
    faulty = new FaultyNotes();
    storage = new FaultyFileSystem('yojeomstorage');
    faulty.storage = storage.uri('/storage');
    await faulty.setFolders('yojeomfault:/notes');
    for (let index = 0; index < 70; index += 1) {
      faulty.files.put(`/notes/n${index}.md`, `# T${index}\n\n## Pros\n- good\n`);
    }
    await faulty.open();
    assert.lengthOf(faulty.titles(), 70);
  });

  afterEach(async () => {
    await faulty.end();
    storage.dispose();
  });

  const points = (): number => faulty.notes.library.concepts().flatMap(({ concept }) => concept.pros).length;

  it('spares to read what did not change', async () => {
    await faulty.reopen();
    assert.equal(points(), 70);
    assert.equal(faulty.files.count('read', '/notes'), 0);
    await faulty.notes.keep();
    faulty.close();
    faulty.files.put('/notes/n7.md', '# Edited\n');
    await faulty.reopen();
    assert.include(faulty.titles(), 'Edited');
    assert.deepEqual(
      [...new Set(faulty.files.asked.flatMap(({ operation, path }) => (operation === 'read' ? [path] : [])))],
      ['/notes/n7.md'],
    );
    assert.isEmpty(faulty.log);
  });

  for (const [name, trouble] of Object.entries(refusals)) {
    it(`is nothing where the storage is ${name}, which is said once`, async () => {
      storage.trouble = trouble;
      await faulty.notes.keep();
      faulty.files.put('/notes/n7.md', '# Edited\n');
      await until(faulty.titles, (found) => found.includes('Edited'));
      await faulty.notes.keep();
      assert.lengthOf(faulty.log, 1);
      assert.include(faulty.log[0], 'cannot be kept');
      await faulty.notes.clearCache();
      await faulty.notes.whole();
      await faulty.notes.keep();
      assert.lengthOf(faulty.titles(), 70);
      assert.lengthOf(faulty.log, 1);
      assert.isEmpty(faulty.notes.complaints());
      await faulty.reopen();
      assert.equal(points(), 69);
    });
  }

  it('keeps nobody waiting where the storage does not answer, which is said once', async () => {
    await faulty.notes.keep();
    faulty.patience = shortPatience;
    for (const operation of ['list', 'read', 'write'] as const) {
      storage.trouble = ({ operation: asked }) => (asked === operation ? storage.hang() : undefined);
      if (operation === 'write') {
        faulty.files.put('/notes/n7.md', '# Edited\n');
      }
      await faulty.reopen();
      await faulty.notes.keep();
      assert.lengthOf(faulty.titles(), 70);
      assert.lengthOf(faulty.log, 1, operation);
      assert.include(faulty.log[0], 'did not answer');
      storage.heal();
    }
  });

  it('is right again after a writing that was broken off, of which one line is left', async () => {
    await faulty.notes.keep();
    const parts = storage.paths('/storage').filter((path) => path.endsWith('.json'));
    assert.isAbove(parts.length, 1);
    const [part = ''] = parts;
    const text = storage.text(part);
    faulty.close();
    for (const end of [text.length / 2, 10, 0]) {
      storage.put(`${part}.new`, text.slice(0, text.length / 3));
      storage.put(part, text.slice(0, end));
      await faulty.open();
      assert.lengthOf(faulty.titles(), 70);
      assert.equal(points(), 70);
      assert.lengthOf(faulty.log, 1);
      assert.include(faulty.log[0], 'damaged');
      await faulty.reopen();
      assert.equal(faulty.files.count('read', '/notes'), 0, 'what was damaged was mended');
      faulty.close();
    }
  });

  it('is never half written where a writing is broken off before its end', async () => {
    await faulty.notes.keep();
    const before = new Map(storage.paths('/storage').map((path) => [path, storage.text(path)]));
    // Before the note changes, for what is read is kept after a while by itself too.
    storage.trouble = ({ operation }) => (operation === 'rename' ? storage.hang() : undefined);
    faulty.files.put('/notes/n7.md', '# Edited\n');
    await until(faulty.titles, (found) => found.includes('Edited'));
    void faulty.notes.keep();
    await until(
      () => storage.paths('/storage').some((path) => path.endsWith('.json.new')),
      (isThere) => isThere,
    );
    // The editor itself removes what is to be written over; a part that is not there was not kept.
    const isWhole = (path: string): boolean => ['', before.get(path)].includes(storage.text(path));
    assert.isEmpty([...before.keys()].filter((path) => !isWhole(path)));
    faulty.close();
    await faulty.open();
    assert.include(faulty.titles(), 'Edited');
    assert.lengthOf(faulty.titles(), 70);
    assert.isEmpty(faulty.log);
  });

  it('is forgotten when the user says so', async () => {
    await faulty.notes.keep();
    assert.isNotEmpty(storage.paths('/storage'));
    await faulty.notes.clearCache();
    assert.isEmpty(storage.paths('/storage').filter((path) => path.endsWith('.json')));
    await faulty.notes.whole();
    assert.equal(points(), 70);
  });
});
