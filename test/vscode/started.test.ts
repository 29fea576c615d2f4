import { assert } from 'chai';
import * as vscode from 'vscode';
import { extension } from './fixture.js';

describe('The extension, before and after its first command', () => {
  it('is not started by notes that are opened, changed and saved, but by the command', async () => {
    // The suites before this one have done all of that.
    assert.isFalse(extension().isActive);
    await vscode.commands.executeCommand('yojeom.resumeReading');
    assert.isTrue(extension().isActive);
  });
});
