import assert from 'node:assert/strict';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

/** Of a library this large, how far its reading is, is said. */
const all = 600;

/** Takes much longer to read than its names do. */
const slowText = Array.from({ length: 15 }, (_, index) => `> - a <b>${index}</b>\n>   - [x](y) *z*\n`).join('\n');

describe('The reading of many notes', () => {
  let workbench: Workbench;
  let notes: NotesFolder;

  beforeEach(() => {
    notes = notesFolder();
    for (let index = 0; index < all; index += 1) {
      const name = String(1000 + index);
      notes.write(
        `notes/n${name}.md`,
        `---\ntags: [t]\n---\n# Concept ${name}\n\n## Pros\n\n- good\n\n## More\n\n${slowText}`,
      );
    }
  });

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('shows how far it is, and can be paused and resumed where it is shown', async function () {
    // All of it is read in the end, be the machine as busy as it may.
    this.timeout(180_000);
    workbench = await openWorkbench({ folder: notes.folder, userSettings: { 'yojeom.bundledNotes': 'never' } });
    const { page } = workbench;
    const message = async (): Promise<string> => (await page.locator('.pane-body .message').allInnerTexts()).join('');
    const row = (text: string) => page.locator('.pane-body .monaco-list-row').getByText(text, { exact: true });
    const button = (icon: string) => page.locator(`.pane-header .action-label.codicon-debug-${icon}`);
    const isShownToGoOn = async (): Promise<boolean> =>
      (await page.locator('.sidebar .monaco-progress-container.active').count()) > 0;
    await workbench.openView();
    await page.locator('.pane-header', { hasText: 'Concepts' }).hover();
    await page.locator('.pane-body .message', { hasText: /^Reading notes: \d+ of 600$/u }).waitFor();
    assert.equal(await button('continue').count(), 0);
    await workbench.screenshot('reading');
    await button('pause').click();

    const paused =
      /^Reading is paused: of 600 notes, [1-9]\d* are shown by their headings only, or as they were read last time\.$/u;
    await page.locator('.pane-body .message', { hasText: paused }).waitFor();
    await button('continue').waitFor();
    assert.equal(await button('pause').count(), 0);
    await becomes(isShownToGoOn, false);
    // Long enough for others to be read, if they were.
    await page.waitForTimeout(3000);
    assert.match(await message(), paused);
    await workbench.screenshot('reading-paused');
    await row('Concept 1450 – Concept 1599').click();
    await row('Concept 1450').click();
    await workbench.webview().locator('h1', { hasText: 'Concept 1450' }).waitFor();
    await workbench.webview().locator('li', { hasText: 'good' }).waitFor();
    assert.match(await message(), paused);

    await page.locator('.pane-header', { hasText: 'Concepts' }).hover();
    await button('continue').click();
    await page.locator('.pane-body .message', { hasText: /^Reading notes: \d+ of 600$/u }).waitFor();
    await becomes(isShownToGoOn, true);
    await becomes(message, '', 120_000);
    await becomes(isShownToGoOn, false);
    assert.equal((await button('pause').count()) + (await button('continue').count()), 0);
  });
});
