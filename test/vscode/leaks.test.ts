import { assert } from 'chai';
import * as vscode from 'vscode';
import { Library } from '../../src/core/library/library.js';
import { activateAgain } from './activated.js';
import { ApiLedger, isOurs } from './apiLedger.js';
import { FaultyFileSystem } from './faultyFileSystem.js';
import { pause } from './faultyNotes.js';
import { inWorkspace, remove, set, until } from './fixture.js';

const times = 50;

/** After what the extension is ended. */
const stages = ['made', 'asked', 'read', 'changed', 'typed', 'searched', 'shown'] as const;

/** Frees all memory that can be freed, in a host that lets one, and says how much is left. */
async function heapAfterCollection(): Promise<number | undefined> {
  const { process } = globalThis as { process?: Partial<NodeJS.Process> };
  const [v8, vm] = [process?.getBuiltinModule?.('node:v8'), process?.getBuiltinModule?.('node:vm')];
  if (!v8 || !vm) {
    return undefined;
  }
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round += 1) {
    await pause(20);
    collect();
  }
  return process?.memoryUsage?.().heapUsed;
}

/** Counts the listeners of all libraries, which are forgotten otherwise. */
class LibraryWatch implements vscode.Disposable {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with the library that it belongs to
  readonly #before = Library.prototype.onChange;
  readonly #libraries = new Map<WeakRef<Library>, number>();

  constructor() {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the function below has its own
    const watch = this;
    Library.prototype.onChange = function (this: Library, listener) {
      const ref = [...watch.#libraries.keys()].find((one) => one.deref() === this) ?? new WeakRef(this);
      const count = (more: number): unknown => watch.#libraries.set(ref, (watch.#libraries.get(ref) ?? 0) + more);
      const end = watch.#before.call(this, listener);
      count(1);
      return () => {
        count(-1);
        end();
      };
    };
  }

  /** How many listeners there are. */
  get listeners(): number {
    return [...this.#libraries.values()].reduce((sum, count) => sum + count, 0);
  }

  /** How many libraries are in memory. */
  get alive(): number {
    return [...this.#libraries.keys()].filter((ref) => ref.deref()).length;
  }

  dispose(): void {
    Library.prototype.onChange = this.#before;
  }
}

describe('The extension, when it ends', () => {
  let files: FaultyFileSystem;
  let ledger: ApiLedger;
  let libraries: LibraryWatch;
  let document: vscode.TextDocument;
  const failures: string[] = [];
  const onFailure = (reason: unknown): void => {
    const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    if (text.split('\n').some(isOurs)) {
      failures.push(text);
    }
  };

  before(async () => {
    files = new FaultyFileSystem('yojeomleaks');
    await set('bundledNotes', 'never');
    await set('folders', ['yojeomleaks:/notes']);
    for (let index = 0; index < 80; index += 1) {
      files.put(`/notes/n${index}.md`, `# T${index}\n\n## Pros\n- good\n\n[[T${index + 1}|next]]\n`);
    }
    document = await vscode.workspace.openTextDocument(files.uri('/notes/n0.md'));
    ledger = new ApiLedger();
    libraries = new LibraryWatch();
    const host = globalThis as { process?: Partial<NodeJS.Process>; addEventListener?: typeof addEventListener };
    host.process?.on?.('unhandledRejection', onFailure);
    host.addEventListener?.('unhandledrejection', ({ reason }) => onFailure(reason));
  });

  after(async () => {
    ledger.dispose();
    libraries.dispose();
    const { process } = globalThis as { process?: Partial<NodeJS.Process> };
    process?.off?.('unhandledRejection', onFailure);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    files.dispose();
    await Promise.all(['folders', 'bundledNotes'].map((name) => set(name, undefined)));
    await remove(inWorkspace('storage'));
  });

  async function bringTo(stage: (typeof stages)[number], round: number): Promise<void> {
    if (stage === 'changed') {
      files.put('/notes/n1.md', `# Changed ${round}\n`);
      await pause(60);
    } else if (stage === 'typed') {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 2), `${round} `);
      await vscode.workspace.applyEdit(edit);
    } else if (stage === 'searched') {
      void vscode.commands.executeCommand('yojeom.search.again', 'T');
      await until(
        () => ledger.open(),
        (open) => open.includes('window.createQuickPick'),
      );
    } else if (stage === 'shown') {
      const id = `${files.uri('/notes/n2.md').toString()}#t2`;
      await vscode.commands.executeCommand('yojeom.openConcept.again', id, true);
      assert.include(ledger.open(), 'window.createWebviewPanel');
    }
  }

  /** Starts the extension as an editor does, brings it to a stage, and ends it there. */
  async function live(stage: (typeof stages)[number], round: number): Promise<void> {
    const started = activateAgain(ledger, inWorkspace('storage'));
    const { tree } = started;
    if (stage === 'asked') {
      void tree.getChildren();
    } else if (stage !== 'made') {
      const [topic] = await tree.getChildren();
      assert.isNotEmpty(topic && (await tree.getChildren(topic)));
      await bringTo(stage, round);
    }
    started.dispose();
    // Those that wait for a turn, which is less, or for a file system, which is more, end by themselves. A search ends when
    // the editor tells that it is hidden.
    assert.deepEqual(stage === 'searched' ? [] : ledger.timers(40, 3_000), [], stage);
    if (stage === 'made') {
      // A view may ask after the end.
      assert.isEmpty(await tree.getChildren());
    }
  }

  it(`gives back all that it took, ${times} times`, async function () {
    this.timeout(60_000);
    const heaps: (number | undefined)[] = [];
    for (let round = 0; round < times; round += 1) {
      await live(stages[round % stages.length] ?? 'made', round);
      if (round === 13) {
        heaps.push(await heapAfterCollection());
      }
    }
    await until(
      () => ledger.open(),
      (open) => open.length === 0,
    );
    assert.equal(libraries.listeners, 0);
    assert.isEmpty(failures);
    for (const what of [
      ...['workspace.createFileSystemWatcher', 'workspace.onDidChangeTextDocument', 'window.createTreeView'],
      ...['languages.createDiagnosticCollection', 'commands.registerCommand', 'setTimeout', 'window.withProgress'],
    ]) {
      // Where nothing is read, nothing is watched and nothing is shown to be under way.
      const isOfReading = /Watcher|Progress/u.test(what);
      assert.isAtLeast(ledger.taken.get(what) ?? 0, isOfReading ? times / 2 : times, what);
    }
    heaps.push(await heapAfterCollection());
    const [early, late] = heaps;
    if (early !== undefined && late !== undefined) {
      // The last may still be held by what the editor has under way.
      assert.isAtMost(libraries.alive, 1);
      assert.isBelow(late - early, 16_000_000);
    }
  });
});
