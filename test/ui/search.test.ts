import assert from 'node:assert/strict';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

describe('The search', () => {
  let workbench: Workbench;
  let notes: NotesFolder | undefined;
  // The list keeps its rows in no order; each knows its place.
  const labels = (): Promise<string[]> =>
    workbench.rows.evaluateAll((rows) =>
      rows
        .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
        .map((row) => row.querySelector('.label-name')?.textContent ?? ''),
    );
  const typed = async (text: string): Promise<void> => {
    await workbench.page.keyboard.type(text, { delay: 40 });
  };
  const title = () => workbench.page.locator('.quick-input-title', { hasText: 'Search Concepts' });
  const tabs = (): Promise<string[]> => workbench.page.locator('.tabs-container .tab .label-name').allInnerTexts();

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes?.remove();
    notes = undefined;
  });

  after(closeStage);

  for (const [theme, locale, query] of [
    ['light', 'en', 'labmda'],
    ['dark', 'ko', '람타'],
  ] as const) {
    it(`finds AWS Lambda by “${query}” and shows its pros and cons side by side (${theme}, ${locale})`, async () => {
      workbench = await openWorkbench({ theme, locale });
      await workbench.openView();
      await workbench.page.keyboard.press('Alt+Y');
      await workbench.quickInput.waitFor();
      await typed(query);
      await workbench.rows.filter({ hasText: 'AWS Lambda' }).first().waitFor();
      assert.match((await labels())[0] ?? '', /AWS Lambda/u);
      assert.deepEqual(await tabs(), [], 'typing alone previews nothing');
      await workbench.screenshot(`search-${theme}`);
      await workbench.page.keyboard.press('Enter');
      const page = workbench.webview();
      await page.locator('h1', { hasText: 'AWS Lambda' }).waitFor();
      assert.equal(await page.locator('.side.pros li').count(), 2);
      assert.equal(await page.locator('.side.cons li').count(), 3);
      const [pros, cons] = [
        await page.locator('.side.pros').boundingBox(),
        await page.locator('.side.cons').boundingBox(),
      ];
      assert.ok(pros && cons && Math.abs(pros.y - cons.y) < 2 && pros.x + pros.width <= cons.x);
      await workbench.screenshot(`page-${theme}`);
    });
  }

  it('shows the extension’s own order, whatever the labels are', async () => {
    // By label alone, the editor would put “Alphabet soup” first and hide what only the gist has.
    notes = notesFolder({
      'notes/a.md':
        '# Zulu (alpha)\n\nx\n\n# Alphabet soup\n\nx\n\n# The alpha\n\nx\n\n# Gamma\n\nAn alpha in the gist.\n\n# Omega\n\nx\n',
    });
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.command('Yojeom: Search Concepts…');
    await title().waitFor();
    await typed('alpha');
    // Rows of shorter queries may still be shown when the last letter is typed.
    const expected = ['Zulu (alpha)', 'Alphabet soup', 'The alpha', 'Gamma'];
    for (let tries = 0; tries < 50 && (await labels()).join() !== expected.join(); tries += 1) {
      await workbench.page.waitForTimeout(100);
    }
    assert.deepEqual(await labels(), expected);
  });

  it('previews the row one goes to, and puts everything back on Escape', async () => {
    workbench = await openWorkbench({});
    await workbench.openView();
    await workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'Toolchain' }).click();
    await workbench.webview().locator('h1', { hasText: 'Toolchain' }).waitFor();
    await workbench.page.keyboard.press('Alt+Y');
    await workbench.quickInput.waitFor();
    await typed('container');
    await workbench.rows.nth(1).waitFor();
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowUp');
    await workbench.webview().locator('h1', { hasText: 'Container' }).waitFor();
    assert.ok(await workbench.quickInput.evaluate((input) => input === document.activeElement), 'the focus stays');
    await workbench.page.keyboard.press('Escape');
    await workbench.webview().locator('h1', { hasText: 'Toolchain' }).waitFor();
    assert.equal((await tabs()).length, 1);
  });

  it('begins with the word under the cursor', async () => {
    notes = notesFolder({ 'code.ts': 'const serverless = lambda(event);\n' });
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'code.ts' }).dblclick();
    await workbench.page.locator('.view-line', { hasText: 'serverless' }).click({ position: { x: 165, y: 8 } });
    await workbench.page.keyboard.press('Alt+Y');
    await workbench.quickInput.waitFor();
    assert.equal(await workbench.quickInput.inputValue(), 'lambda');
    await workbench.rows.filter({ hasText: 'AWS Lambda' }).first().waitFor();
    await typed('gitops');
    assert.equal(await workbench.quickInput.inputValue(), 'gitops', 'the word is selected: typing replaces it');
  });

  it('opens the source by a row’s button', async () => {
    workbench = await openWorkbench({});
    await workbench.command('Yojeom: Search Concepts…');
    await title().waitFor();
    await typed('gitops');
    const [row] = [workbench.rows.filter({ hasText: 'GitOps' }).first()];
    await row.hover();
    await row.locator('.action-label.codicon-go-to-file').click();
    await workbench.page.locator('.view-line', { hasText: 'GitOps' }).first().waitFor();
  });
});
