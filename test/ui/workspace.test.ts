import path from 'node:path';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';
import { workspaceFile } from './workspaceFile.js';

describe('A workspace of several folders', () => {
  let workbench: Workbench;
  let notes: NotesFolder;

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('has the notes of each, under the same names too, as long as it has the folder', async () => {
    const noteOf = (gist: string): string => `---\ncategories: [Data structures]\n---\n# Queue\n\n${gist}\n`;
    notes = notesFolder({
      'one/notes/queue.md': noteOf('First in, first out.'),
      'two/notes/queue.md': noteOf('A line of people.'),
      'two/notes/heap.md': '---\ncategories: [Data structures]\n---\n# Heap\n\nThe least is on top.\n',
    });
    const one = { path: path.join(notes.folder, 'one') };
    const two = { path: path.join(notes.folder, 'two') };
    const study = workspaceFile([one, two]);
    workbench = await openWorkbench({ workspace: study.file });
    const rows = workbench.page.locator('.pane-body .monaco-list-row');
    const labels = (): Promise<string[]> => workbench.treeLabels();
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
    study.write([one]);
    await becomes(labels, ['Data structures', 'Queue']);
  });
});
