import assert from 'node:assert/strict';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

const queues = `---
categories: [Data structures]
---
# Queue

First in, first out; see [the deque](#deque).

## Pros

- Fair: who waits longest is next
- Simple to **reason** about

## Cons

- No access in the middle

# Stack

Last in, first out.

## Pros

- Fits calls inside calls
- [x] Cheap[^1]

## Cons

- Unfair
- Grows with \`recursion\`

# Deque

A queue with two ends.

## Pros

- Both at once

# Heap

The least is on top.

# Ring

A queue of fixed size.

[^1]: A footnote.
`;

describe('The comparison', () => {
  let workbench: Workbench;
  let notes: NotesFolder;
  const row = (text: string) => workbench.page.locator('.pane-body .monaco-list-row', { hasText: text });
  const names = (): Promise<string[]> => workbench.webview().locator('.compared thead .name').allInnerTexts();
  const cells = async (aspect: string): Promise<string[]> =>
    (await workbench.webview().locator(`.compared .${aspect} td`).allInnerTexts()).map((text) =>
      text.replace(/\n+/gu, ' / '),
    );
  const open = async (theme: 'light' | 'dark' | 'hc-dark' | 'hc-light', locale: 'en' | 'ko' = 'en'): Promise<void> => {
    workbench = await openWorkbench({ folder: notes.folder, theme, locale });
    await workbench.openView();
    await row('Queue').first().waitFor();
  };

  beforeEach(() => {
    notes = notesFolder({ 'notes/queues.md': queues });
  });

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('shows chosen rows of the tree side by side, follows their notes, and comes back after a reload', async () => {
    await open('light');
    await row('Queue').first().click();
    await row('Stack').click({ modifiers: ['Control'] });
    await row('Stack').click({ button: 'right' });
    // A menu takes no click in its first moments.
    await workbench.page.waitForTimeout(500);
    await workbench.page.locator('.monaco-menu .action-label', { hasText: 'Compare' }).click();
    await becomes(names, ['Queue', 'Stack']);
    await becomes(
      () => cells('pros'),
      ['Fair: who waits longest is next / Simple to reason about', 'Fits calls inside calls / Cheap'],
    );
    await becomes(() => cells('cons'), ['No access in the middle', 'Unfair / Grows with recursion']);
    assert.equal(await workbench.webview().locator('.compared input:not([disabled]), .compared sup').count(), 0);
    await workbench.screenshot('compare-light');
    notes.write('notes/queues.md', queues.replace('- Unfair\n', '- Not fair\n'));
    await becomes(() => cells('cons'), ['No access in the middle', 'Not fair / Grows with recursion']);
    await workbench.command('Developer: Reload Window');
    await workbench.page.waitForEvent('load');
    await becomes(names, ['Queue', 'Stack'], 30_000);
    await workbench.webview().locator('.compared .name', { hasText: 'Stack' }).click();
    await workbench.webview().locator('h1', { hasText: 'Stack' }).waitFor();
  });

  it('takes what is searched for beside the page, up to four, and lets go of them', async () => {
    await open('dark', 'ko');
    await row('Queue').first().click();
    await workbench.webview().locator('h1', { hasText: 'Queue' }).waitFor();
    await workbench.page.locator('.editor-actions .action-label[aria-label^="비교"]').click();
    const choose = async (name: string): Promise<void> => {
      await workbench.page.locator('.quick-input-title', { hasText: '비교할 개념' }).waitFor();
      await workbench.page.keyboard.type(name, { delay: 40 });
      await workbench.rows.first().locator('.label-name', { hasText: name }).waitFor();
      await workbench.page.keyboard.press('Enter');
    };
    await choose('Deque');
    await becomes(names, ['Queue', 'Deque']);
    assert.deepEqual(await cells('cons'), ['No access in the middle', '아직 없음']);
    const add = workbench.webview().locator('[data-action=compare]');
    await add.click();
    await choose('Heap');
    await becomes(names, ['Queue', 'Deque', 'Heap']);
    await add.click();
    await choose('Ring');
    await becomes(names, ['Queue', 'Deque', 'Heap', 'Ring']);
    assert.equal(await add.count(), 0);
    await workbench.screenshot('compare-dark-ko');
    await workbench.webview().locator('[data-action=copyTable]').click();
    const table = [
      '|  | Queue | Deque | Heap | Ring |',
      '| --- | --- | --- | --- | --- |',
      '| 요점 | First in, first out; see the deque. | A queue with two ends. | The least is on top. | A queue of fixed size. |',
      '| 장점 | • Fair: who waits longest is next<br>• Simple to reason about | • Both at once |  |  |',
      '| 단점 | • No access in the middle |  |  |  |',
    ].join('\n');
    await becomes(() => workbench.page.evaluate(() => navigator.clipboard.readText()), table);
    await workbench.webview().locator('[data-action=uncompare]').nth(3).click();
    await becomes(names, ['Queue', 'Deque', 'Heap']);
    await workbench.webview().locator('.compared .gist a', { hasText: 'the deque' }).click();
    await workbench.webview().locator('h1', { hasText: 'Deque' }).waitFor();
    await workbench.webview().locator('h1').click();
    await workbench.page.keyboard.press('Alt+ArrowLeft');
    await becomes(names, ['Queue', 'Deque', 'Heap']);
  });
});
