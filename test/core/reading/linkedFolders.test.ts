import assert from 'node:assert/strict';
import { folder, openLibrary, sources, type LibraryWindow } from './libraryWindow.js';
import { MemoryFiles } from './memoryFiles.js';

describe('A link to a folder', () => {
  let files: MemoryFiles;
  let window: LibraryWindow;
  const titles = (): string => window.titles().sort().join();

  beforeEach(() => {
    files = new MemoryFiles();
    window = openLibrary(files);
  });

  it('that is a folder of notes is read again when it was removed and is made again', async () => {
    files.links.add(folder);
    files.write(`${folder}/a.md`, '# A\n');
    await window.reader.scan(sources);
    assert.equal(titles(), 'A');
    files.remove(`${folder}/a.md`);
    await window.reader.touch([folder]);
    assert.equal(titles(), '');
    files.write(`${folder}/a.md`, '# A\n');
    files.write(`${folder}/deep/b.md`, '# B\n');
    await window.reader.touch([folder]);
    assert.equal(titles(), 'A,B');
  });

  it('that is a folder of notes may lead elsewhere from one moment to the next', async () => {
    files.links.add(folder);
    files.write(`${folder}/a.md`, '# A\n');
    await window.reader.scan(sources);
    files.rename(`${folder}/a.md`, `${folder}/b.md`);
    files.write(`${folder}/b.md`, '# B\n');
    await window.reader.touch([folder]);
    assert.equal(titles(), 'B');
  });

  it('that holds a folder of notes is followed to that one', async () => {
    const places = ['mem:/one', 'mem:/one/link/two'];
    const [first] = sources.folders;
    assert.ok(first);
    const folders = places.map((uri) => ({ ...first, uri }));
    files.write('mem:/one/a.md', '# A\n');
    await window.reader.scan({ ...sources, folders });
    assert.equal(titles(), 'A');
    files.links.add('mem:/one/link');
    files.write('mem:/one/link/b.md', '# B\n');
    files.write('mem:/one/link/two/c.md', '# C\n');
    await window.reader.touch(['mem:/one/link']);
    assert.equal(titles(), 'A,C');
    await window.reader.scan({ ...sources, folders });
    assert.equal(titles(), 'A,C');
  });

  it('in a folder of notes is not followed, also where it was a folder before', async () => {
    files.write(`${folder}/a.md`, '# A\n');
    files.write(`${folder}/deep/b.md`, '# B\n');
    await window.reader.scan(sources);
    assert.equal(titles(), 'A,B');
    files.links.add(`${folder}/deep`);
    await window.reader.touch([`${folder}/deep`]);
    assert.equal(titles(), 'A');
    files.links.delete(`${folder}/deep`);
    await window.reader.touch([`${folder}/deep`]);
    assert.equal(titles(), 'A,B');
  });
});
