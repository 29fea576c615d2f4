import assert from 'node:assert/strict';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

const stack =
  '# 스택\n\n나중에 넣은 것이 먼저 나온다.\n\n- **장점**\n  - 단순하다.\n  - 빠르다.\n- **예시**\n  - 호출 스택\n';
const queue = '# Queue\r\n\r\n## Drawbacks\r\n\r\n* No way to jump it\r\n';

describe('The button for a side that a concept lacks', () => {
  let workbench: Workbench;
  let notes: NotesFolder;
  const button = () => workbench.webview().locator('button.add-side');
  /** The text of the note in the editor, which draws lines in any order and its spaces as others. */
  const text = (): Promise<string> =>
    workbench.page.locator('.editor-instance .view-line').evaluateAll((lines: HTMLElement[]) =>
      lines
        .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
        .map((line) => line.innerText.replaceAll('\u00a0', ' '))
        .join('\n'),
    );

  /** Waits until the cursor is there. */
  const cursorAt = (line: number, column: number): Promise<void> =>
    workbench.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();

  async function openConcept(title: string): Promise<void> {
    await workbench.openView();
    await workbench.page.locator('.pane-body .monaco-list-row', { hasText: title }).click();
    await workbench.webview().locator('h1', { hasText: title }).waitFor();
  }

  beforeEach(() => {
    notes = notesFolder({
      'notes/stack.md': stack,
      'notes/queue.md': queue,
    });
  });

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('opens the note with the label and an empty point, which can be typed, seen and undone', async () => {
    const userSettings = { 'files.autoSave': 'off' };
    workbench = await openWorkbench({ folder: notes.folder, locale: 'ko', userSettings });
    await openConcept('스택');
    await workbench.screenshot('add-side');
    const added = stack.replace('- **예시**', '- **단점**\n  - \n- **예시**');
    await button().filter({ hasText: '단점 추가' }).click();
    await becomes(text, added);
    await cursorAt(9, 5);
    // Once more, it only goes there.
    await workbench.page.keyboard.press('Control+Home');
    await cursorAt(1, 1);
    await button().click();
    await cursorAt(9, 5);
    assert.equal(await text(), added);
    await workbench.screenshot('add-side-added');
    await workbench.page.keyboard.type('작다.');
    await workbench.webview().locator('.side.cons li', { hasText: '작다.' }).waitFor();
    assert.equal(await button().count(), 0);
    await workbench.screenshot('add-side-typed');
    assert.equal(await notes.read('notes/stack.md'), stack);
    await workbench.page.keyboard.press('Control+Z');
    await becomes(text, added);
    await workbench.page.keyboard.press('Control+Z');
    await becomes(text, stack);
    await button().waitFor();
  });

  it('is reached by the keyboard, and keeps the style and the line endings of the note', async () => {
    workbench = await openWorkbench({ folder: notes.folder });
    await openConcept('Queue');
    await button().filter({ hasText: 'Add pros' }).focus();
    await workbench.page.keyboard.press('Enter');
    await becomes(text, '# Queue\n\n## Benefits\n\n* \n\n## Drawbacks\n\n* No way to jump it\n');
    await cursorAt(5, 3);
    await button().waitFor();
    await workbench.page.keyboard.type('fair');
    await workbench.webview().locator('.side.pros li', { hasText: 'fair' }).waitFor();
    await workbench.page.keyboard.press('Control+S');
    await becomes(
      () => notes.read('notes/queue.md'),
      queue.replace('## Draw', '## Benefits\r\n\r\n* fair\r\n\r\n## Draw'),
    );
  });

  it('says so where the note cannot be written', async () => {
    workbench = await openWorkbench({
      folder: notes.folder,
      userSettings: { 'files.readonlyInclude': { '**': true } },
      isOwn: true,
    });
    await openConcept('Queue');
    await button().click();
    await workbench.page
      .locator('.notification-list-item-message', { hasText: 'The note cannot be written.' })
      .waitFor();
    assert.ok(!(await text()).includes('Benefits'));
  });
});
