import { assert } from 'chai';
import * as vscode from 'vscode';
import { activateAgain, type Activated } from './activated.js';
import { ApiLedger } from './apiLedger.js';
import { FaultyFileSystem } from './faultyFileSystem.js';
import { pause } from './faultyNotes.js';
import { extension, inWorkspace, queueNote, remove, set, until, write } from './fixture.js';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: boolean | 'limited';
      readonly restrictedConfigurations: string[];
    };
    readonly virtualWorkspaces: boolean;
  };
  readonly contributes: Readonly<Record<string, unknown>>;
}

describe('The extension, unused', () => {
  /** The manifest as it is written: the editor adds events to it that follow from the rest. */
  let written: Manifest;

  before(async () => {
    const file = vscode.Uri.joinPath(extension().extensionUri, 'package.json');
    written = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as Manifest;
  });

  // A later suite looks again, when much more has happened.
  it('is not started by a window, nor by a note that is opened', async () => {
    assert.isFalse(extension().isActive);
    await write(inWorkspace('notes', 'queue.md'), queueNote);
    const document = await vscode.workspace.openTextDocument(inWorkspace('notes', 'queue.md'));
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'markdown');
    // What starts extensions for a language is told of the document after it is there.
    await pause(500);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove(inWorkspace('notes'));
    assert.isFalse(extension().isActive);
  });

  it('is started by its page, its views and its commands alone', () => {
    assert.deepEqual(written.activationEvents, ['onWebviewPanel:yojeom.page']);
    const all = (extension().packageJSON as Manifest).activationEvents;
    assert.isEmpty(all.filter((event) => !/^on(?:Command|View|WebviewPanel):yojeom\./u.test(event)));
    // Others, such as languages, start an extension too without an event of their own.
    assert.sameMembers(Object.keys(written.contributes), [
      ...['viewsContainers', 'views', 'viewsWelcome', 'commands', 'menus', 'keybindings', 'configuration'],
    ]);
  });

  it('says that it works in any workspace, and which settings do not count in one that is not trusted', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = written.capabilities;
    assert.isTrue(virtualWorkspaces);
    // Of an extension that is said to need no trust at all, the editor has all settings count.
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.sameMembers(untrustedWorkspaces.restrictedConfigurations, [
      ...['yojeom.folders', 'yojeom.include', 'yojeom.exclude'],
    ]);
  });

  describe('once it is started', () => {
    let files: FaultyFileSystem;
    let ledger: ApiLedger;
    let started: Activated;

    beforeEach(async () => {
      files = new FaultyFileSystem('yojeomunused');
      files.put('/notes/queue.md', queueNote);
      await set('bundledNotes', 'never');
      await set('folders', ['yojeomunused:/notes']);
      ledger = new ApiLedger();
      started = activateAgain(ledger, files.uri('/storage'));
    });

    afterEach(async () => {
      started.dispose();
      ledger.dispose();
      files.dispose();
      await Promise.all(['folders', 'bundledNotes'].map((name) => set(name, undefined)));
    });

    it('watches nothing, asks for no file and has nothing in mind, until a view asks for rows', async () => {
      assert.isEmpty(ledger.timers(0, Infinity));
      // Settings and notes that change are no reason to begin.
      files.put('/notes/heap.md', '# Heap\n');
      await set('exclude', ['drafts/**']);
      await pause(200);
      await set('exclude', undefined);
      const taken = (): string[] => [...ledger.taken.keys()].filter((what) => /Watcher|Progress/u.test(what));
      assert.isEmpty(ledger.timers(0, Infinity));
      assert.isEmpty(taken());
      assert.isEmpty(ledger.asked);
      assert.isEmpty(files.asked);
      assert.isEmpty(files.watched);
      assert.isNotEmpty(await started.tree.getChildren());
      assert.sameMembers(taken(), ['workspace.createFileSystemWatcher', 'window.withProgress']);
      assert.includeMembers(
        ledger.asked.map(({ what }) => what),
        ['fs.readDirectory', 'fs.readFile'],
      );
      assert.equal(files.count('read', '/notes'), 2);
      await until(
        () => files.watched,
        (watched) => watched.includes('/notes'),
      );
    });
  });
});
