import assert from 'node:assert/strict';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { SearchList } from './searchList.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

describe('A workspace that is not trusted', () => {
  let workbench: Workbench;
  let notes: NotesFolder;

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('has the notes of the folder “notes”, and those that its settings name once it is trusted', async () => {
    notes = notesFolder({
      'notes/queue.md': '# Queue\n\nFirst in, first out.\n\n## Pros\n- fair\n',
      'elsewhere/heap.md': '# Heap\n\nThe least is on top.\n',
    });
    workbench = await openWorkbench({
      folder: notes.folder,
      userSettings: { 'yojeom.folders': ['elsewhere'], 'yojeom.bundledNotes': 'never' },
      asksForTrust: true,
      isOwn: true,
    });
    const { page } = workbench;
    const labels = (): Promise<string[]> => workbench.treeLabels();
    const restricted = page.locator('.statusbar-item', { hasText: 'Restricted Mode' });
    await restricted.waitFor();
    await workbench.openView();
    await page.locator('.pane-body .monaco-list-row').nth(1).waitFor();
    await becomes(labels, ['notes', 'Queue']);
    assert.equal((await page.locator('.pane-body .message').allInnerTexts()).join(''), '', 'nothing is complained of');

    const list = new SearchList(workbench);
    await list.open();
    await workbench.quickInput.fill('heap');
    await becomes(
      async () => (await list.rows()).map(({ label }) => label),
      ['Create a Note “heap”', 'Search the Texts of Notes for “heap”'],
    );
    await workbench.quickInput.fill('que');
    await workbench.rows.filter({ hasText: 'Queue' }).waitFor();
    await page.keyboard.press('Enter');
    await workbench.webview().locator('h1', { hasText: 'Queue' }).waitFor();
    await workbench.webview().locator('li', { hasText: 'fair' }).waitFor();
    await workbench.screenshot('restricted');

    await restricted.click();
    await page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/u }).click();
    await restricted.waitFor({ state: 'detached' });
    await becomes(labels, ['elsewhere', 'Heap']);
    await workbench.webview().getByText('This concept is no longer in your notes.').waitFor();
  });
});
