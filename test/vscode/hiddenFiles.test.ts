import { assert } from 'chai';
import * as vscode from 'vscode';
import { NoteFinder } from '../../src/core/reading/noteFinder.js';
import type { FaultyFileSystem } from './faultyFileSystem.js';
import { FaultyNotes } from './faultyNotes.js';
import { inWorkspace, until, workspaceFolder, write } from './fixture.js';

/** Sets what the editor hides in the workspace; undefined takes it back. */
async function hide(exclude: Readonly<Record<string, unknown>> | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('files').update('exclude', exclude, vscode.ConfigurationTarget.Workspace);
}

describe('What “files.exclude” hides', () => {
  let faulty: FaultyNotes;
  let files: FaultyFileSystem;
  const titles = (): string => faulty.titles().sort().join();

  beforeEach(async () => {
    faulty = new FaultyNotes();
    ({ files } = faulty);
    await faulty.setFolders('yojeomfault:/notes');
    files.put('/notes/a.md', '# Alpha\n');
    files.put('/notes/b.bak.md', '# Beta\n');
    files.put('/notes/old/c.md', '# Gamma\n');
    files.put('/notes/old/deep/d.md', '# Delta\n');
  });

  afterEach(async () => {
    await hide(undefined);
    await faulty.end();
  });

  it('is no note, and a folder is not even listed', async () => {
    await hide({ old: true, '**/*.bak.md': true, 'a.md': false });
    await faulty.open();
    assert.equal(titles(), 'Alpha');
    assert.equal(files.count('list', '/notes'), 1);
    assert.isEmpty(files.asked.filter(({ path }) => /old|bak/u.test(path)));
    assert.isEmpty(faulty.log);
  });

  it('is followed when the setting changes', async () => {
    await faulty.open();
    assert.equal(titles(), 'Alpha,Beta,Delta,Gamma');
    await hide({ '**/deep': true, '*.bak.md': true });
    await until(titles, (found) => found === 'Alpha,Gamma');
    await hide({ '**/deep': true });
    await until(titles, (found) => found === 'Alpha,Beta,Gamma');
    await hide(undefined);
    await until(titles, (found) => found === 'Alpha,Beta,Delta,Gamma');
  });

  it('stays away however it changes', async () => {
    await hide({ old: true, '**/*.bak.md': true });
    await faulty.open();
    files.asked = [];
    files.put('/notes/old/c.md', '# Gamma two\n');
    files.put('/notes/old/e.md', '# Epsilon\n');
    files.put('/notes/b.bak.md', '# Beta two\n');
    files.drop('/notes/old/deep');
    files.put('/notes/f.md', '# Zeta\n');
    await until(titles, (found) => found.includes('Zeta'));
    assert.equal(titles(), 'Alpha,Zeta');
    assert.isEmpty(files.asked.filter(({ path }) => /old|bak/u.test(path)));
  });

  it('is not kept for the next start, and is right when it is shown again', async () => {
    await faulty.open();
    await faulty.reopen();
    await hide({ old: true });
    await until(titles, (found) => found === 'Alpha,Beta');
    await faulty.reopen();
    assert.equal(titles(), 'Alpha,Beta');
    faulty.close();
    files.put('/notes/old/c.md', '# Gamma two\n');
    await hide(undefined);
    await faulty.open();
    assert.equal(titles(), 'Alpha,Beta,Delta,Gamma two');
  });

  it('is told by its path in the workspace folder', async () => {
    await write(inWorkspace('notes', 'a.md'), '# Alpha\n');
    await write(inWorkspace('notes', 'old', 'b.md'), '# Beta\n');
    await write(inWorkspace('other', 'old', 'c.md'), '# Gamma\n');
    await faulty.setFolders('notes', 'other');
    await hide({ 'notes/old': true, old: true });
    const notes = await faulty.open();
    assert.equal(titles(), 'Alpha,Gamma');
    assert.isEmpty(notes.complaints());
    await hide({ other: true });
    await until(titles, (found) => found === 'Alpha,Beta');
    assert.lengthOf(notes.complaints(), 1);
    assert.include(notes.complaints()[0], 'files.exclude');
    await hide(undefined);
    await until(titles, (found) => found === 'Alpha,Beta,Gamma');
    assert.isEmpty(notes.complaints());
  });

  it('does not depend on what stands beside it', async () => {
    await hide({ '**/*.md': { when: '$(basename).bak.md' }, '**/deep': true });
    await faulty.open();
    assert.equal(titles(), 'Alpha,Beta,Gamma');
  });

  it('is what the editor’s own globs name', () => {
    const globs = ['build', 'build/', '**/build', '**/build/', 'build/**', '**/build/**', '*.md', '**/*.bak', '**/.*'];
    const others = [
      '{build,a.md}',
      '{**/*.bak,**/build}',
      '{**/.git,**/build/**}/',
      'x/{**/a.md,b}',
      '{x,build}/{x,build}',
      '{build}',
      '**/{x,build}/*.md',
      '*/build',
      '**/*b*/**',
      '[ab].md',
      'a?md',
    ];
    const odd = [
      '**',
      '*',
      '**/*',
      '!a.md',
      '**/[!a].md',
      'a.[^m]d',
      ' a.md ',
      '[z-a]',
      '[',
      '{a',
      'a\\.md',
      '{1..3}',
      '/a.md',
    ];
    const paths = [
      'a.md',
      'b.md',
      '!a.md',
      '2',
      'build',
      'x/build/a.md',
      'build/x/a.md',
      'rebuild/a.bak',
      '.git/a',
      'A.md',
    ];
    const { uri } = workspaceFolder();
    const base = workspaceFolder();
    const isNamed = (glob: string, path: string): boolean => {
      const document = { uri: vscode.Uri.joinPath(uri, path), languageId: 'markdown' } as vscode.TextDocument;
      return vscode.languages.match({ pattern: new vscode.RelativePattern(base, glob) }, document) > 0;
    };
    const wrong = [...globs, ...others, ...odd].flatMap((glob) => {
      const hidden = { globs: [glob], path: '' };
      const finder = new NoteFinder({ uri: 'mem:/notes', include: ['**'], exclude: [], hidden });
      return paths
        .filter((path) => {
          const parts = path.split('/');
          const isHidden = parts.some((_, index) => isNamed(glob, parts.slice(0, index + 1).join('/')));
          return isHidden !== (finder.noteAt(`mem:/notes/${path}`) === undefined);
        })
        .map((path) => `${glob} ${path}`);
    });
    assert.isEmpty(wrong);
  });
});
