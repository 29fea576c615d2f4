import { assert } from 'chai';
import * as vscode from 'vscode';
import { Library } from '../../src/core/library/library.js';
import { bundledNoteFiles } from '../../src/vscode/notes/bundledNotes.js';
import { WorkspaceNotes } from '../../src/vscode/notes/notes.js';
import { extension, inWorkspace, newSlices, queueNote, remove, set, until, write } from './fixture.js';

describe('The notes', () => {
  const log = vscode.window.createOutputChannel('Yojeom tests', { log: true });
  const host = {
    extensionUri: extension().extensionUri,
    storageUri: inWorkspace('storage'),
    home: inWorkspace('home'),
    log,
    slices: newSlices(),
    readerVersion: 'tests',
  };
  let notes: WorkspaceNotes;
  const titles = (): string[] => notes.library.concepts().map(({ concept }) => concept.title);
  const open = async (): Promise<void> => {
    notes = new WorkspaceNotes(new Library(), host);
    await notes.whole();
  };

  afterEach(async () => {
    notes.dispose();
    await Promise.all(['folders', 'include', 'exclude', 'bundledNotes', 'labels'].map((name) => set(name, undefined)));
    await Promise.all(['notes', 'elsewhere', 'home', 'later', 'storage'].map((folder) => remove(inWorkspace(folder))));
  });

  after(() => {
    log.dispose();
  });

  it('complain of a glob that cannot be understood, and are there', async () => {
    await write(inWorkspace('notes', 'queue.md'), queueNote);
    await set('exclude', ['[z-a]']);
    await open();
    assert.include(titles(), '큐(Queue)');
    assert.lengthOf(notes.complaints(), 1);
    assert.include(notes.complaints()[0], '[z-a]');
  });

  it('are those of the workspace’s folder “notes”, with folders as topics', async () => {
    await write(inWorkspace('notes', 'queue.md'), queueNote);
    await write(inWorkspace('notes', 'db', 'sql', 'join.markdown'), '# Join\n\nRows meet.\n');
    await write(inWorkspace('notes', 'plain.md'), '# Plain\n');
    await write(inWorkspace('notes', 'ignored.txt'), '# Ignored\n');
    await open();
    assert.sameMembers(titles(), ['큐(Queue)', 'Deque', 'Join', 'Plain']);
    const topics = notes.library.notes().map((note) => note.topics[0]);
    assert.sameMembers(topics, ['Data structures', 'db/sql', 'notes']);
  });

  it('show what is saved, added, renamed and deleted', async () => {
    await write(inWorkspace('notes', 'a.md'), '# Alpha\n');
    await open();
    await write(inWorkspace('notes', 'b.md'), '# Beta\n');
    await until(titles, (found) => found.includes('Beta'));
    await write(inWorkspace('notes', 'a.md'), '# Alpha two\n');
    await until(titles, (found) => found.includes('Alpha two') && !found.includes('Alpha'));
    await vscode.workspace.fs.rename(inWorkspace('notes', 'b.md'), inWorkspace('notes', 'c.md'));
    await until(
      () => notes.library.notes().map(({ uri }) => uri.split('/').at(-1)),
      (names) => names.join() === 'a.md,c.md',
    );
    await remove(inWorkspace('notes', 'c.md'));
    await until(titles, (found) => !found.includes('Beta'));
  });

  it('show a saved document', async () => {
    await write(inWorkspace('notes', 'a.md'), '# Alpha\n');
    await open();
    const document = await vscode.workspace.openTextDocument(inWorkspace('notes', 'a.md'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 7), ' and omega');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await until(titles, (found) => found.includes('Alpha and omega'));
  });

  it('show what is typed and not saved, until it is thrown away', async () => {
    await write(inWorkspace('notes', 'typed.md'), '# Alpha\n');
    await open();
    // In a browser, the editor saves by itself after a second.
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    const document = await vscode.workspace.openTextDocument(inWorkspace('notes', 'typed.md'));
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 7), ' and omega');
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), '# Alpha and omega\n');
    await until(titles, (found) => found.join() === 'Alpha and omega');
    assert.isTrue(document.isDirty);
    assert.equal((await notes.source(document.uri.toString()))?.text, '# Alpha and omega\n');
    // Whatever else happens to the file, the editor's text is what the user sees.
    await notes.refresh();
    assert.deepEqual(titles(), ['Alpha and omega']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(titles, (found) => found.join() === 'Alpha');
    await files.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
  });

  it('follow a folder that is renamed or deleted as a whole', async () => {
    await write(inWorkspace('notes', 'old', 'a.md'), '# Alpha\n');
    await write(inWorkspace('notes', 'kept.md'), '# Kept\n');
    await open();
    await vscode.workspace.fs.rename(inWorkspace('notes', 'old'), inWorkspace('notes', 'new'));
    await until(
      () => notes.library.notes().map(({ topics }) => topics[0]),
      // The old may go a moment after the new has come.
      (topics) => topics.sort().join() === 'new,notes',
    );
    assert.sameMembers(titles(), ['Alpha', 'Kept']);
    // A system's watcher needs a moment until it watches inside a folder that has just come.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await remove(inWorkspace('notes', 'new'));
    await until(titles, (found) => found.join() === 'Kept');
  });

  it('come from a folder that is made later', async () => {
    await set('bundledNotes', 'never');
    await set('folders', ['later']);
    await open();
    assert.lengthOf(notes.complaints(), 1);
    assert.include(notes.complaints()[0], 'later');
    await write(inWorkspace('later', 'a.md'), '# Alpha\n');
    await until(titles, (found) => found.join() === 'Alpha');
    assert.isEmpty(notes.complaints());
  });

  it('come from absolute paths, the home folder and URIs too', async () => {
    await write(inWorkspace('elsewhere', 'abs.md'), '# Absolute\n');
    await vscode.workspace.fs.createDirectory(inWorkspace('home'));
    // The system's watcher never sees a folder that is made in one it has not noticed yet.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await write(inWorkspace('home', 'mine', 'home.md'), '# At home\n');
    await write(inWorkspace('later', 'uri.md'), '# By URI\n');
    await set('folders', [inWorkspace('elsewhere').path, '~/mine', inWorkspace('later').toString(), 'ht!tp://nowhere']);
    await open();
    assert.sameMembers(titles(), ['Absolute', 'At home', 'By URI']);
    // A system's watcher may be late for folders that were made a moment ago: the file is touched until it is seen.
    await until(
      async () => {
        await write(inWorkspace('home', 'mine', 'more.md'), '# More\n');
        await new Promise((resolve) => setTimeout(resolve, 500));
        return titles();
      },
      (found) => found.includes('More'),
    );
  });

  it('are chosen by globs', async () => {
    await write(inWorkspace('notes', 'a.md'), '# Alpha\n');
    await write(inWorkspace('notes', 'drafts', 'b.md'), '# Beta\n');
    await write(inWorkspace('notes', '.obsidian', 'c.md'), '# Gamma\n');
    await write(inWorkspace('notes', 'd.txt'), '# Delta\n');
    await set('include', ['**/*.md', '**/*.txt']);
    await set('exclude', ['drafts/**', '**/.*/**']);
    await open();
    assert.sameMembers(titles(), ['Alpha', 'Delta']);
    await set('exclude', []);
    await until(titles, (found) => found.length === 4);
  });

  it('leave out what lies in a folder that is left out, however it comes', async () => {
    await write(inWorkspace('notes', 'a.md'), '# Alpha\n');
    await write(inWorkspace('notes', 'archive', 'b.md'), '# Beta\n');
    await set('exclude', ['archive']);
    await open();
    const document = await vscode.workspace.openTextDocument(inWorkspace('notes', 'archive', 'b.md'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 6), ' saved');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await write(inWorkspace('notes', 'archive', 'deep', 'c.md'), '# Gamma\n');
    await write(inWorkspace('notes', 'd.md'), '# Delta\n');
    await until(titles, (found) => found.includes('Delta'));
    // What is written first is read first, or together.
    assert.sameMembers(titles(), ['Alpha', 'Delta']);
  });

  it('are live in a folder that is set with a slash at its end', async () => {
    await write(inWorkspace('notes', 'a.md'), '# Alpha\n');
    await set('folders', ['notes/']);
    await open();
    await write(inWorkspace('notes', 'b.md'), '# Beta\n');
    await until(titles, (found) => found.includes('Beta'));
    await remove(inWorkspace('notes', 'a.md'));
    await until(titles, (found) => found.join() === 'Beta');
  });

  it('are the bundled ones beside a note in which nothing is written yet', async () => {
    await write(inWorkspace('notes', 'empty.md'), '');
    await open();
    assert.isTrue(titles().some((title) => title.includes('Lambda')));
    await write(inWorkspace('notes', 'empty.md'), '# Alpha\n');
    await until(titles, (found) => found.join() === 'Alpha');
    await write(inWorkspace('notes', 'empty.md'), '');
    await until(titles, (found) => found.length > 10);
  });

  it('are the bundled ones while there are no others', async () => {
    await open();
    assert.isTrue(titles().some((title) => title.includes('Lambda')));
    await write(inWorkspace('notes', 'a.md'), '# Alpha\n');
    await until(titles, (found) => found.join() === 'Alpha');
    await remove(inWorkspace('notes', 'a.md'));
    await until(titles, (found) => found.length > 10);
  });

  it('are bundled ones always or never, as the user says', async () => {
    await write(inWorkspace('notes', 'a.md'), '# Alpha\n');
    await set('bundledNotes', 'always');
    await open();
    assert.include(titles(), 'Alpha');
    assert.isAbove(titles().length, 10);
    await set('bundledNotes', 'never');
    await until(titles, (found) => found.join() === 'Alpha');
    await remove(inWorkspace('notes', 'a.md'));
    await until(titles, (found) => found.length === 0);
  });

  it('list every bundled file', async () => {
    for (const [language, names] of Object.entries(bundledNoteFiles)) {
      const folder = vscode.Uri.joinPath(extension().extensionUri, 'notes', language);
      const there = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
      assert.sameMembers(there, [...names]);
    }
  });

  it('survive bytes that are no text', async () => {
    await write(inWorkspace('notes', 'bad.md'), Uint8Array.of(0x23, 0x20, 0x41, 0x0a, 0xff, 0xfe, 0x00, 0x0a));
    await open();
    assert.deepEqual(titles(), ['A']);
    assert.equal(notes.library.notes()[0]?.problems[0]?.line, 2);
  });
});
