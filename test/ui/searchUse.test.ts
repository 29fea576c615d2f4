import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { SearchList } from './searchList.js';
import { searchNotes } from './searchNotes.js';
import { closeStage, openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.js';

describe('The search, beyond its rows', () => {
  let workbench: Workbench;
  let list: SearchList;
  let notes: NotesFolder;
  const open = async (options: WorkbenchOptions = {}): Promise<void> => {
    workbench = await openWorkbench({ folder: notes.folder, ...options });
    list = new SearchList(workbench);
    await workbench.openView();
    await workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'Cloud' }).waitFor();
    await list.forget();
    await list.open();
  };
  const heading = (text: string) => workbench.webview().locator('h1', { hasText: text });

  beforeEach(() => {
    notes = notesFolder(searchNotes);
  });

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  const titles = [
    '컨테이너(Container)',
    'Infrastructure as Code',
    'Circuit Breaker',
    '큐(Queue)',
    'Deque',
    'Queue worker',
  ];
  const rest = (...shown: string[]): string[] => ['— Concepts', ...titles.filter((title) => !shown.includes(title))];
  const treeRow = (text: string) => workbench.page.locator('.pane-body .monaco-list-row', { hasText: text });
  const firstLabel = async (): Promise<string | undefined> => (await list.rows())[0]?.label;

  it('begins with what was pinned, until the pin is taken away', async () => {
    await open();
    await becomes(() => list.outline(), rest());
    await list.pressButton('Deque', 'pin');
    await becomes(() => list.outline(), ['— Pinned', 'Deque', ...rest('Deque')]);
    await list.close();
    await list.open();
    await becomes(() => list.outline(), ['— Pinned', 'Deque', ...rest('Deque')]);
    await list.pressButton('Deque', 'pinned');
    await becomes(() => list.outline(), rest());
  });

  it('begins with what was opened, whatever opened it, until it is gone', async () => {
    await open();
    await list.type('worker');
    await becomes(firstLabel, 'Queue worker');
    await list.press('Enter');
    await heading('Queue worker').waitFor();
    await treeRow('Cloud').click();
    await treeRow('컨테이너').click();
    await heading('컨테이너').waitFor();
    await workbench.webview().getByText('Infrastructure as Code').first().click();
    await heading('Infrastructure as Code').waitFor();
    await list.open();
    const recent = ['Infrastructure as Code', '컨테이너(Container)', 'Queue worker'];
    await becomes(() => list.outline(), ['— Recently opened', ...recent, ...rest(...recent)]);
    await workbench.screenshot('search-recent');
    notes.write('notes/data.md', '---\ncategories: [Data structures]\n---\n# Heap\n\nThe least is on top.\n');
    const kept = recent.slice(0, 2);
    await becomes(() => list.outline(), ['— Recently opened', ...kept, '— Concepts', 'Circuit Breaker', 'Heap']);
  });

  it('forgets what was opened and pinned', async () => {
    await open();
    await list.pressButton('Deque', 'pin');
    await becomes(firstLabel, 'Deque');
    await list.type('worker');
    await becomes(firstLabel, 'Queue worker');
    await list.press('Enter');
    await heading('Queue worker').waitFor();
    await workbench.command('Yojeom: Forget Search History');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.command('Yojeom: Search Concepts…');
    await becomes(() => list.outline(), rest());
    assert.equal(await workbench.page.locator('.quick-input-titlebar .codicon-history').count(), 0);
  });

  it('comes back to the last query by one key', async () => {
    await open();
    await list.type('deq');
    await becomes(firstLabel, 'Deque');
    await list.close();
    await list.open();
    await becomes(async () => (await list.outline()).length, 7);
    await list.press('ArrowUp');
    await becomes(() => list.value(), 'deq');
    await becomes(firstLabel, 'Deque');
    await workbench.quickInput.fill('');
    await becomes(async () => (await list.outline()).length, 7);
    const isActive = (place: number) => workbench.rows.and(workbench.page.locator(`.focused[data-index="${place}"]`));
    await list.press('ArrowDown');
    await isActive(1).waitFor();
    // Below the first row, the key is for the row above.
    await workbench.page.waitForTimeout(300);
    await list.press('ArrowUp');
    await isActive(0).waitFor();
    assert.equal(await list.value(), '');
    await list.press('Alt+ArrowUp');
    await becomes(() => list.value(), 'deq');
    await workbench.quickInput.fill('');
    await workbench.page.locator('.quick-input-titlebar .action-label.codicon-history').click();
    await becomes(() => list.value(), 'deq');
  });

  it('offers to create a note where nothing is found, and overwrites none', async () => {
    notes.write('notes/qxzqwv.md', '# Something else\n');
    await open();
    await list.type('qxzqwv');
    await becomes(() => list.outline(), ['Create a Note “qxzqwv”', 'Search the Texts of Notes for “qxzqwv”']);
    await workbench.screenshot('search-no-match');
    await list.press('Enter');
    const created = path.join(notes.folder, 'notes', 'qxzqwv 2.md');
    await becomes(() => Promise.resolve(existsSync(created) && readFileSync(created, 'utf8')), '# qxzqwv\n\n\n');
    assert.equal(readFileSync(path.join(notes.folder, 'notes', 'qxzqwv.md'), 'utf8'), '# Something else\n');
    await workbench.page.locator('.tab.active', { hasText: 'qxzqwv 2.md' }).waitFor();
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await list.type('A word.');
    await list.press('Control+S');
    await becomes(() => notes.read('notes/qxzqwv 2.md'), '# qxzqwv\n\nA word.\n');
  });

  it('asks where a note shall lie where there are several folders', async () => {
    notes.write('more/a.md', '# Another\n');
    await open({ userSettings: { 'yojeom.folders': ['notes', 'more'] } });
    await list.type('qxzqwv');
    await becomes(async () => (await list.outline())[0], 'Create a Note “qxzqwv”');
    await list.press('Enter');
    await becomes(() => list.outline(), ['notes', 'more']);
    await list.press('ArrowDown');
    await list.press('Enter');
    await becomes(() => Promise.resolve(existsSync(path.join(notes.folder, 'more', 'qxzqwv.md'))), true);
    await workbench.page.locator('.tab.active', { hasText: 'qxzqwv.md' }).waitFor();
  });

  it('offers the editor’s own search in the folders of notes', async () => {
    notes.write('elsewhere.md', 'qxzqwv zzkkyy\n');
    notes.write('notes/hidden.md', '# Nothing\n\n```\nqxzqwv zzkkyy\n```\n');
    await open();
    await list.type('qxzqwv zzkkyy');
    await becomes(
      () => list.outline(),
      ['Create a Note “qxzqwv zzkkyy”', 'Search the Texts of Notes for “qxzqwv zzkkyy”'],
    );
    await list.press('ArrowDown');
    await list.press('Enter');
    const view = workbench.page.locator('.search-view');
    await view.locator('.filematch', { hasText: 'hidden.md' }).waitFor();
    assert.equal(await view.locator('.filematch').count(), 1);
    assert.equal(await view.locator('.search-container textarea').first().inputValue(), 'qxzqwv zzkkyy');
  });

  it('opens a page beside another, and copies a link without closing the search', async () => {
    await open();
    await list.type('deque');
    await becomes(firstLabel, 'Deque');
    await list.press('Enter');
    await heading('Deque').waitFor();
    await list.open();
    await list.type('worker');
    await becomes(firstLabel, 'Queue worker');
    await list.pressButton('Queue worker', 'link');
    await becomes(
      () => workbench.page.evaluate(() => navigator.clipboard.readText()),
      '[Queue worker](/notes/data.md#queue-worker)',
    );
    await list.pressButton('Queue worker', 'split-horizontal');
    await becomes(
      () => workbench.page.locator('.tabs-container').evaluateAll((groups) => groups.map((group) => group.textContent)),
      ['Deque', 'Queue worker'],
    );
  });
});
