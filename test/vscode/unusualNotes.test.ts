import { assert } from 'chai';
import * as vscode from 'vscode';
import { Slices } from '../../src/core/slices.js';
import { showNoteProblems } from '../../src/vscode/problems/noteProblems.js';
import { ConceptTreeProvider } from '../../src/vscode/tree/treeProvider.js';
import { treeItem } from '../../src/vscode/tree/treeItems.js';
import { FaultyNotes, pause } from './faultyNotes.js';
import { until } from './fixture.js';

/** `# 큐` and a line of Korean in CP949. */
const cp949 = Uint8Array.of(
  0x23,
  0x20,
  0xc5,
  0xa5,
  0x0a,
  0x0a,
  0xb8,
  0xd5,
  0xc0,
  0xfa,
  0x20,
  0xb3,
  0xaa,
  0xb0,
  0xa3,
  0xb4,
  0xd9,
  0x2e,
  0x0a,
);

/** The bytes of a text in UTF-16, with or without a byte order mark. */
function utf16(text: string, hasMark: boolean): Uint8Array {
  const units = Uint16Array.from(`${hasMark ? '\uFEFF' : ''}${text}`, (unit) => unit.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

describe('Unusual notes', () => {
  let faulty: FaultyNotes;

  beforeEach(async () => {
    faulty = new FaultyNotes();
    await faulty.setFolders('yojeomfault:/notes');
  });

  afterEach(async () => {
    await faulty.end();
  });

  it('of 200 MB are not read, and say so', async () => {
    faulty.files.put('/notes/large.md', '# Large\n');
    faulty.files.sizes.set('/notes/large.md', 200 * 1024 * 1024);
    faulty.files.put('/notes/small.md', '# Small\n');
    const notes = await faulty.open();
    assert.deepEqual(faulty.titles(), ['Small']);
    assert.equal(faulty.files.count('read', '/notes/large.md'), 0);
    const [large] = notes.library.notes();
    assert.include(large?.uri, 'large.md');
    assert.deepEqual(large?.problems[0]?.args, [200, 16]);
  });

  it('of 200 MB have their problem shown, although no editor opens them, until they are smaller', async () => {
    const large = faulty.files.uri('/notes/large.md');
    faulty.files.put('/notes/large.md', '# Large\n');
    faulty.files.sizes.set('/notes/large.md', 200 * 1024 * 1024);
    const notes = faulty.make();
    const shown = showNoteProblems(notes);
    const messages = (): string[] => vscode.languages.getDiagnostics(large).map(({ message }) => message);
    await notes.whole();
    await until(messages, (found) => found.length === 1);
    assert.include(messages()[0], '200 MB');
    faulty.files.sizes.clear();
    faulty.files.put('/notes/large.md', '# Small\n');
    await until(messages, (found) => found.length === 0);
    shown.dispose();
  });

  it('of 100,000 headings are read to the end, in steps that let others have their turn', async function () {
    this.timeout(60_000);
    let [turns, time] = [0, 0];
    // By this clock a slice is over after some looks at it, so that the turns count where the work can be left.
    faulty.slices = new Slices(
      () => ((turns += 1) % 1000 === 0 ? pause(0) : Promise.resolve()),
      () => (time += 0.5),
    );
    const headings = Array.from({ length: 100_000 }, (_, index) => `## H${index}\n`).join('\n');
    faulty.files.put('/notes/long.md', `# Long\n\n${headings}`);
    faulty.files.put('/notes/short.md', '# Short\n');
    const notes = await faulty.open();
    const [long, short, ...others] = notes.library.notes();
    assert.isEmpty(others);
    assert.lengthOf(short?.concepts ?? [], 1);
    assert.lengthOf(long?.concepts ?? [], 100_001);
    assert.deepEqual(
      [0, 1, 2, 50_000, 100_000].map((index) => long?.concepts[index]?.title),
      ['Long', 'H0', 'H1', 'H49999', 'H99999'],
    );
    assert.isEmpty(long?.problems);
    assert.isAbove(turns, 10_000);
  });

  it('of 5,000 concepts in one topic are a tree of few rows each', async () => {
    for (let index = 0; index < 100; index += 1) {
      const concepts = Array.from({ length: 50 }, (_, place) => `# C${index}.${place}\n`).join('\n');
      faulty.files.put(`/notes/n${index}.md`, concepts);
    }
    const notes = await faulty.open();
    const provider = new ConceptTreeProvider(notes);
    const [topic, ...others] = await provider.getChildren();
    assert.isEmpty(others);
    const groups = await provider.getChildren(topic);
    assert.isAtMost(groups.length, 50);
    const rows = await Promise.all(groups.map((group) => provider.getChildren(group)));
    assert.isAtMost(Math.max(...rows.map(({ length }) => length)), 300);
    assert.lengthOf(new Set(rows.flat().map((row) => treeItem(row, true).id)), 5000);
    assert.deepEqual(
      rows.flat().map((row) => treeItem(row, true).label),
      faulty.titles(),
    );
    provider.dispose();
  });

  it('in CP949 and UTF-16 are read as what they are', async () => {
    faulty.files.put('/notes/a.md', cp949);
    faulty.files.put('/notes/b.md', utf16('# 스택\n\n나중 먼저.\n', true));
    faulty.files.put('/notes/c.md', utf16('# 힙 heap\n', false));
    const notes = await faulty.open();
    assert.deepEqual(faulty.titles(), ['큐', '스택', '힙 heap']);
    assert.include(notes.library.concepts()[0]?.concept.gist, '먼저 나간다');
    assert.isEmpty(notes.library.notes().flatMap(({ problems }) => problems));
  });

  it('are read anew in the encoding that the user sets', async () => {
    // By chance a letter in UTF-8 too, so that only the setting tells.
    faulty.files.put('/notes/a.md', Uint8Array.of(0x23, 0x20, 0xc5, 0xa5, 0x0a));
    await faulty.open();
    assert.deepEqual(faulty.titles(), ['ť']);
    const settings = vscode.workspace.getConfiguration('files');
    const target = vscode.ConfigurationTarget.Workspace;
    try {
      await settings.update('encoding', 'euckr', target);
      await until(faulty.titles, (found) => found.join() === '큐');
    } finally {
      await settings.update('encoding', undefined, target);
    }
  });
});
