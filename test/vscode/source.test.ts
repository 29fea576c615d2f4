import { assert } from 'chai';
import * as vscode from 'vscode';
import { setTask } from '../../src/vscode/source/setTask.js';
import { inWorkspace, remove, write } from './fixture.js';

describe('What is written to a note', () => {
  const uri = inWorkspace('notes', 'task.md');
  const bytes = (): Thenable<Uint8Array> => vscode.workspace.fs.readFile(uri);

  afterEach(() => remove(inWorkspace('notes')));

  it('is the mark of a task', async () => {
    await write(uri, '# Queue\n\n- [ ] read\n');
    assert.isTrue(await setTask(uri.toString(), 3, true));
    assert.equal(new TextDecoder().decode(await bytes()), '# Queue\n\n- [x] read\n');
  });

  it('is nothing where the editor misreads the note, for saving it would destroy it', async () => {
    // `# 큐`, and a task `장점`, in CP949.
    const korean = Uint8Array.of(
      ...[0x23, 0x20, 0xc5, 0xa5, 0x0a, 0x2d, 0x20, 0x5b, 0x20, 0x5d, 0x20],
      0xc0,
      0xe5,
      0xc1,
      0xa1,
      0x0a,
    );
    await write(uri, korean);
    assert.isFalse(await setTask(uri.toString(), 2, true));
    assert.deepEqual([...(await bytes())], [...korean]);
  });
});
