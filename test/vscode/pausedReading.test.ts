import { assert } from 'chai';
import * as vscode from 'vscode';
import { registerReadingCommands } from '../../src/vscode/notes/readingCommands.js';
import type { WorkspaceNotes } from '../../src/vscode/notes/notes.js';
import { showConceptTree } from '../../src/vscode/tree/conceptTree.js';
import { ApiLedger } from './apiLedger.js';
import { FaultyNotes, pause } from './faultyNotes.js';
import { until } from './fixture.js';

/** Of a library this large, how far its reading is, is said. */
const all = 600;

describe('The reading of many notes on a slow file system', () => {
  let faulty: FaultyNotes;
  let notes: WorkspaceNotes;
  let ledger: ApiLedger;
  let parts: vscode.Disposable;
  /** Lets those answer that were asked for their text. */
  const waiting: (() => void)[] = [];

  const answer = (): void => {
    waiting.splice(0).forEach((one) => {
      one();
    });
  };

  /** Lets files answer until something is so. */
  const answerUntil = (isSo: () => boolean): Promise<boolean> =>
    until(() => {
      answer();
      return isSo();
    }, Boolean);

  /** Lets files answer until something has come to its end. */
  const answerDuring = async (task: Promise<void>): Promise<void> => {
    let hasEnded = false;
    const ended = task.then(() => {
      hasEnded = true;
    });
    await answerUntil(() => hasEnded);
    await ended;
  };

  /** Waits until nothing has been asked for during some looks. */
  const untilQuiet = async (atEachLook: () => void): Promise<void> => {
    let looks = 0;
    let known = -1;
    await until(() => {
      atEachLook();
      looks = askedFor().length === known ? looks + 1 : 0;
      known = askedFor().length;
      return looks === 10;
    }, Boolean);
  };

  const message = (): string =>
    (ledger.made.get('window.createTreeView') as { readonly message?: string }).message ?? '';
  const isShownToGoOn = (): boolean => ledger.open().includes('window.withProgress');
  const points = (): number => notes.library.concepts().flatMap(({ concept }) => concept.pros).length;
  const askedFor = (): string[] => faulty.files.asked.map(({ path }) => path);
  const run = (name: string): Thenable<unknown> => vscode.commands.executeCommand(`yojeom.${name}.again`);
  const put = (pros: string): void => {
    for (let index = 0; index < all; index += 1) {
      faulty.files.put(`/notes/n${index}.md`, `# T${index}\n\n## Pros\n${pros}`);
    }
  };

  beforeEach(async () => {
    faulty = new FaultyNotes();
    await faulty.setFolders('yojeomfault:/notes');
    put('- good\n');
    await faulty.open();
    await faulty.notes.keep();
    faulty.close();
    // What is known of them from before is there at once; all of them are to be read again.
    put('- good\n- better\n');
    faulty.files.trouble = ({ operation }) =>
      operation === 'read' ? new Promise((resolve) => waiting.push(resolve)) : undefined;
    faulty.files.asked = [];
    ledger = new ApiLedger();
    notes = faulty.make();
    parts = vscode.Disposable.from(showConceptTree(notes), registerReadingCommands(notes));
    await notes.ready();
  });

  afterEach(async () => {
    answer();
    parts.dispose();
    ledger.dispose();
    await faulty.end();
  });

  it('says how far it is, and reads no more while it is paused, but what someone looks at or changes', async () => {
    assert.lengthOf(faulty.titles(), all);
    assert.equal(points(), all);
    assert.equal(message(), `Reading notes: 0 of ${all}`);
    assert.isTrue(isShownToGoOn());
    await answerUntil(() => notes.progress.read > 0);
    assert.match(message(), new RegExp(`^Reading notes: [1-9]\\d+ of ${all}$`, 'u'));

    await run('pauseReading');
    assert.match(message(), /^Reading is paused/u);
    await answerDuring(notes.whole());
    await until(isShownToGoOn, (isShown) => !isShown);
    await untilQuiet(answer);
    const { read } = notes.progress;
    assert.isBelow(read, all);
    assert.equal(
      message(),
      `Reading is paused: of ${all} notes, ${all - read} are shown by their headings only, or as they were read last time.`,
    );
    assert.equal(points(), all + read);
    // However long one waits.
    await pause(300);
    await untilQuiet(answer);
    assert.deepEqual(notes.progress, { read, all });
    assert.equal(points(), all + read);

    const last = `${faulty.files.uri(`/notes/n${all - 1}.md`).toString()}#t${all - 1}`;
    assert.lengthOf(notes.library.find(last)?.concept.pros ?? [], 1);
    await answerDuring(notes.settle(last));
    assert.lengthOf(notes.library.find(last)?.concept.pros ?? [], 2);
    faulty.files.put('/notes/new.md', '# New\n');
    await answerUntil(() => faulty.titles().includes('New'));
    assert.deepEqual(notes.progress, { read: read + 2, all: all + 1 });
    assert.match(message(), /^Reading is paused/u);

    await run('resumeReading');
    assert.match(message(), /^Reading notes: /u);
    assert.isTrue(isShownToGoOn());
    await answerDuring(notes.whole());
    assert.deepEqual(notes.progress, { read: all + 1, all: all + 1 });
    assert.equal(points(), 2 * all);
    assert.equal(message(), '');
    await until(isShownToGoOn, (isShown) => !isShown);
  });

  it('asks for no further file once it is paused', async () => {
    await answerUntil(() => notes.progress.read > 0);
    // What is on its way to the file system was asked for before.
    await untilQuiet(() => undefined);
    const before = new Set(askedFor());
    assert.isBelow(before.size, all);
    await run('pauseReading');
    await untilQuiet(answer);
    assert.isEmpty(askedFor().filter((path) => !before.has(path)));
  });
});
