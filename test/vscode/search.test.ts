import { assert } from 'chai';
import * as vscode from 'vscode';
import { inWorkspace, queueNote, remove, tabTitles, until, write } from './fixture.js';

describe('The search', () => {
  const press = (command: string): Thenable<unknown> => vscode.commands.executeCommand(`workbench.action.${command}`);
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500));
  const shows = (title: string): boolean => tabTitles().flat().includes(title);
  /** No API tells when the rows of a quick pick can be walked: a key that comes too early is pressed again. */
  const goTo = (title: string): Promise<boolean> =>
    until(
      async () => {
        await press('quickOpenSelectNext');
        await pause();
        return shows(title);
      },
      (isShown) => isShown,
    );

  /** A page that takes the focus late, on a busy machine, must not close the quick pick that a test has opened. */
  const closeOnFocusLost = (value: boolean | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration('workbench').update('quickOpen.closeOnFocusLost', value, false);

  before(async () => {
    await closeOnFocusLost(false);
    await write(inWorkspace('notes', 'queue.md'), queueNote);
    await vscode.commands.executeCommand('yojeom.refresh');
  });

  beforeEach(() => press('closeAllEditors'));

  after(async () => {
    await press('closeAllEditors');
    await closeOnFocusLost(undefined);
    await remove(inWorkspace('notes'));
  });

  it('opens what a misspelt query finds', async () => {
    await vscode.commands.executeCommand('yojeom.search', 'qeueu');
    await until(
      async () => {
        await press('acceptSelectedQuickOpenItem');
        await pause();
        return tabTitles().flat().join();
      },
      (titles) => titles === '큐(Queue)',
    );
  });

  it('shows the rows that the user goes to, and puts all back on Escape', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'code' });
    await vscode.window.showTextDocument(document);
    const before = tabTitles();
    await vscode.commands.executeCommand('yojeom.search', '');
    await pause();
    assert.deepEqual(tabTitles(), before);
    await goTo('Deque');
    await press('closeQuickOpen');
    await until(tabTitles, (groups) => JSON.stringify(groups) === JSON.stringify(before));
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('gives an open page back as it was', async () => {
    const id = `${inWorkspace('notes', 'queue.md').toString()}#큐queue`;
    await vscode.commands.executeCommand('yojeom.openConcept', id);
    await until(tabTitles, (groups) => groups.flat().join() === '큐(Queue)');
    await vscode.commands.executeCommand('yojeom.search', '');
    await goTo('Deque');
    assert.include(tabTitles().flat(), 'Deque');
    await press('closeQuickOpen');
    await until(tabTitles, (groups) => groups.flat().join() === '큐(Queue)');
  });
});
