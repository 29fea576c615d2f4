import path from 'node:path';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { SearchList } from './searchList.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';
import { workspaceFile } from './workspaceFile.js';

describe('A virtual workspace', () => {
  let workbench: Workbench;
  let notes: NotesFolder;

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('has its notes in the tree, the search and the page, though no file of it is on a disk', async () => {
    notes = notesFolder({
      'study/notes/queue.md': '# Queue\n\nFirst in, first out.\n\n## Pros\n- fair\n\nSee [[Heap]].\n',
      'study/notes/heap.md': '# Heap\n\nThe least is on top.\n',
      'study/src/readme.md': '# Nobody’s note\n',
    });
    const uri = `yojeomvirtual:/nowhere${path.join(notes.folder, 'study')}`;
    workbench = await openWorkbench({ workspace: workspaceFile([{ uri, name: 'Study' }]).file });
    const { page } = workbench;
    const labels = (): Promise<string[]> => workbench.treeLabels();
    await workbench.openView();
    // What shows the files is started for this.
    await page.locator('.pane-body .monaco-list-row', { hasText: 'Queue' }).waitFor();
    await becomes(labels, ['notes', 'Heap', 'Queue']);
    await new SearchList(workbench).open();
    await workbench.quickInput.fill('queu');
    await workbench.rows.filter({ hasText: 'Queue' }).waitFor();
    await page.keyboard.press('Enter');
    await workbench.webview().locator('li', { hasText: 'fair' }).waitFor();
    await workbench.screenshot('virtual');
    await workbench.webview().locator('a', { hasText: 'Heap' }).first().click();
    await workbench.webview().locator('h1', { hasText: 'Heap' }).waitFor();
    notes.write('study/notes/stack.md', '# Stack\n');
    await workbench.command('Yojeom: Refresh');
    await becomes(labels, ['notes', 'Heap', 'Queue', 'Stack']);
  });
});
