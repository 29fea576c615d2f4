import path from 'node:path';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

describe('A workspace of several folders', () => {
  let workbench: Workbench;
  let notes: NotesFolder;

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('has the notes of each, under the same names too, as long as it has the folder', async () => {
    const workspace = (...folders: string[]): string =>
      JSON.stringify({ folders: folders.map((name) => ({ path: name })) });
    const noteOf = (gist: string): string => `---\ncategories: [Data structures]\n---\n# Queue\n\n${gist}\n`;
    notes = notesFolder({
      'study.code-workspace': workspace('one', 'two'),
      'one/notes/queue.md': noteOf('First in, first out.'),
      'two/notes/queue.md': noteOf('A line of people.'),
      'two/notes/heap.md': '---\ncategories: [Data structures]\n---\n# Heap\n\nThe least is on top.\n',
    });
    workbench = await openWorkbench({ workspace: path.join(notes.folder, 'study.code-workspace') });
    const rows = workbench.page.locator('.pane-body .monaco-list-row');
    const labels = (): Promise<string[]> => rows.locator('.label-name').allInnerTexts();
    await workbench.openView();
    await becomes(async () => (await labels()).sort(), ['Data structures', 'Heap', 'Queue', 'Queue']);
    const gists: string[] = [];
    for (const row of await rows.filter({ hasText: 'Queue' }).all()) {
      await row.click();
      await row.and(workbench.page.locator('.selected')).waitFor();
      const gist = workbench.webview().locator('.gist');
      await becomes(async () => gists.includes(await gist.innerText()), false);
      gists.push(await gist.innerText());
    }
    await becomes(() => Promise.resolve([...gists].sort()), ['A line of people.', 'First in, first out.']);
    notes.write('study.code-workspace', workspace('one'));
    await becomes(labels, ['Data structures', 'Queue']);
  });
});
