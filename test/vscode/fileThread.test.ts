import type { Worker } from 'node:worker_threads';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { WorkspaceFiles } from '../../src/vscode/notes/workspaceFiles.js';
import type { Platform } from '../../src/vscode/platform.js';
import { FaultyNotes } from './faultyNotes.js';
import { extension, inWorkspace, remove, set, until, write } from './fixture.js';

/** So many notes that their names come first. */
const count = 300;

describe('Many notes on this machine, in the Node host', () => {
  const { process } = globalThis as { process?: Partial<NodeJS.Process> };
  const uris = Array.from({ length: count }, (_, index) => inWorkspace('notes', `노트 ${index} #50%.md`));
  const titles = uris.map((_, index) => `T${index}`).sort();
  /** Threads that were started and run. */
  const alive = new Set<Worker>();
  let started = 0;
  let onStart: (worker: Worker) => void = () => undefined;
  const onWorker = (worker: Worker): void => {
    alive.add(worker);
    started += 1;
    worker.on('exit', () => alive.delete(worker));
    onStart(worker);
  };

  before(async function () {
    if (!process?.versions) {
      this.skip();
    }
    await Promise.all(uris.map((uri, index) => write(uri, `# T${index}\n\n## Pros\n\n- fast\n`)));
    process.on?.('worker', onWorker);
  });

  beforeEach(() => {
    started = 0;
    onStart = () => undefined;
  });

  after(async () => {
    process?.off?.('worker', onWorker);
    await Promise.all(['folders', 'bundledNotes'].map((name) => set(name, undefined)));
    await Promise.all(['notes', 'storage'].map((folder) => remove(inWorkspace(folder))));
  });

  /** What hastens files as the extension does. The web host has nothing of what it needs, so that it is loaded here. */
  async function hastener(): Promise<NonNullable<Platform['hastened']>> {
    const { ThreadFiles } = await import('../../src/node/threadFiles.js');
    const script = vscode.Uri.joinPath(extension().extensionUri, 'dist', 'fileWorker.cjs').fsPath;
    return (files) => new ThreadFiles(files, script);
  }

  /** Opens a window with the notes, and closes it. */
  async function opened(check: (notes: FaultyNotes) => Promise<void>): Promise<void> {
    const notes = new FaultyNotes();
    try {
      notes.hastened = await hastener();
      await notes.setFolders(inWorkspace('notes').toString());
      await notes.open();
      await check(notes);
    } finally {
      notes.close();
      notes.files.dispose();
    }
  }

  const pros = ({ notes }: FaultyNotes): string[] =>
    notes.library.concepts().flatMap(({ concept }) => concept.pros.map(({ text }) => text));

  it('are read by a thread, at a second start too, and none is left behind', async () => {
    await opened(async (notes) => {
      assert.sameMembers(notes.titles(), titles);
      assert.lengthOf(pros(notes), count);
      assert.equal(started, 1);
      await notes.reopen();
      assert.sameMembers(notes.titles(), titles);
      assert.equal(started, 2);
      assert.isEmpty(notes.log);
    });
    await until(
      () => alive.size,
      (size) => size === 0,
    );
  });

  it('have the very times and sizes that the editor gives', async () => {
    const files = new WorkspaceFiles();
    const thread = (await hastener())(files);
    const some = uris.slice(0, 50).map(String);
    const byThread = await Promise.all(some.map((uri) => thread.state(uri)));
    assert.equal(started, 1);
    thread.dispose();
    assert.deepEqual(byThread, await Promise.all(some.map((uri) => files.state(uri))));
  });

  it('are all there when the thread dies again and again', async () => {
    // After its first answer, others being under way.
    onStart = (worker) => worker.once('message', () => void worker.terminate());
    await remove(inWorkspace('storage'));
    await opened(async (notes) => {
      assert.sameMembers(notes.titles(), titles);
      assert.lengthOf(pros(notes), count);
      await notes.notes.refresh();
      await notes.notes.whole();
      assert.sameMembers(notes.titles(), titles);
      assert.isAbove(started, 1);
      assert.isEmpty(notes.log);
    });
  });
});
