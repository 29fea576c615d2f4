import { assert } from 'chai';
import * as vscode from 'vscode';
import { inWorkspace, remove, until, write } from './fixture.js';

describe('Problems of notes', () => {
  const uri = inWorkspace('notes', 'broken.md');

  after(() => remove(inWorkspace('notes')));

  it('stand on their lines, and go when they are mended', async () => {
    await write(uri, '---\ntitle: "open\ntags: [a\n---\n# Still read\n');
    await vscode.commands.executeCommand('yojeom.refresh');
    const [problem] = await until(
      () => vscode.languages.getDiagnostics(uri),
      (found) => found.length > 0,
    );
    assert.equal(problem?.source, 'Yojeom');
    assert.isAtLeast(problem?.range.start.line ?? -1, 1);
    assert.isAtMost(problem?.range.start.line ?? 9, 3);
    await write(uri, '---\ntitle: closed\n---\n# Still read\n');
    await until(
      () => vscode.languages.getDiagnostics(uri),
      (found) => found.length === 0,
    );
  });
});
