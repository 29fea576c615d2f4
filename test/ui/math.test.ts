import assert from 'node:assert/strict';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

const note = `# Quicksort

Takes $O(n \\log n)$ on average, and costs $5.

## Pros

- In place: $O(\\log n)$ of stack

## Cons

- $O(n^2)$ at worst

## Example

$$
T(n) = \\sum_{k=1}^{n} \\frac{2}{n} T(k) + \\Theta(n)
$$

A formula that is none: $\\frac{1}$, and one that wants too much: $\\href{./evil}{x}$
$\\includegraphics{./evil.png}$ $\\def\\a{\\a\\a}\\a$.

# Plain

Nothing to set.
`;

describe('Formulas on the page', () => {
  let workbench: Workbench;
  let notes: NotesFolder;

  beforeEach(() => {
    notes = notesFolder({ 'notes/sort.md': note });
  });

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('are set where there are some, and only then is what sets them loaded', async () => {
    workbench = await openWorkbench({ folder: notes.folder });
    const asked: string[] = [];
    workbench.page.on('request', (request) => asked.push(request.url()));
    const violations: string[] = [];
    workbench.page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) violations.push(message.text());
    });
    const row = (text: string) => workbench.page.locator('.pane-body .monaco-list-row', { hasText: text });
    const page = workbench.webview();
    await workbench.openView();
    await row('Plain').click();
    await page.locator('h1', { hasText: 'Plain' }).waitFor();
    assert.deepEqual(
      asked.filter((url) => url.includes('math.')),
      [],
    );
    await row('Quicksort').click();
    await page.locator('.math.display .katex').waitFor();
    // Commands that would load or link are shown by their names.
    assert.equal(await page.locator('.math .katex').count(), 6);
    assert.equal(await page.locator('.math :is(a, img)').count(), 0);
    assert.match(await page.locator('.gist').innerText(), /costs \$5/u);
    assert.deepEqual(await page.locator('.math.unset').allInnerTexts(), ['\\frac{1}', '\\def\\a{\\a\\a}\\a']);
    await becomes(
      () => page.locator('body').evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded')),
      true,
    );
    await workbench.screenshot('page-math');
    // One that stays is left as it is set; one that changes is set anew.
    await page.locator('.gist .katex').evaluate((formula) => Object.assign(formula, { wasThere: true }));
    notes.write('notes/sort.md', note.replace('n^2', 'n^3'));
    await becomes(async () => (await page.locator('.cons annotation').textContent()) ?? '', 'O(n^3)');
    assert.ok(await page.locator('.gist .katex').evaluate((formula) => 'wasThere' in formula));
    assert.deepEqual(
      asked.filter((url) => url.includes('evil')),
      [],
    );
    assert.deepEqual(violations, []);
  });
});
