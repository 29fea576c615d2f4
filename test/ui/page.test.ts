import assert from 'node:assert/strict';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

const hostileNote = `# Canary <script>document.title='script'</script>

<img src=x onerror="parent.postMessage('x','*')"> [click](javascript:alert(1)) ![p](javascript:alert(1))

<script>document.body.dataset.pwned = 'yes'</script>

<iframe src="https://example.invalid/"></iframe>

## Pros
- <b onclick="document.body.dataset.pwned='yes'">bold</b> [command](command:workbench.action.closeWindow)
`;

/** Its text would be a link that runs a command, if a message showed it as it is. */
const trapNote = '# Trap\n\n[docs](<[Fix now](command:workbench.action.files.newUntitledFile)>)\n';

/** A picture of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('The page', () => {
  let workbench: Workbench;
  let notes: NotesFolder;
  const row = (text: string) => workbench.page.locator('.pane-body .monaco-list-row', { hasText: text });
  const heading = (text: string) => workbench.webview().locator('h1', { hasText: text });

  beforeEach(() => {
    notes = notesFolder({
      'notes/hostile.md': hostileNote,
      'notes/live.md': '# Live\n\nBefore.\n\n## Pros\n- one\n',
    });
  });

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('runs nothing that a note brings along', async () => {
    workbench = await openWorkbench({ folder: notes.folder });
    const violations: string[] = [];
    workbench.page.on('console', (message) => {
      if (message.text().includes('Content Security Policy') && message.text().includes('webview')) {
        violations.push(message.text());
      }
    });
    await workbench.openView();
    await row('Canary').click();
    await heading('Canary').waitFor();
    const body = workbench.webview().locator('body');
    assert.equal(await body.getAttribute('data-pwned'), null);
    assert.equal(await body.locator('main iframe, main script, main [onerror], main [onclick]').count(), 0);
    assert.equal(await body.locator('main a[href^="javascript:"], main a[href^="command:"]').count(), 0);
    assert.deepEqual(violations, []);
  });

  it('stays alive when its note’s file is renamed, and is in the language of the note', async () => {
    notes.write('notes/stack.md', '# 스택\n\n나중에 넣은 것이 먼저 나온다.\n');
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.openView();
    await row('스택').click();
    await heading('스택').waitFor();
    assert.equal(await workbench.webview().locator('main[lang=ko]').count(), 1);
    notes.rename('notes/stack.md', 'notes/lifo.md');
    await workbench.webview().locator('.origin', { hasText: 'lifo.md' }).waitFor();
    notes.write('notes/lifo.md', '# 스택\n\n접시처럼 쌓는다.\n');
    await workbench.webview().locator('.gist', { hasText: '접시처럼' }).waitFor();
    assert.equal(await workbench.webview().locator('#banner').isVisible(), false);
  });

  it('goes back and forward by keys and buttons, to where one was, also after a reload of the window', async () => {
    const paragraphs = Array.from({ length: 80 }, (_, index) => `Paragraph ${index}.\n`).join('\n');
    notes.write('notes/long.md', `# Long\n\n${paragraphs}\n## Short\n\nOne line.\n`);
    workbench = await openWorkbench({ folder: notes.folder });
    const body = workbench.webview().locator('body');
    const scrolled = (): Promise<number> => body.evaluate(() => window.scrollY);
    const button = (name: string) => workbench.page.locator(`.editor-actions .action-label[aria-label^="${name}"]`);
    await workbench.openView();
    await row('Live').click();
    await heading('Live').waitFor();
    await row('Long').click();
    await heading('Long').waitFor();
    await body.evaluate(() => window.scrollTo(0, 500));
    await becomes(scrolled, 500);
    await workbench
      .webview()
      .locator('.card', { hasText: 'Short' })
      .evaluate((card: HTMLElement) => card.click());
    await heading('Short').waitFor();
    await becomes(scrolled, 0);
    await workbench.webview().locator('h1').click();
    await workbench.page.keyboard.press('Alt+ArrowLeft');
    await heading('Long').waitFor();
    await becomes(scrolled, 500);
    await button('Go Back').click();
    await heading('Live').waitFor();
    await workbench.command('Developer: Reload Window');
    await workbench.page.waitForEvent('load');
    await heading('Live').waitFor();
    await button('Go Forward').click();
    await heading('Long').waitFor();
    await becomes(scrolled, 500);
    await workbench.webview().locator('h1').click();
    await workbench.page.keyboard.press('Alt+ArrowRight');
    await heading('Short').waitFor();
    await becomes(async () => (await button('Go Forward').getAttribute('class'))?.includes('disabled'), true);
    await workbench.screenshot('page-history');
  });

  it('ticks a task in the note, which can be undone there', async () => {
    const text =
      '---\ntitle: Tasks\n---\n# Tasks\n\nSome.\n\n## Pros\n\n- [ ] tried\n\n## Example\n\n1. [x] first\n   - [ ] second\n';
    notes.write('notes/tasks.md', text);
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.openView();
    await row('Tasks').click();
    await heading('Tasks').waitFor();
    const box = (name: string) => workbench.webview().getByRole('checkbox', { name, exact: true });
    await box('second').focus();
    await workbench.page.keyboard.press('Space');
    await becomes(() => notes.read('notes/tasks.md'), text.replace('- [ ] second', '- [x] second'));
    await becomes(() => box('second').isChecked(), true);
    await becomes(() => box('second').evaluate((element) => element === document.activeElement), true);
    await box('tried').click();
    await box('first').click();
    const all = text
      .replace('[ ] second', '[x] second')
      .replace('[ ] tried', '[x] tried')
      .replace('[x] first', '[ ] first');
    await becomes(() => notes.read('notes/tasks.md'), all);
  });

  it('copies code as it stands in the note', async () => {
    notes.write('notes/code.md', '# Code\n\nSome.\n\n```ts\nconst a = 1;\n\n  a < 2 && b;\n```\n');
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.openView();
    await row('Code').click();
    await heading('Code').waitFor();
    await workbench.webview().locator('pre').hover();
    await workbench.webview().locator('button.copy').click();
    await becomes(() => workbench.page.evaluate(() => navigator.clipboard.readText()), 'const a = 1;\n\n  a < 2 && b;');
    await workbench.webview().locator('button.copy[title="Copied"]').waitFor();
    await workbench.screenshot('page-copied');
  });

  it('unfolds a sub-concept in its card by the keyboard, and keeps it so over edits and on the way back', async () => {
    const text = '# Tree\n\nRooted.\n\n## Binary\n\nTwo children.\n\n### Pros\n- simple\n\n## Trie\n\nOf letters.\n';
    notes.write('notes/tree.md', text);
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.openView();
    await row('Tree').click();
    await heading('Tree').waitFor();
    const twistie = workbench.webview().locator('.twistie');
    const part = workbench.webview().locator('.unfolded');
    const hasFocus = (): Promise<boolean> => twistie.evaluate((element) => element === document.activeElement);
    assert.equal(await twistie.count(), 1);
    await twistie.focus();
    await workbench.page.keyboard.press('Enter');
    await part.locator('.side.pros h4', { hasText: 'Pros' }).waitFor();
    assert.equal(await twistie.getAttribute('aria-controls'), await part.getAttribute('id'));
    await becomes(hasFocus, true);
    notes.write('notes/tree.md', text.replace('Binary', 'Binary tree').replace('- simple', '- simple\n- quick'));
    await part.locator('.side.pros li', { hasText: 'quick' }).waitFor();
    assert.equal(await twistie.getAttribute('aria-expanded'), 'true');
    await workbench.screenshot('page-unfolded');
    await workbench.webview().locator('.card', { hasText: 'Trie' }).click();
    await heading('Trie').waitFor();
    await workbench.webview().locator('h1').click();
    await workbench.page.keyboard.press('Alt+ArrowLeft');
    await part.locator('.side.pros li', { hasText: 'quick' }).waitFor();
    await twistie.focus();
    await workbench.page.keyboard.press('Space');
    await part.waitFor({ state: 'detached' });
    await becomes(hasFocus, true);
    assert.equal(await twistie.getAttribute('aria-expanded'), 'false');
  });

  it('searches for what has a tag, from its chip', async () => {
    notes.write(
      'notes/tagged.md',
      '# Tagged\n\nOf #letters.\n\n# Untagged\n\nOf none.\n\n# Also\n\nOf #letters too.\n',
    );
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.openView();
    await row('Tagged').first().click();
    await heading('Tagged').waitFor();
    await workbench.webview().locator('.tags .chip', { hasText: '#letters' }).focus();
    await workbench.page.keyboard.press('Enter');
    await becomes(() => workbench.quickInput.inputValue(), '#letters ');
    await becomes(
      () => workbench.rows.locator('.quick-input-list-row:first-child .label-name').allInnerTexts(),
      ['Tagged', 'Also'],
    );
    await workbench.page.keyboard.type('al', { delay: 40 });
    await becomes(
      () => workbench.rows.locator('.quick-input-list-row:first-child .label-name').allInnerTexts(),
      ['Also'],
    );
    await workbench.screenshot('page-tag');
  });

  it('says that a link leads nowhere, without a link that the note has put there', async () => {
    notes.write('notes/trap.md', trapNote);
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.openView();
    await row('Trap').click();
    await workbench.webview().locator('main a', { hasText: 'docs' }).click();
    const message = workbench.page.locator('.notification-list-item-message', { hasText: 'Fix now' });
    await message.waitFor();
    assert.equal(await message.locator('a').count(), 0);
    assert.match(await message.innerText(), /leads to nothing/u);
  });

  it('shows a picture that lies beside the note, after a reload too, and none from the web for who wants none', async () => {
    notes.write('notes/dot.png', dot);
    notes.write(
      'notes/picture.md',
      '# Picture\n\nA dot.\n\n![a dot](dot.png)\n\n![far](https://images.invalid/far.png)\n',
    );
    workbench = await openWorkbench({ folder: notes.folder, userSettings: { 'yojeom.page.webImages': false } });
    const width = (): Promise<number> =>
      workbench
        .webview()
        .locator('main img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth);
    await workbench.openView();
    await row('Picture').click();
    await becomes(width, 1);
    assert.equal(await workbench.webview().locator('main .no-image').innerText(), 'far');
    await workbench.command('Developer: Reload Window');
    await workbench.page.waitForEvent('load');
    await heading('Picture').waitFor();
    await becomes(width, 1);
  });

  it('shows a change of its note, and says when the note is gone', async () => {
    workbench = await openWorkbench({ folder: notes.folder, locale: 'ko' });
    await workbench.openView();
    await row('Live').click();
    await heading('Live').waitFor();
    // What did not change is left alone: the very point that is there stays, with what is selected in it.
    await workbench
      .webview()
      .locator('.side.pros li .text')
      .evaluate((point) => {
        Object.assign(point, { wasThere: true });
        getSelection()?.selectAllChildren(point);
      });
    notes.write('notes/live.md', '# Live\n\nAfter.\n\n## Pros\n- one\n- two\n');
    await workbench.webview().locator('.gist', { hasText: 'After.' }).waitFor();
    const kept = await workbench
      .webview()
      .locator('.side.pros li .text')
      .first()
      .evaluate((point) => ['wasThere' in point, String(getSelection())]);
    assert.deepEqual(kept, [true, 'one']);
    assert.equal(await workbench.webview().locator('.side.pros li').count(), 2);
    notes.erase('notes/live.md');
    await workbench.webview().locator('#banner', { hasText: '노트' }).waitFor();
    await heading('Live').waitFor();
    await workbench.screenshot('page-note-gone');
  });

  it('opens parents, sub-concepts, neighbours and the source by the keyboard too', async () => {
    workbench = await openWorkbench({ locale: 'ko' });
    await workbench.openView();
    await row('애자일').click();
    await heading('애자일').waitFor();
    await workbench.webview().locator('.card', { hasText: '스크럼' }).focus();
    await workbench.page.keyboard.press('Enter');
    await heading('스크럼').waitFor();
    await workbench.webview().locator('nav a', { hasText: '애자일' }).first().click();
    await heading('애자일').waitFor();
    await workbench.webview().locator('footer .next').click();
    await heading('XP').waitFor();
    await workbench.webview().locator('footer .origin').click();
    await workbench.page.locator('.view-line', { hasText: 'XP' }).first().waitFor();
  });
});
