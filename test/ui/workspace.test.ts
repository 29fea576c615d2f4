import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/temporary-folder.mjs';
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
    // Beside the notes, which go away: a window whose workspace goes away opens another by itself.
    const file = path.join(temporaryFolder('several').folder, 'study.code-workspace');
    const write = (...folders: string[]): void => {
      writeFileSync(
        file,
        JSON.stringify({ folders: folders.map((name) => ({ path: path.join(notes.folder, name) })) }),
      );
    };
    const noteOf = (gist: string): string => `---\ncategories: [Data structures]\n---\n# Queue\n\n${gist}\n`;
    notes = notesFolder({
      'one/notes/queue.md': noteOf('First in, first out.'),
      'two/notes/queue.md': noteOf('A line of people.'),
      'two/notes/heap.md': '---\ncategories: [Data structures]\n---\n# Heap\n\nThe least is on top.\n',
    });
    write('one', 'two');
    workbench = await openWorkbench({ workspace: file });
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
    write('one');
    await becomes(labels, ['Data structures', 'Queue']);
  });
});
