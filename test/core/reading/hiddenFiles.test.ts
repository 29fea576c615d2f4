import assert from 'node:assert/strict';
import type { Sources } from '../../../src/core/reading/sources.js';
import { isHiddenFolder, NoteFinder } from '../../../src/core/reading/noteFinder.js';
import { folder, openLibrary, sources, type LibraryWindow } from './libraryWindow.js';
import { MemoryFiles } from './memoryFiles.js';
import { MemoryStorage } from './memoryStore.js';

/** Whether a note is hidden in a folder of notes that lies in a workspace folder. */
function isHidden(glob: string, path: string, root = ''): boolean {
  const hidden = { globs: [glob], path: root };
  return (
    new NoteFinder({ uri: folder, include: ['**'], exclude: [], hidden }).noteAt(`${folder}/${path}`) === undefined
  );
}

describe('What the editor hides', () => {
  it('is what its globs name, with all that lies in it', () => {
    const named = [
      ['**/*.bak', 'a.bak'],
      ['**/*.bak', 'deep/er/a.bak'],
      ['**/.git', '.git/a.md'],
      ['**/.git', 'deep/.git/er/a.md'],
      ['build', 'build/a.md'],
      ['build/', 'build/deep/a.md'],
      ['**/build/', 'deep/build/a.md'],
      ['build/**', 'build/a.md'],
      ['**/build/**', 'deep/build/a.md'],
      ['  a.md ', 'a.md'],
      ['**/*.{bak,tmp}', 'deep/a.tmp'],
      ['{**/*.bak,**/out}', 'deep/out/a.md'],
      ['{**/*.bak,**/out}', 'out/a.md'],
      ['x/{**/a,b}.md', 'x/a.md'],
      ['**/[ab].md', 'b.md'],
      ['**/[!ab].md', 'c.md'],
      ['a?.md', 'ab.md'],
      ['!a.md', '!a.md'],
      ['**', 'a.md'],
    ] as const;
    const others = [
      ['build', 'deep/build/a.md'],
      ['build', 'rebuild/a.md'],
      ['*.bak', 'deep/a.bak'],
      ['**/[!ab].md', 'b.md'],
      ['a?b.md', 'a/b.md'],
      ['A.md', 'a.md'],
      ['!a.md', 'b.md'],
      ['!!a.md', 'a.md'],
      ['a\\b.md', 'ab.md'],
      ['{1..3}.md', '2.md'],
      ['[z-a].md', 'a.md'],
      ['', 'a.md'],
      // Far more than anybody writes: it must not take forever.
      ['{a,b}'.repeat(30), 'ab'.repeat(15)],
    ] as const;
    assert.deepEqual(
      named.filter(([glob, path]) => !isHidden(glob, path)),
      [],
    );
    assert.deepEqual(
      others.filter(([glob, path]) => isHidden(glob, path)),
      [],
    );
  });

  it('is found by its path below the workspace folder', () => {
    assert.ok(isHidden('docs/notes/old', 'old/a.md', 'docs/notes'));
    assert.ok(!isHidden('old', 'old/a.md', 'docs/notes'));
    assert.ok(!isHidden('notes/old', 'old/a.md', 'docs/notes'));
    assert.ok(isHidden('**/old', 'old/a.md', 'docs/notes'));
    for (const glob of ['docs', 'docs/notes', '**/notes', '**/docs/']) {
      assert.ok(isHidden(glob, 'a.md', 'docs/notes'), glob);
      assert.ok(isHiddenFolder({ globs: [glob], path: 'docs/notes' }), glob);
    }
    assert.ok(!isHiddenFolder({ globs: ['notes', 'docs/notes/a'], path: 'docs/notes' }));
    assert.ok(!isHiddenFolder({ globs: ['**/*'], path: '' }));
  });

  describe('while it changes', () => {
    const { folders } = sources;
    const hide = (...globs: string[]): Sources => ({
      ...sources,
      folders: folders.map((one) => ({ ...one, hidden: { globs, path: 'work' } })),
    });
    let files: MemoryFiles;
    let storage: MemoryStorage;
    /** Folders that were listed and places that were asked for, since that was last emptied. */
    let asked: string[];
    let window: LibraryWindow;
    const titles = (): string => window.titles().sort().join();

    beforeEach(() => {
      files = new MemoryFiles();
      storage = new MemoryStorage();
      asked = [];
      const { list, state, read } = {
        list: files.list.bind(files),
        state: files.state.bind(files),
        read: files.read.bind(files),
      };
      const told =
        <T>(ask: (uri: string) => Promise<T>) =>
        (uri: string): Promise<T> => {
          asked.push(uri);
          return ask(uri);
        };
      Object.assign(files, { list: told(list), state: told(state), read: told(read) });
      files.write(`${folder}/a.md`, '# A\n');
      files.write(`${folder}/old/b.md`, '# B\n');
      files.write(`${folder}/old/deep/c.md`, '# C\n');
      files.write(`${folder}/new/d.md`, '# D\n');
      files.clock += 10_000;
      window = openLibrary(files, storage);
    });

    it('is neither listed nor read', async () => {
      await window.reader.scan(hide('work/old', '**/d.md'));
      assert.equal(titles(), 'A');
      assert.deepEqual(
        asked.filter((uri) => /old|d\.md/u.test(uri)),
        [],
      );
    });

    it('is not even asked for when it is touched', async () => {
      await window.reader.scan(hide('work/old', '**/d.md'));
      asked.length = 0;
      files.write(`${folder}/old/e.md`, '# E\n');
      await window.reader.touch([`${folder}/old`, `${folder}/old/e.md`, `${folder}/old/deep`, `${folder}/new/d.md`]);
      assert.equal(titles(), 'A');
      assert.deepEqual(asked, []);
      await window.reader.touch([folder, `${folder}/new`]);
      assert.equal(titles(), 'A');
    });

    it('leaves when it is hidden, and comes back when it is shown', async () => {
      await window.reader.scan(hide());
      assert.equal(titles(), 'A,B,C,D');
      await window.reader.scan(hide('**/deep', 'work/*.md'));
      assert.equal(titles(), 'B,D');
      await window.reader.scan(hide());
      assert.equal(titles(), 'A,B,C,D');
      await window.reader.scan(hide('work'));
      assert.equal(titles(), '');
    });

    it('leaves although its folder cannot be listed', async () => {
      await window.reader.scan(hide());
      files.troubles.set(folder, 'list');
      await window.reader.scan(hide('**/old'));
      assert.equal(titles(), 'A,D');
    });

    it('is not kept for the next start', async () => {
      await window.reader.scan(hide());
      await window.keep();
      await window.reader.scan(hide('**/old'));
      await window.keep();
      assert.ok(![...storage.texts.values()].some((text) => text.includes('/old/')));
      window.reader.end();
      window = openLibrary(files, storage);
      await window.reader.scan(hide('**/old'));
      assert.equal(titles(), 'A,D');
      await window.reader.scan(hide());
      await window.reader.whole();
      assert.equal(titles(), 'A,B,C,D');
    });
  });
});
