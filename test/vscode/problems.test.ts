import { assert } from 'chai';
import * as vscode from 'vscode';
import { inWorkspace, remove, until, write } from './fixture.js';

describe('Problems of notes', () => {
  const uri = inWorkspace('notes', 'broken.md');
  const other = inWorkspace('notes', 'other.md');

  const lines = (): number[] => vscode.languages.getDiagnostics(uri).map(({ range }) => range.start.line + 1);
  const show = async (): Promise<void> => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  };

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove(inWorkspace('notes'));
  });

  it('stand on their lines while their note is open, and go when they are mended', async () => {
    await write(uri, '---\ntitle: "open\ntags: [a\n---\n# Still read\n');
    await vscode.commands.executeCommand('yojeom.refresh');
    assert.deepEqual(lines(), []);
    await show();
    await until(lines, (found) => found.length > 0);
    const [problem] = vscode.languages.getDiagnostics(uri);
    assert.equal(problem?.source, 'Yojeom');
    assert.isAtLeast(problem?.range.start.line ?? -1, 1);
    assert.isAtMost(problem?.range.start.line ?? 9, 3);
    await write(uri, '---\ntitle: closed\n---\n# Still read\n');
    await until(lines, (found) => found.length === 0);
  });

  it('are labels without points and links that lead nowhere, until what they name is there', async () => {
    await write(uri, '# A\n\n## 장점\n\n## B\n\n[[other]] [x](other.md) [y](./picture%201.png)\n');
    await write(inWorkspace('notes', 'picture 1.png'), 'x');
    await vscode.commands.executeCommand('yojeom.refresh');
    await show();
    await until(lines, (found) => found.join() === '3,7,7');
    await write(other, '# Other\n');
    await until(lines, (found) => found.join() === '3');
  });
});
