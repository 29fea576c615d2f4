import { assert } from 'chai';
import * as vscode from 'vscode';
import type { WorkspaceNotes } from '../../src/vscode/notes/notes.js';
import { FaultyFileSystem } from './faultyFileSystem.js';
import { denied, FaultyNotes, pause, shortPatience } from './faultyNotes.js';
import { inWorkspace, until, write } from './fixture.js';

/** Notes with one concept each. */
const putMany = (files: FaultyFileSystem, folder: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const title = `${folder.slice(1)} ${String(index).padStart(3, '0')}`;
    files.put(`${folder}/n${index}.md`, `# ${title}\n\n## Pros\n- good\n`);
    return title;
  });

/** Checks that one folder is complained of, and nothing else. */
const complainsOf = (notes: WorkspaceNotes, folder: string): void => {
  assert.lengthOf(notes.complaints(), 1);
  assert.include(notes.complaints()[0], folder);
};

describe('Notes of a file system that fails', () => {
  let faulty: FaultyNotes;
  let files: FaultyFileSystem;
  const titles = (): string[] => faulty.titles();

  beforeEach(async () => {
    faulty = new FaultyNotes();
    ({ files } = faulty);
    await faulty.setFolders('yojeomfault:/notes');
  });

  afterEach(async () => {
    await faulty.end();
  });

  it('are read, and follow the changes that it tells', async () => {
    files.put('/notes/a.md', '# Alpha\n');
    files.put('/notes/deep/b.md', '# Beta\n');
    const notes = await faulty.open();
    assert.deepEqual(titles(), ['Alpha', 'Beta']);
    assert.deepEqual(
      notes.library.notes().map(({ topics }) => topics[0]),
      ['notes', 'deep'],
    );
    files.put('/notes/c.md', '# Gamma\n');
    await until(titles, (found) => found.join() === 'Alpha,Gamma,Beta');
    files.put('/notes/a.md', '# Alpha two\n');
    await until(titles, (found) => found.join() === 'Alpha two,Gamma,Beta');
    files.drop('/notes/deep');
    await until(titles, (found) => found.join() === 'Alpha two,Gamma');
    assert.isEmpty(faulty.log);
  });

  it('that tells no changes are right again after a refresh', async () => {
    files.put('/notes/a.md', '# Alpha\n');
    files.put('/notes/b.md', '# Beta\n');
    const notes = await faulty.open();
    files.tellsChanges = false;
    files.put('/notes/a.md', '# Alpha two\n');
    files.drop('/notes/b.md');
    files.put('/notes/c.md', '# Gamma\n');
    await notes.refresh();
    assert.deepEqual(titles(), ['Alpha two', 'Gamma']);
  });

  it('are left out where they vanish between list and read', async () => {
    putMany(files, '/notes', 3);
    files.trouble = ({ operation, path }) => {
      if (operation !== 'list' && path === '/notes/n1.md') {
        throw vscode.FileSystemError.FileNotFound(path);
      }
    };
    await faulty.open();
    assert.deepEqual(titles(), ['notes 000', 'notes 002']);
    assert.lengthOf(faulty.log, 1);
    assert.include(faulty.log[0], 'n1.md');
  });

  it('are all there but for the file that may not be read', async () => {
    putMany(files, '/notes', 3);
    files.trouble = ({ operation, path }) => {
      if (operation === 'read' && path === '/notes/n1.md') {
        denied();
      }
    };
    const notes = await faulty.open();
    assert.deepEqual(titles(), ['notes 000', 'notes 002']);
    assert.lengthOf(faulty.log, 1);
    assert.include(faulty.log[0], 'n1.md');
    files.heal();
    await notes.refresh();
    assert.lengthOf(titles(), 3);
  });

  it('are all there but for the folder that may not be listed', async () => {
    putMany(files, '/notes', 2);
    putMany(files, '/notes/secret', 2);
    const denySecret = ({ path }: { path: string }): void => {
      if (path.startsWith('/notes/secret')) {
        denied();
      }
    };
    files.trouble = denySecret;
    const notes = await faulty.open();
    assert.deepEqual(titles(), ['notes 000', 'notes 001']);
    assert.lengthOf(faulty.log, 1);
    assert.include(faulty.log[0], 'secret');
    assert.isEmpty(notes.complaints());
    files.heal();
    await notes.refresh();
    assert.lengthOf(titles(), 4);
    // What is known stays while it cannot be seen.
    files.trouble = denySecret;
    await notes.refresh();
    assert.lengthOf(titles(), 4);
  });

  it('are missing while it throws for everything, and others are there', async () => {
    await write(inWorkspace('other', 'o.md'), '# Other\n');
    await faulty.setFolders('yojeomfault:/notes', 'other');
    putMany(files, '/notes', 3);
    files.trouble = () => {
      throw new Error('broken');
    };
    const notes = await faulty.open();
    assert.deepEqual(titles(), ['Other']);
    complainsOf(notes, 'yojeomfault:/notes');
    files.heal();
    await notes.refresh();
    assert.lengthOf(titles(), 4);
    assert.isEmpty(notes.complaints());
  });

  it('are all there but for the file that never answers', async () => {
    faulty.patience = shortPatience;
    await write(inWorkspace('other', 'o.md'), '# Other\n');
    await faulty.setFolders('yojeomfault:/notes', 'other');
    putMany(files, '/notes', 100);
    files.trouble = ({ operation, path }) =>
      operation === 'read' && path === '/notes/n1.md' ? files.hang() : undefined;
    const notes = await faulty.open();
    assert.lengthOf(titles(), 100);
    assert.notInclude(titles(), 'notes 001');
    complainsOf(notes, 'yojeomfault:/notes');
    // Others of its folder go on.
    files.put('/notes/n2.md', '# Edited\n');
    await until(titles, (found) => found.includes('Edited'));
    files.heal();
    await notes.refresh();
    assert.lengthOf(titles(), 101);
    assert.isEmpty(notes.complaints());
  });

  it('are not waited for one by one where none answers', async () => {
    faulty.patience = shortPatience;
    await write(inWorkspace('other', 'o.md'), '# Other\n');
    await faulty.setFolders('yojeomfault:/notes', 'other');
    putMany(files, '/notes', 200);
    for (const operation of ['read', 'list', 'stat']) {
      files.trouble = (asked) => (asked.operation === operation ? files.hang() : undefined);
      // One after the other, 200 files would take longer than a test may.
      const notes = await faulty.open();
      assert.deepEqual(titles(), ['Other'], operation);
      assert.lengthOf(notes.complaints(), 1, operation);
      assert.include(notes.complaints()[0], 'yojeomfault:/notes');
      files.heal();
      await notes.refresh();
      await notes.whole();
      assert.lengthOf(titles(), 201, operation);
      assert.isEmpty(notes.complaints(), operation);
      faulty.close();
      await vscode.workspace.fs.delete(inWorkspace('storage'), { recursive: true }).then(undefined, () => undefined);
    }
  });

  it('of another folder are there although one on the same file system never answers', async () => {
    faulty.patience = shortPatience;
    await faulty.setFolders('yojeomfault:/away', 'yojeomfault:/notes');
    putMany(files, '/away', 100);
    putMany(files, '/notes', 100);
    files.trouble = ({ path }) => (path.startsWith('/away') ? files.hang() : undefined);
    const notes = await faulty.open();
    assert.lengthOf(titles(), 100);
    complainsOf(notes, 'yojeomfault:/away');
  });

  it('stay as they were while it does not answer any more', async () => {
    faulty.patience = shortPatience;
    putMany(files, '/notes', 5);
    const notes = await faulty.open();
    files.trouble = () => files.hang();
    files.put('/notes/n2.md', '# Edited\n');
    await until(
      () => notes.complaints().length,
      (count) => count === 1,
    );
    assert.lengthOf(titles(), 5);
    await notes.refresh();
    assert.lengthOf(titles(), 5);
    files.heal();
    await notes.refresh();
    assert.include(titles(), 'Edited');
    assert.isEmpty(notes.complaints());
  });

  it('come as it answers where it is slow, and edits are taken meanwhile', async () => {
    putMany(files, '/notes', 120);
    files.trouble = () => pause(30);
    const notes = faulty.make();
    await notes.ready();
    assert.lengthOf(titles(), 120);
    files.put('/notes/n7.md', '# Edited\n');
    await until(titles, (found) => found.includes('Edited') && found.length === 120);
    await notes.whole();
    assert.lengthOf(titles(), 120);
    assert.isEmpty(faulty.log);
    assert.isEmpty(notes.complaints());
  });

  it('show what is typed and not saved, on a file system that fails meanwhile', async () => {
    files.put('/notes/typed.md', '# Alpha\n');
    const notes = await faulty.open();
    const autoSave = vscode.workspace.getConfiguration('files');
    await autoSave.update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    const document = await vscode.workspace.openTextDocument(files.uri('/notes/typed.md'));
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 7), ' and omega');
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    await until(titles, (found) => found.join() === 'Alpha and omega');
    assert.equal(files.text('/notes/typed.md'), '# Alpha\n');
    files.trouble = ({ operation }) => {
      if (operation === 'read') {
        denied();
      }
    };
    await notes.refresh();
    assert.deepEqual(titles(), ['Alpha and omega']);
    files.trouble = denied;
    const more = new vscode.WorkspaceEdit();
    more.insert(document.uri, new vscode.Position(0, 0), '# First\n\n');
    assert.isTrue(await vscode.workspace.applyEdit(more));
    await until(titles, (found) => found.join() === 'First,Alpha and omega');
    files.heal();
    await document.save();
    assert.equal(files.text('/notes/typed.md'), '# First\n\n# Alpha and omega\n');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await autoSave.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
    await notes.refresh();
    assert.deepEqual(titles(), ['First', 'Alpha and omega']);
  });

  it('with the same names in two folders are two notes', async () => {
    await faulty.setFolders('yojeomfault:/notes', 'yojeomfault:/more');
    files.put('/notes/a.md', '# Alpha\n');
    files.put('/more/a.md', '# Alpha\n');
    const notes = await faulty.open();
    assert.deepEqual(titles(), ['Alpha', 'Alpha']);
    assert.lengthOf(new Set(notes.library.concepts().map(({ concept }) => concept.id)), 2);
    files.put('/more/a.md', '# Other\n');
    await until(titles, (found) => found.join() === 'Other,Alpha');
    files.drop('/more/a.md');
    await until(titles, (found) => found.join() === 'Alpha');
  });

  it('are read where nothing can be written', async () => {
    const fixed = new FaultyFileSystem('yojeomfixed', true);
    fixed.put('/notes/a.md', '# Alpha\n');
    await faulty.setFolders('yojeomfixed:/notes');
    await faulty.open();
    assert.deepEqual(titles(), ['Alpha']);
    fixed.put('/notes/b.md', '# Beta\n');
    await until(titles, (found) => found.join() === 'Alpha,Beta');
    assert.isEmpty(faulty.log);
    fixed.dispose();
  });

  it('are found once where links to folders form a ring', async () => {
    files.put('/notes/deep/a.md', '# Alpha\n');
    files.links.set('/notes/deep/ring', '/notes');
    await faulty.open();
    assert.deepEqual(titles(), ['Alpha']);
    assert.isAtMost(files.count('list', '/notes'), 4);
  });

  it('are found once where links on a disk form a ring', async function () {
    const { process } = globalThis as { process?: Partial<NodeJS.Process> };
    const fs = process?.getBuiltinModule?.('node:fs');
    if (!fs || inWorkspace('notes').scheme !== 'file') {
      this.skip();
    }
    await write(inWorkspace('notes', 'deep', 'a.md'), '# Alpha\n');
    fs.symlinkSync(inWorkspace('notes').fsPath, inWorkspace('notes', 'deep', 'ring').fsPath);
    fs.symlinkSync('self', inWorkspace('notes', 'self').fsPath);
    fs.symlinkSync(inWorkspace('notes', 'deep', 'a.md').fsPath, inWorkspace('notes', 'b.md').fsPath);
    await faulty.setFolders('notes');
    await faulty.open();
    assert.deepEqual(titles(), ['Alpha', 'Alpha']);
  });

  it('are taken as changed where the clock went back', async () => {
    files.put('/notes/a.md', '# Alpha\n');
    await faulty.open();
    files.clock -= 3_600_000;
    files.put('/notes/a.md', '# Omega\n');
    await until(titles, (found) => found.join() === 'Omega');
    await faulty.notes.keep();
    files.clock -= 3_600_000;
    files.tellsChanges = false;
    files.put('/notes/a.md', '# Gamma\n');
    await faulty.reopen();
    assert.deepEqual(titles(), ['Gamma']);
  });
});
