import { assert } from 'chai';
import * as vscode from 'vscode';
import { FaultyFileSystem } from './faultyFileSystem.js';
import { pause } from './faultyNotes.js';
import { extension, inWorkspace, queueNote, remove, set, until, write } from './fixture.js';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly when?: string }[];
  };
}

const manifest = (): Manifest => extension().packageJSON as Manifest;

describe('The extension', () => {
  it('runs in the host that this suite is for', () => {
    const hasProcess = 'process' in globalThis && 'versions' in process && 'node' in process.versions;
    assert.equal('importScripts' in globalThis, !hasProcess);
  });

  it('reads nothing, though it runs, until a command needs the notes', async () => {
    const files = new FaultyFileSystem('yojeomfirst');
    files.put('/notes/queue.md', queueNote);
    await set('bundledNotes', 'never');
    await set('folders', ['yojeomfirst:/notes']);
    try {
      await vscode.commands.executeCommand('yojeom.resumeReading');
      assert.isTrue(extension().isActive);
      // Long enough for the folder to be listed, if the settings were a reason.
      await pause(500);
      assert.isEmpty(files.asked);
      assert.isEmpty(files.watched);
      await vscode.commands.executeCommand('yojeom.refresh');
      assert.equal(files.count('read', '/notes'), 1);
      await until(
        () => files.watched,
        (watched) => watched.includes('/notes'),
      );
    } finally {
      await Promise.all(['folders', 'bundledNotes'].map((name) => set(name, undefined)));
      files.dispose();
    }
  });

  it('has a thread read many files of this machine, in the Node host', async function () {
    const { process } = globalThis as { process?: Partial<NodeJS.Process> };
    if (!process?.versions?.node) {
      this.skip();
    }
    let threads = 0;
    const count = (): unknown => (threads += 1);
    process.on?.('worker', count);
    try {
      const names = Array.from({ length: 70 }, (_, index) => `n${index}.md`);
      await Promise.all(names.map((name) => write(inWorkspace('notes', name), queueNote)));
      await vscode.commands.executeCommand('yojeom.refresh');
      assert.equal(threads, 1);
    } finally {
      process.off?.('worker', count);
      await remove(inWorkspace('notes'));
      await vscode.commands.executeCommand('yojeom.refresh');
    }
  });

  it('answers every command that it declares', async () => {
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const dead = manifest().contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(dead, []);
  });

  it('has keys that nothing else has by default, but for those of its open search and its page', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const keys = manifest().contributes.keybindings.filter(({ when = '' }) => !/yojeom\.(?:searchIs|page)/u.test(when));
    assert.sameMembers(
      keys.map(({ command }) => command),
      ['yojeom.search', 'yojeom.lookUp'],
    );
    for (const { command, key } of keys) {
      const rows = text.split('\n').filter((row) => row.includes(`"key": "${key}"`));
      assert.lengthOf(rows, 1, `rows with ${key}`);
      const index = text.indexOf(`"key": "${key}"`);
      assert.include(text.slice(index, index + 200), `"command": "${command}"`);
    }
  });

  it('says what to do when a command has no concept to act on', async () => {
    // Nobody answers the message; the command must come back all the same.
    await vscode.commands.executeCommand('yojeom.copyMarkdown', { nonsense: true });
    await vscode.commands.executeCommand('yojeom.openSource', 'no such id');
  });
});
