import assert from 'node:assert/strict';
import { becomes } from './becomes.js';
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
    ['dark', 'ko', '람타'],
    ['light', 'en', 'labmda'],
  ] as const) {
    it(`finds AWS Lambda by “${query}” and shows its pros and cons side by side (${theme}, ${locale})`, async () => {
      workbench = await openWorkbench({ theme, locale });
      await workbench.openView();
      await workbench.openQuickInput('Alt+Y');
      await typed(query);
      // The first letters find it too, those after them nothing: what counts is what the last one shows.
      await workbench.page.waitForTimeout(2000);
      await becomes(async () => (await labels())[0]?.includes('AWS Lambda'), true);
      assert.deepEqual(await tabs(), [], 'typing alone previews nothing');
      await workbench.screenshot(`search-${theme}`);
      await workbench.page.keyboard.press('Enter');
      const page = workbench.webview();
      await page.locator('h1', { hasText: 'AWS Lambda' }).waitFor();
      assert.equal(await page.locator('.side.pros li').count(), 2);
      assert.equal(await page.locator('.side.cons li').count(), 3);
      const icon = await page.locator('.side.pros h2 svg').boundingBox();
      assert.ok(icon && icon.width > 8 && icon.width < 32, 'the icon is as large as the words beside it');
      const [pros, cons] = [
        await page.locator('.side.pros').boundingBox(),
        await page.locator('.side.cons').boundingBox(),
      ];
      assert.ok(pros && cons && Math.abs(pros.y - cons.y) < 2 && pros.x + pros.width <= cons.x);
      assert.equal(await page.locator('.origin').innerText(), `notes/${locale}/devops.md : 166`);
      await workbench.screenshot(`page-${theme}`);
    });
  }

  it('previews the row one goes to, and puts everything back on Escape', async () => {
    workbench = await openWorkbench({});
    await workbench.openView();
    await workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'Toolchain' }).click();
    await workbench.webview().locator('h1', { hasText: 'Toolchain' }).waitFor();
    await workbench.openQuickInput('Alt+Y');
    await typed('container');
    // Rows of shorter queries may still be shown; those of the whole one would put the editor back to the first.
    await becomes(labels, ['Container (컨테이너)', 'GitOps (깃옵스)']);
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowUp');
    await workbench.webview().locator('h1', { hasText: 'Container' }).waitFor();
    assert.ok(await workbench.quickInput.evaluate((input) => input === document.activeElement), 'the focus stays');
    await workbench.page.keyboard.press('Escape');
    await workbench.webview().locator('h1', { hasText: 'Toolchain' }).waitFor();
    assert.equal((await tabs()).length, 1);
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
    await becomes(labels, ['Zulu (alpha)', 'Alphabet soup', 'The alpha', 'Gamma']);
  });

  it('gives a page back where it was scrolled to, and leaves the tree alone', async () => {
    const paragraphs = Array.from({ length: 80 }, (_, index) => `Paragraph ${index}.\n`).join('\n');
    notes = notesFolder({
      'notes/long.md': `---\ncategories: [Long ones]\n---\n# Scroll\n\n${paragraphs}\n# Codex\n\nA book.\n`,
      'notes/short.md': '---\ncategories: [Short ones]\n---\n# Tablet\n\nOf clay.\n\n## Tablet house\n\nA school.\n',
    });
    workbench = await openWorkbench({ folder: notes.folder });
    const treeRows = workbench.page.locator('.pane-body .monaco-list-row');
    const tree = (): Promise<unknown> =>
      treeRows.evaluateAll((rows) =>
        rows.map((row) => [
          row.querySelector('.label-name')?.textContent,
          row.getAttribute('aria-expanded'),
          row.classList.contains('selected'),
        ]),
      );
    const scrolled = (): Promise<number> =>
      workbench
        .webview()
        .locator('body')
        .evaluate(() => window.scrollY);
    await workbench.openView();
    await treeRows.filter({ hasText: 'Long ones' }).click();
    await treeRows.filter({ hasText: 'Scroll' }).click();
    await workbench.webview().locator('h1', { hasText: 'Scroll' }).waitFor();
    await treeRows.filter({ hasText: 'Scroll' }).and(workbench.page.locator('.selected')).waitFor();
    await workbench
      .webview()
      .locator('body')
      .evaluate(() => window.scrollTo(0, 600));
    await becomes(scrolled, 600);
    const before = await tree();
    await workbench.openQuickInput('Alt+Y');
    await typed('tablet');
    await becomes(labels, ['Tablet', 'Tablet house']);
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.webview().locator('h1', { hasText: 'Tablet house' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.webview().locator('h1', { hasText: 'Scroll' }).waitFor();
    await becomes(scrolled, 600);
    // The tree would follow the page a moment later.
    await workbench.page.waitForTimeout(500);
    assert.deepEqual(await tree(), before);
    assert.equal((await tabs()).length, 1);
  });

  it('shows 50 rows at most, titles to the letter, and no page where previews are off', async () => {
    const titles = ['Alpha $(date)', 'Alpha $(trash)', ...Array.from({ length: 80 }, (_, index) => `Alpha ${index}`)];
    notes = notesFolder({ 'notes/many.md': titles.map((name) => `# ${name}\n\nx\n`).join('\n') });
    workbench = await openWorkbench({ folder: notes.folder, userSettings: { 'yojeom.search.preview': false } });
    await workbench.command('Yojeom: Search Concepts…');
    await title().waitFor();
    await becomes(async () => (await labels()).slice(0, 2), titles.slice(0, 2));
    await typed('alpha');
    await becomes(() => workbench.quickInput.inputValue(), 'alpha');
    // The last row, one up from the first, says how many there are.
    await workbench.page.keyboard.press('ArrowUp');
    await workbench.rows.and(workbench.page.locator('.focused[data-index="49"][aria-setsize="50"]')).waitFor();
    await workbench.page.keyboard.press('ArrowUp');
    // A preview would come a moment later.
    await workbench.page.waitForTimeout(700);
    assert.deepEqual(await tabs(), []);
    await workbench.page.keyboard.press('Enter');
    await workbench.webview().locator('h1', { hasText: 'Alpha' }).waitFor();
  });

  it('begins with the word under the cursor', async () => {
    notes = notesFolder({ 'code.ts': 'const serverless = lambda(event);\n' });
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.openExplorer();
    await workbench.openExplorer();
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'code.ts' }).dblclick();
    await workbench.page.locator('.view-line', { hasText: 'serverless' }).click({ position: { x: 165, y: 8 } });
    await workbench.openQuickInput('Alt+Y');
    assert.equal(await workbench.quickInput.inputValue(), 'lambda');
    await workbench.rows.filter({ hasText: 'AWS Lambda' }).first().waitFor();
    await typed('gitops');
    assert.equal(await workbench.quickInput.inputValue(), 'gitops', 'the word is selected: typing replaces it');
  });
});
