import assert from 'node:assert/strict';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { SearchList } from './searchList.js';
import { searchNotes } from './searchNotes.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

describe('Look Up', () => {
  let workbench: Workbench;
  let list: SearchList;
  let notes: NotesFolder;
  const heading = (text: string) => workbench.webview().locator('h1', { hasText: text });
  /** Opens a file with a text, the cursor in its first word. */
  const openFile = async (text: string): Promise<void> => {
    notes.write('code.txt', text);
    workbench = await openWorkbench({ folder: notes.folder });
    list = new SearchList(workbench);
    await workbench.openExplorer();
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'code.txt' }).dblclick();
    await workbench.page
      .locator('.view-line', { hasText: text.split('\n')[0] ?? '' })
      .first()
      .click({ position: { x: 4, y: 8 } });
    await workbench.page.locator('.monaco-editor.focused').waitFor();
  };

  beforeEach(() => {
    notes = notesFolder({
      ...searchNotes,
      'notes/twins.md': '---\ncategories: [Twins]\n---\n# Mutex lock\n\nOne.\n\n# Latch (Mutex lock)\n\nTwo.\n',
    });
  });

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('opens the one concept that a word names: an identifier, a word in capitals, with a particle, decomposed', async () => {
    const words = [
      ['circuitBreaker', 'Circuit Breaker'],
      ['컨테이너를', '컨테이너'],
      ['CIRCUIT-BREAKER', 'Circuit Breaker'],
      ['큐는'.normalize('NFD'), '큐'],
    ] as const;
    await openFile(words.map(([word]) => `${word} = open();\n`).join(''));
    for (const [place, [, title]] of words.entries()) {
      await workbench.page
        .locator('.view-line')
        .nth(place)
        .click({ position: { x: 4, y: 8 } });
      await list.press('Shift+Alt+Y');
      await heading(title).waitFor();
      assert.equal(await workbench.quickInput.isVisible(), false);
    }
  });

  it('asks which is meant of several, with the word filled in', async () => {
    await openFile('mutexLock();\n');
    await list.press('Shift+Alt+Y');
    await workbench.quickInput.waitFor();
    assert.equal(await list.value(), 'mutex lock');
    await becomes(() => list.outline(), ['— Concepts', 'Mutex lock', 'Latch (Mutex lock)']);
  });

  it('searches for a word that names nothing, from the menu too', async () => {
    await openFile('infra_as_codes\n');
    await workbench.page
      .locator('.view-line')
      .first()
      .click({ button: 'right', position: { x: 4, y: 8 } });
    // A menu takes no click in its first moments.
    await workbench.page.waitForTimeout(500);
    await workbench.page.locator('.monaco-menu .action-label', { hasText: 'Look Up' }).click();
    await workbench.quickInput.waitFor();
    assert.equal(await list.value(), 'infra as codes');
  });
});
