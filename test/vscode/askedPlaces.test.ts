import { assert } from 'chai';
import * as vscode from 'vscode';
import { ApiLedger } from './apiLedger.js';
import type { FaultyFileSystem, Operation } from './faultyFileSystem.js';
import { FaultyNotes } from './faultyNotes.js';
import { inWorkspace, remove, until, write } from './fixture.js';

/** What lies beside the folders of notes, and in none of them, though some have names that begin alike. */
const beside = [
  ...['/README.md', '/notes.md', '/notes2/a.md', '/notes-old/deep/a.md', '/Notes/a.md', '/src/main.ts'],
  ...['/study/README.md', '/study/go/a.md', '/study/golang2/a.md'],
];

/** What lies in them and is left out. */
const leftOut = ['/notes/node_modules/pack/README.md', '/notes/.git/info/a.md', '/notes/picture.png'];

const notes = ['/notes/a.md', '/notes/deep/er/b.md', '/study/golang/c.md'];

describe('What is asked of file systems', () => {
  let faulty: FaultyNotes;
  let files: FaultyFileSystem;
  const asked = (operation: Operation): string[] =>
    [...new Set(files.asked.flatMap((one) => (one.operation === operation ? [one.path] : [])))].sort();

  beforeEach(() => {
    faulty = new FaultyNotes();
    ({ files } = faulty);
    [...beside, ...leftOut, ...notes].forEach((path, index) => files.put(path, `# T${index}\n`));
  });

  afterEach(async () => {
    await faulty.end();
    await Promise.all(['notes2', 'src', 'README.md'].map((name) => remove(inWorkspace(name))));
  });

  /** Checks what was asked so far, but for the states of some places. */
  const hasAskedForFoldersOnly = (): void => {
    assert.deepEqual(asked('list'), ['/notes', '/notes/deep', '/notes/deep/er', '/study/golang']);
    assert.deepEqual(asked('read'), notes);
    assert.deepEqual(
      asked('stat').filter((path) => !/^\/(?:notes|study\/golang)(?:$|\/)/u.test(path)),
      [],
    );
    assert.deepEqual([...new Set(files.watched)].sort(), ['/notes', '/study/golang']);
    assert.deepEqual(
      ['write', 'rename', 'delete', 'makeFolder'].flatMap((one) => asked(one as Operation)),
      [],
    );
  };

  it('is what lies in the folders that are set, and not left out, whatever lies beside them', async () => {
    await faulty.setFolders('yojeomfault:/notes', 'yojeomfault:/study/golang/');
    const opened = await faulty.open();
    assert.lengthOf(faulty.titles(), notes.length);
    await until(
      () => files.watched,
      (watched) => watched.includes('/study/golang'),
    );
    hasAskedForFoldersOnly();
    // Whatever changes there, and whatever is looked at again.
    [...beside, ...leftOut].forEach((path) => files.put(path, '# Changed\n'));
    files.put('/notes3/new.md', '# New\n');
    files.drop('/notes2');
    files.put('/notes/a.md', '# Alpha\n');
    await until(faulty.titles, (found) => found.includes('Alpha'));
    hasAskedForFoldersOnly();
    await opened.refresh();
    await opened.whole();
    await opened.keep();
    hasAskedForFoldersOnly();
    await faulty.reopen();
    assert.lengthOf(faulty.titles(), notes.length);
    assert.deepEqual(asked('list'), ['/notes', '/notes/deep', '/notes/deep/er', '/study/golang']);
  });

  it('is nothing of what is saved in the editor beside them', async () => {
    await faulty.setFolders('yojeomfault:/notes');
    await faulty.open();
    const ledger = new ApiLedger();
    try {
      for (const path of ['/notes2/a.md', '/notes.md', '/notes/a.md']) {
        const document = await vscode.workspace.openTextDocument(files.uri(path));
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(0, 2), 'Saved ');
        assert.isTrue(await vscode.workspace.applyEdit(edit));
        await document.save();
      }
      // What was saved before is told of before, or together.
      await until(faulty.titles, (found) => found.some((title) => title.startsWith('Saved')));
      assert.lengthOf(faulty.titles(), 2);
      const storage = faulty.storage.toString();
      const places = ledger.asked.filter(({ what, of }) => what.startsWith('fs.') && !of.startsWith(storage));
      assert.sameMembers(
        [...new Set(places.map(({ of }) => of))],
        ['/notes', '/notes/a.md'].map((path) => files.uri(path).toString()),
      );
    } finally {
      ledger.dispose();
    }
  });

  it('is nothing but the folder “notes” of a workspace where no folder is set', async () => {
    await write(inWorkspace('notes', 'deep', 'a.md'), '# Alpha\n');
    await write(inWorkspace('notes2', 'b.md'), '# Beta\n');
    await write(inWorkspace('src', 'c.md'), '# Gamma\n');
    await write(inWorkspace('README.md'), '# Delta\n');
    await faulty.setFolders('notes');
    const ledger = new ApiLedger();
    try {
      await faulty.open();
      await faulty.notes.refresh();
      assert.deepEqual(faulty.titles(), ['Alpha']);
      const storage = `${faulty.storage.toString()}/`;
      const calls = ledger.asked.filter(({ of }) => !of.startsWith(storage));
      assert.sameMembers(
        [...new Set(calls.map(({ what }) => what))],
        ['fs.readDirectory', 'fs.readFile', 'fs.stat'],
        'nothing else finds files',
      );
      const places = (...names: string[]): string[] =>
        calls.filter(({ what }) => names.includes(what)).map(({ of }) => of);
      assert.sameMembers(
        [...new Set(places('fs.readDirectory'))],
        [inWorkspace('notes').toString(), inWorkspace('notes', 'deep').toString()],
      );
      const note = inWorkspace('notes', 'deep', 'a.md').toString();
      assert.sameMembers([...new Set(places('fs.readFile'))], [note]);
      assert.isEmpty(places('fs.stat').filter((uri) => uri !== note && uri !== inWorkspace('notes').toString()));
    } finally {
      ledger.dispose();
    }
  });
});
