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

/** Numbers from one up to another, which is left out. */
function everyFew(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
}

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

  const parts = (): string[] => storage.paths('/storage').filter((path) => path.endsWith('.json'));
  const drafts = (): string[] => storage.paths('/storage').filter((path) => path.endsWith('.new'));
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
    for (const operation of ['list', 'read', 'write', 'rename'] as const) {
      storage.trouble = ({ operation: asked }) => (asked === operation ? storage.hang() : undefined);
      if (writing.has(operation)) {
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

  it('is right again where a text is cut, wherever that is, of which one line is left', async function () {
    this.timeout(60_000);
    await faulty.notes.keep();
    assert.isAbove(parts().length, 1);
    const [part = ''] = parts();
    const text = storage.text(part);
    faulty.close();
    const head = text.indexOf('\n') + 1;
    const ends = [...everyFew(0, head, 6), head, ...everyFew(head + 1, text.length, 1201), text.length - 1];
    for (const end of ends) {
      storage.put(`${part}.0.new`, text.slice(0, (2 * end) / 3));
      storage.put(part, text.slice(0, end));
      await faulty.open();
      assert.lengthOf(faulty.titles(), 70);
      assert.equal(points(), 70);
      assert.lengthOf(faulty.log, 1, `cut at ${end} of ${text.length}`);
      assert.include(faulty.log[0], 'damaged');
      await faulty.reopen();
      assert.equal(faulty.files.count('read', '/notes'), 0, 'what was damaged was mended');
      assert.isEmpty(faulty.log);
      assert.equal(points(), 70);
      assert.equal(storage.text(part), text);
      assert.isEmpty(drafts());
      faulty.close();
    }
  });

  it('is never half written, wherever the host is killed while it keeps it', async () => {
    await faulty.notes.keep();
    /** All that was ever to be kept, as wholes. */
    const wholes = new Set(storage.paths('/storage').map((path) => storage.text(path)));
    let isKilled = true;
    let step = 0;
    for (; isKilled; step += 1) {
      for (const index of [1, 2, 3, 4]) {
        faulty.files.put(`/notes/n${index}.md`, `# Edited ${step}.${index}\n\n## Pros\n- good\n`);
      }
      await until(faulty.titles, (found) => [1, 2, 3, 4].every((index) => found.includes(`Edited ${step}.${index}`)));
      isKilled = false;
      let done = 0;
      storage.trouble = ({ operation, path, bytes }) => {
        done += writing.has(operation) && !isKilled ? 1 : 0;
        if (bytes) {
          wholes.add(new TextDecoder().decode(bytes));
        }
        if (!isKilled && done > step) {
          isKilled = true;
          if (bytes) {
            storage.put(path, bytes.slice(0, bytes.length / 2));
          }
        }
        if (isKilled) {
          throw new Error('The host is no more');
        }
      };
      await faulty.notes.keep();
      faulty.close();
      storage.heal();
      assert.isEmpty(parts().filter((path) => !wholes.has(storage.text(path))));
      faulty.log.length = 0;
      await faulty.open();
      assert.lengthOf(faulty.titles(), 70);
      assert.includeMembers(
        faulty.titles(),
        [1, 2, 3, 4].map((index) => `Edited ${step}.${index}`),
      );
      assert.equal(points(), 70);
      assert.isEmpty(faulty.log, `killed at ${step}`);
    }
    // A text is written, what it replaces is removed, and it takes its place: twice at least.
    assert.isAbove(step, 6);
  });

  it('is forgotten when the user says so', async () => {
    await faulty.notes.keep();
    assert.isNotEmpty(storage.paths('/storage'));
    await faulty.notes.clearCache();
    assert.isEmpty(parts());
    await faulty.notes.whole();
    assert.equal(points(), 70);
  });
});
