import { assert } from 'chai';
import { FaultyNotes } from './faultyNotes.js';
import { inWorkspace, remove, until, write } from './fixture.js';

describe('A folder of notes that is a link', () => {
  let faulty: FaultyNotes;
  const titles = (): string[] => faulty.titles();

  beforeEach(() => {
    faulty = new FaultyNotes();
  });

  afterEach(async () => {
    await faulty.end();
  });

  it('is read again when it was removed and is made again', async () => {
    await faulty.setFolders('yojeomfault:/notes');
    faulty.files.put('/real/a.md', '# Alpha\n');
    faulty.files.put('/more/b.md', '# Beta\n');
    faulty.files.link('/notes', '/real');
    await faulty.open();
    assert.deepEqual(titles(), ['Alpha']);
    faulty.files.drop('/notes');
    await until(titles, (found) => found.length === 0);
    faulty.files.link('/notes', '/real');
    await until(titles, (found) => found.join() === 'Alpha');
    faulty.files.link('/notes', '/more');
    await until(titles, (found) => found.join() === 'Beta');
    assert.isEmpty(faulty.log);
  });

  it('is read again on a disk too', async function () {
    const { process } = globalThis as { process?: Partial<NodeJS.Process> };
    const fs = process?.getBuiltinModule?.('node:fs');
    if (!fs || inWorkspace('other').scheme !== 'file') {
      this.skip();
    }
    await write(inWorkspace('other', 'a.md'), '# Alpha\n');
    const link = inWorkspace('linked').fsPath;
    const make = (): void => fs.symlinkSync(inWorkspace('other').fsPath, link, 'dir');
    make();
    await faulty.setFolders('linked');
    try {
      const notes = await faulty.open();
      assert.deepEqual(titles(), ['Alpha']);
      fs.unlinkSync(link);
      await until(titles, (found) => found.length === 0);
      assert.lengthOf(notes.complaints(), 1);
      make();
      await until(titles, (found) => found.join() === 'Alpha');
      assert.isEmpty(notes.complaints());
    } finally {
      fs.rmSync(link, { force: true });
      await remove(inWorkspace('other'));
    }
  });
});
