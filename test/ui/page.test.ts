import assert from 'node:assert/strict';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

const hostileNote = `# Canary <script>document.title='script'</script>

<img src=x onerror="parent.postMessage('x','*')"> [click](javascript:alert(1)) ![p](javascript:alert(1))

<script>document.body.dataset.pwned = 'yes'</script>

<iframe src="https://example.invalid/"></iframe>

## Pros
- <b onclick="document.body.dataset.pwned='yes'">bold</b> [command](command:workbench.action.closeWindow)
`;

describe('The page', () => {
  let workbench: Workbench;
  let notes: NotesFolder;
  const row = (text: string) => workbench.page.locator('.pane-body .monaco-list-row', { hasText: text });
  const heading = (text: string) => workbench.webview().locator('h1', { hasText: text });

  beforeEach(() => {
    notes = notesFolder({ 'notes/hostile.md': hostileNote, 'notes/live.md': '# Live\n\nBefore.\n\n## Pros\n- one\n' });
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

  it('shows a change of its note, and says when the note is gone', async () => {
    workbench = await openWorkbench({ folder: notes.folder, locale: 'ko' });
    await workbench.openView();
    await row('Live').click();
    await heading('Live').waitFor();
    notes.write('notes/live.md', '# Live\n\nAfter.\n\n## Pros\n- one\n- two\n');
    await workbench.webview().locator('.gist', { hasText: 'After.' }).waitFor();
    assert.equal(await workbench.webview().locator('.side.pros li').count(), 2);
    notes.erase('notes/live.md');
    await workbench.webview().locator('#banner', { hasText: '노트' }).waitFor();
    await heading('Live').waitFor();
    await workbench.screenshot('page-note-gone');
  });

  it('comes back after a reload of the window', async () => {
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.openView();
    await row('Live').click();
    await heading('Live').waitFor();
    await workbench.command('Developer: Reload Window');
    await workbench.page.waitForEvent('load');
    await heading('Live').waitFor();
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

  for (const [theme, width] of [
    ['dark', 700],
    ['hc-dark', 1100],
    ['hc-light', 1100],
  ] as const) {
    it(`puts pros above cons where it is narrow, and reads well in ${theme}`, async () => {
      workbench = await openWorkbench({ locale: 'ko', theme, width });
      await workbench.openView();
      await row('Lambda').click();
      await heading('AWS Lambda').waitFor();
      const boxes = [workbench.webview().locator('.side.pros'), workbench.webview().locator('.side.cons')];
      const [pros, cons] = await Promise.all(boxes.map((box) => box.boundingBox()));
      assert.ok(pros && cons);
      assert.equal(cons.y >= pros.y + pros.height, width === 700);
      await workbench.screenshot(`page-${theme}-${width}`);
    });
  }
});
