import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

const data = `---
categories: [Data structures]
---
# 큐(Queue)

First in, first out.

## Pros

- Fair to everyone

## Cons

- No way to the middle

## Deque

Both ends.

# Stack

Last in, first out.
`;

describe('The page in the side bar', () => {
  let workbench: Workbench;
  let notes: NotesFolder;
  const header = () => workbench.page.locator('.pane-header', { hasText: 'Concept' }).last();
  const view = (): FrameLocator =>
    workbench.page.locator('iframe.webview.ready').first().contentFrame().frameLocator('#active-frame');
  const heading = (text: string) => view().locator('h1', { hasText: text });
  const row = (text: string) => workbench.page.locator('.pane-body .monaco-list-row', { hasText: text });
  const button = (name: string) => workbench.page.locator(`.pane-header .action-label[aria-label^="${name}"]`);

  beforeEach(() => {
    notes = notesFolder({ 'notes/data.md': data });
  });

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('follows the cursor in a note and the tree, until it is pinned', async () => {
    workbench = await openWorkbench({ folder: notes.folder, isOwn: true });
    await workbench.openExplorer();
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'notes' }).click();
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'data.md' }).dblclick();
    await workbench.page.locator('.view-line', { hasText: 'Both ends' }).click();
    await workbench.openView();
    await header().click();
    await heading('Deque').waitFor();
    await workbench.page.locator('.view-line', { hasText: 'Fair' }).click();
    await heading('큐').waitFor();
    assert.equal(await view().locator('.side.pros li').count(), 1);
    await workbench.screenshot('page-view');
    await header().hover();
    await button('Pin').click();
    await workbench.page.locator('.view-line', { hasText: 'Last in' }).click();
    // It would follow a moment later.
    await workbench.page.waitForTimeout(700);
    assert.equal(await heading('큐').count(), 1);
    await header().hover();
    await button('Unpin').click();
    await workbench.page.locator('.view-line', { hasText: 'Both ends' }).click();
    await heading('Deque').waitFor();
  });

  it('opens what it links to in place, and goes back', async () => {
    workbench = await openWorkbench({ folder: notes.folder, theme: 'dark', width: 900, isOwn: true });
    await workbench.openView();
    await row('큐(Queue)').waitFor();
    await header().click();
    await view().getByText('Choose a concept in the tree').waitFor();
    await row('큐(Queue)').click();
    await heading('큐').waitFor();
    await view().locator('.card', { hasText: 'Deque' }).click();
    await heading('Deque').waitFor();
    await becomes(() => workbench.page.locator('.tabs-container .tab .label-name').allInnerTexts(), ['큐(Queue)']);
    await header().hover();
    await button('Go Back').click();
    await heading('큐').waitFor();
    const isCut = await view()
      .locator('body')
      .evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.ok(!isCut, 'nothing is cut off where it is narrow');
    await workbench.screenshot('page-view-dark');
  });
});
