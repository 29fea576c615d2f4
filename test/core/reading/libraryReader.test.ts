import assert from 'node:assert/strict';
import { readsAtOnce } from '../../../src/core/reading/libraryReader.js';
import { cacheNote, folder, openLibrary, sources, writeMany } from './libraryWindow.js';
import { MemoryFiles } from './memoryFiles.js';

describe('The reader of a library', () => {
  let files: MemoryFiles;

  beforeEach(() => {
    files = new MemoryFiles();
  });

  it('finds the notes that the globs name, and none in what is left out', async () => {
    files.write(`${folder}/a.md`, '# A\n');
    files.write(`${folder}/deep/er/B.MD`, '# B\n');
    files.write(`${folder}/drafts/c.md`, '# C\n');
    files.write(`${folder}/d.txt`, '# D\n');
    const { reader, titles } = openLibrary(files);
    await reader.scan(sources);
    assert.deepEqual(titles().sort(), ['A', 'B']);
    await reader.touch([`${folder}/drafts/c.md`, `${folder}/drafts`]);
    assert.deepEqual(titles().sort(), ['A', 'B']);
  });

  it('takes no notice of globs that cannot be understood', async () => {
    files.write(`${folder}/a.md`, '# A\n');
    const { reader, titles } = openLibrary(files);
    const [only] = sources.folders;
    await reader.scan({ ...sources, folders: [{ ...only!, include: ['**/*.md', '[z-a]'], exclude: ['[z-a]'] }] });
    assert.deepEqual(titles(), ['A']);
  });

  it('knows all names of many notes before their points', async () => {
    writeMany(files);
    const { reader, titles, points, library } = openLibrary(files);
    await reader.scan(sources);
    assert.equal(titles().length, 200);
    assert.ok(points().length < 200);
    assert.equal(library.find(`${folder}/0/n0.md#note-0`)?.concept.title, 'Note 0');
    await reader.whole();
    assert.equal(points().length, 200);
    assert.deepEqual(reader.progress, { read: 200, all: 200 });
  });

  it('reads first what someone looks at', async () => {
    writeMany(files, 4 * readsAtOnce);
    const { reader, changes } = openLibrary(files);
    await reader.scan(sources);
    const wanted = [1, 2, 3]
      .map((before) => 4 * readsAtOnce - before)
      .map((index) => `${folder}/${index % 7}/n${index}.md`);
    reader.prefer(wanted);
    await reader.whole();
    const order = changes.flatMap(({ changed }) => changed);
    assert.ok(
      wanted.every((uri) => order.indexOf(uri) < 3 + 2 * readsAtOnce),
      'those come behind what was asked for already',
    );
  });

  it('reads all of one note at once where its page needs it', async () => {
    writeMany(files);
    const { reader, library } = openLibrary(files);
    await reader.scan(sources);
    reader.pause();
    await reader.whole();
    const waiting = library.notes().find(({ concepts }) => concepts[0]?.pros.length === 0);
    assert.ok(waiting);
    await reader.settle(waiting.uri);
    assert.equal(library.note(waiting.uri)?.concepts[0]?.pros.length, 1);
  });

  it('keeps all of a note that was read before its names were told', async () => {
    writeMany(files, 1000);
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    // However quick the reader is, others have their turns meanwhile.
    files.delay = async () => {
      for (let turns = 0; turns < 10; turns += 1) await turn();
    };
    const { reader, points, library } = openLibrary(files);
    const early = new Set<string>();
    library.onChange(({ added, changed }) => {
      [...added, ...changed]
        .filter((uri) => library.note(uri)?.concepts[0]?.pros.length)
        .forEach((uri) => early.add(uri));
    });
    let isDone = false as boolean;
    const scan = reader.scan(sources).then(() => (isDone = true));
    const uris = files.uris();
    // Pages ask for their notes at any moment.
    for (let next = 0; !isDone; next += 4) {
      const asked = Array.from({ length: 4 }, (_, index) => uris[((next + index) * 61) % uris.length] ?? '');
      asked.filter((uri) => !early.has(uri)).forEach((uri) => void reader.settle(uri));
      await turn();
    }
    await scan;
    assert.ok(early.size > 0, 'some are read early');
    await reader.whole();
    assert.equal(points().length, 1000);
  }).timeout(20_000);

  it('takes a note in that changes while it waits', async () => {
    writeMany(files);
    const { reader, library } = openLibrary(files);
    await reader.scan(sources);
    const uri = `${folder}/3/n150.md`;
    files.write(uri, cacheNote('Other'));
    await reader.touch([uri]);
    await reader.whole();
    assert.deepEqual(
      library.note(uri)?.concepts.map(({ title, pros }) => [title, pros[0]?.text]),
      [['Other', 'Other is fast']],
    );
  });

  it('takes a thousand changes in as one batch, and keeps what was there until then', async () => {
    writeMany(files, 1000);
    const { reader, changes, points, titles } = openLibrary(files);
    await reader.scan(sources);
    await reader.whole();
    changes.length = 0;
    files.uris().forEach((uri, index) => {
      files.write(uri, cacheNote(`New ${index}`));
    });
    const seen = new Set<number>();
    const watch = reader.touch(files.uris());
    await watch;
    seen.add(points().length);
    await reader.whole();
    seen.add(points().length);
    assert.deepEqual([...seen], [1000]);
    assert.ok(titles().every((title) => title.startsWith('New ')));
    // All at once, but for what is read while others go on.
    assert.ok(changes.length <= Math.ceil(1000 / readsAtOnce), `${changes.length} changes were told`);
  });

  it('takes a renaming in as one change', async () => {
    files.write(`${folder}/a.md`, '# A\n');
    const { reader, changes } = openLibrary(files);
    await reader.scan(sources);
    files.rename(`${folder}/a.md`, `${folder}/b.md`);
    await reader.touch([`${folder}/a.md`, `${folder}/b.md`]);
    assert.deepEqual(changes.at(-1), { added: [`${folder}/b.md`], changed: [], removed: [`${folder}/a.md`] });
  });

  it('takes a folder in that was renamed, and one that became a file', async () => {
    files.write(`${folder}/one/a.md`, '# A\n');
    files.write(`${folder}/two.md/b.md`, '# B\n');
    const { reader, titles, library } = openLibrary(files);
    await reader.scan(sources);
    files.rename(`${folder}/one/a.md`, `${folder}/three/a.md`);
    files.remove(`${folder}/two.md/b.md`);
    files.write(`${folder}/two.md`, '# Two\n');
    await reader.touch([`${folder}/one`, `${folder}/three`, `${folder}/two.md`]);
    assert.deepEqual(titles().sort(), ['A', 'Two']);
    assert.ok(library.note(`${folder}/three/a.md`));
  });

  it('has one note where only the letter case or the normal form of its name changed, and two where there are two', async () => {
    const [upper, lower] = [`${folder}/Note.md`, `${folder}/note.md`];
    const [composed, decomposed] = ['큐', '큐'.normalize('NFD')].map(
      (name) => `${folder}/${encodeURIComponent(name)}.md`,
    );
    for (const [from, to] of [
      [upper, lower],
      [composed!, decomposed!],
    ] as const) {
      const folding = new MemoryFiles(true);
      folding.write(from, '# A\n');
      const { reader, library } = openLibrary(folding);
      await reader.scan(sources);
      folding.rename(from, to);
      await reader.touch([from]);
      await reader.touch([to]);
      assert.deepEqual(
        library.notes().map(({ uri }) => uri),
        [to],
      );
    }
    files.write(upper, '# A\n');
    files.write(lower, '# B\n');
    const { reader, titles } = openLibrary(files);
    await reader.scan(sources);
    await reader.touch([upper, lower]);
    assert.deepEqual(titles().sort(), ['A', 'B']);
  });

  it('keeps notes whose file system does not answer, and has the rest', async () => {
    files.write(`${folder}/a/a.md`, '# A\n');
    files.write(`${folder}/b/b.md`, '# B\n');
    const { reader, titles } = openLibrary(files);
    await reader.scan(sources);
    files.troubles.set(`${folder}/a`, 'list');
    files.write(`${folder}/b/c.md`, '# C\n');
    await reader.scan(sources);
    assert.deepEqual(titles().sort(), ['A', 'B', 'C']);
    files.troubles.set(`${folder}/a`, 'state');
    await reader.touch([`${folder}/a/a.md`]);
    files.troubles.set(`${folder}/a`, 'read');
    await reader.touch([`${folder}/a/a.md`]);
    assert.deepEqual(titles().sort(), ['A', 'B', 'C']);
  });

  it('leaves a note out that cannot be read, and says so', async () => {
    files.write(`${folder}/a.md`, '# A\n');
    files.write(`${folder}/b.md`, '# B\n');
    files.troubles.set(`${folder}/a.md`, 'read');
    const { reader, titles, log, keep } = openLibrary(files);
    await reader.scan(sources);
    assert.deepEqual([titles(), log], [['B'], [`left out ${folder}/a.md`]]);
    for (const again of [[`${folder}/a.md`], []]) {
      const uris = (await keep()).filter((uri) => uri !== `${folder}/b.md`);
      assert.deepEqual(uris, again, 'once more');
      await reader.touch(uris);
    }
    files.troubles.clear();
    await reader.touch([`${folder}/a.md`]);
    assert.deepEqual(titles(), ['A', 'B']);
  });

  it('asks once more for a file that could not be read, and shows it as it was until then', async () => {
    for (const trouble of ['read', 'state'] as const) {
      const uri = `${folder}/a.md`;
      files.write(uri, '# A\n');
      const { reader, titles, log, keep } = openLibrary(files);
      await reader.scan(sources);
      files.troubles.set(uri, trouble);
      files.write(uri, '# B\n');
      await reader.touch([uri]);
      assert.deepEqual([titles(), log], [['A'], trouble === 'read' ? [`not read ${uri}`] : []]);
      files.troubles.clear();
      assert.deepEqual(await keep(), [uri]);
      assert.deepEqual(await keep(), [], 'once');
      await reader.touch([uri]);
      assert.deepEqual(titles(), ['B']);
    }
  });

  it('asks once more for a file that is typed in and did not say that it is gone', async () => {
    const uri = `${folder}/a.md`;
    files.write(uri, '# A\n');
    const { reader, titles, keep } = openLibrary(files);
    await reader.scan(sources);
    files.unsavedTexts.set(uri, '# Typed\n');
    for (const isGone of [false, true]) {
      files.troubles.set(uri, 'state');
      if (isGone) files.remove(uri);
      await reader.touch([uri]);
      assert.deepEqual(titles(), ['Typed']);
      files.troubles.clear();
      assert.deepEqual(await keep(), [uri]);
      await reader.touch([uri]);
    }
    assert.deepEqual([titles(), await keep()], [[], []]);
  });

  it('does not leave a note at its names whose file could not be read for a moment', async () => {
    writeMany(files);
    const { reader, points, keep } = openLibrary(files);
    reader.pause();
    await reader.scan(sources);
    const uri = `${folder}/3/n150.md`;
    files.troubles.set(uri, 'read');
    await reader.touch([uri]);
    reader.resume();
    await reader.whole();
    assert.equal(points().length, 199);
    files.troubles.clear();
    await reader.touch(await keep());
    await reader.whole();
    assert.equal(points().length, 200);
  });

  it('does not read what is far too large, and says so on its first line', async () => {
    files.write(`${folder}/a.md`, new Uint8Array(200 * 1024 * 1024));
    const { reader, library } = openLibrary(files);
    await reader.scan(sources);
    assert.equal(files.asked.read, 0);
    assert.deepEqual(
      library.note(`${folder}/a.md`)?.problems.map(({ line, args }) => ({ line, args })),
      [{ line: 1, args: [200, 16] }],
    );
  });

  it('shows what is typed and not saved', async () => {
    files.write(`${folder}/a.md`, '# A\n');
    files.unsavedTexts.set(`${folder}/a.md`, '# Typed\n');
    const { reader, titles } = openLibrary(files);
    await reader.scan(sources);
    assert.deepEqual(titles(), ['Typed']);
    assert.equal((await reader.source(`${folder}/a.md`))?.text, '# Typed\n');
  });

  it('does nothing more once it is ended', async () => {
    writeMany(files, 400);
    const { reader, changes } = openLibrary(files);
    await reader.scan(sources);
    reader.end();
    const told = changes.length;
    await reader.touch([`${folder}/0/n0.md`]);
    await reader.whole();
    assert.equal(changes.length, told);
  });
});
