import { assert } from 'chai';
import * as vscode from 'vscode';
import { pageContent } from '../../src/vscode/page/pageContent.js';
import { FaultyFileSystem } from './faultyFileSystem.js';
import { FaultyNotes } from './faultyNotes.js';
import { inWorkspace, queueNote, remove, set, tabTitles, until, write } from './fixture.js';

describe('The concept page', () => {
  const uri = inWorkspace('notes', 'queue.md');
  const queueId = `${uri.toString()}#큐queue`;
  const closeAll = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.closeAllEditors');

  before(async () => {
    await write(uri, queueNote);
    await vscode.commands.executeCommand('yojeom.refresh');
  });

  beforeEach(closeAll);

  after(async () => {
    await closeAll();
    await remove(inWorkspace('notes'));
  });

  it('opens one panel and uses it again', async () => {
    await vscode.commands.executeCommand('yojeom.openConcept', queueId);
    await until(tabTitles, (groups) => groups.flat().includes('큐(Queue)'));
    await vscode.commands.executeCommand('yojeom.openConcept', `${queueId}/deque`);
    await until(tabTitles, (groups) => groups.flat().join() === 'Deque');
  });

  it('stands beside the editor', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'code' }));
    await vscode.commands.executeCommand('yojeom.openConcept', queueId);
    const groups = await until(tabTitles, (found) => found[1]?.[0] === '큐(Queue)');
    assert.lengthOf(groups, 2);
  });

  it('follows a heading that is renamed', async () => {
    await vscode.commands.executeCommand('yojeom.openConcept', queueId);
    await until(tabTitles, (groups) => groups.flat().includes('큐(Queue)'));
    await write(uri, queueNote.replace('큐(Queue)', '줄(Line)'));
    await until(tabTitles, (groups) => groups.flat().join() === '줄(Line)');
    await write(uri, queueNote);
    await until(tabTitles, (groups) => groups.flat().join() === '큐(Queue)');
  });

  it('gives the source at its line, without covering the page', async () => {
    await vscode.commands.executeCommand('yojeom.openConcept', `${queueId}/deque`);
    await until(tabTitles, (groups) => groups.flat().includes('Deque'));
    await vscode.commands.executeCommand('yojeom.openSource');
    const editor = await until(
      () => vscode.window.activeTextEditor,
      (found) => found?.document.uri.toString() === uri.toString(),
    );
    assert.equal(editor?.document.lineAt(editor.selection.active.line).text, '## Deque');
  });

  it('shows concepts side by side on the same panel, as many as there still are', async () => {
    await vscode.commands.executeCommand('yojeom.openConcept', queueId);
    await vscode.commands.executeCommand('yojeom.compare', [queueId, `${queueId}/deque`, 'no such id']);
    await until(tabTitles, (groups) => groups.flat().join() === '큐 ↔ Deque');
    await write(uri, queueNote.replace('## Deque', '## Deck'));
    await until(tabTitles, (groups) => groups.flat().join() === '큐(Queue)');
    await write(uri, queueNote);
    await until(tabTitles, (groups) => groups.flat().join() === '큐 ↔ Deque');
  });

  it('gives a link to its concept, and the concept as Markdown, HTML and a table', async () => {
    await vscode.commands.executeCommand('yojeom.copyLink', queueId);
    assert.equal(await vscode.env.clipboard.readText(), `[큐(Queue)](/notes/queue.md#${encodeURI('큐queue')})`);
    await vscode.commands.executeCommand('yojeom.copyMarkdown', `${queueId}/deque`);
    assert.equal((await vscode.env.clipboard.readText()).trim(), '## Deque\n\nBoth ends.');
    await vscode.commands.executeCommand('yojeom.copyHtml', `${queueId}/deque`);
    assert.equal(await vscode.env.clipboard.readText(), '<h2>Deque</h2>\n<p>Both ends.</p>');
    await vscode.commands.executeCommand('yojeom.copyTable', `${queueId}/deque`);
    assert.match(
      await vscode.env.clipboard.readText(),
      /^\| {2}\| Deque \|\n\| --- \| --- \|\n\| Gist \| Both ends\. \|\n/u,
    );
  });

  it('shows a concept that only reading all of its note finds, while others still wait', async () => {
    const folder = inWorkspace('notes', 'many');
    const listed = inWorkspace('notes', 'many', 'listed.md');
    const names = Array.from({ length: 70 }, (_, index) => `n${index}.md`);
    await Promise.all(names.map((name) => write(vscode.Uri.joinPath(folder, name), `# ${name}\n\n## Pros\n\n- x\n`)));
    await write(listed, '# CS\n\n- Array\n  - Pros\n    - quick\n  - Cons\n    - fixed\n');
    await vscode.commands.executeCommand('yojeom.clearCache');
    await vscode.commands.executeCommand('yojeom.pauseReading');
    try {
      await vscode.commands.executeCommand('yojeom.refresh');
      await vscode.commands.executeCommand('yojeom.openConcept', `${listed.toString()}#cs/array`);
      await until(tabTitles, (groups) => groups.flat().includes('Array'));
    } finally {
      await vscode.commands.executeCommand('yojeom.resumeReading');
    }
  });

  it('offers to write into the note only where that can be written', async () => {
    const webview = { asWebviewUri: (place: vscode.Uri) => place } as vscode.Webview;
    for (const [scheme, isReadonly] of [
      ['yojeomread', true],
      ['yojeomwrite', false],
    ] as const) {
      const files = new FaultyFileSystem(scheme, isReadonly);
      files.put('/notes/a.md', '# A\n\n## Pros\n\n- [ ] fast\n');
      const notes = new FaultyNotes();
      try {
        await notes.setFolders(`${scheme}:/notes`);
        await notes.open();
        const page = await pageContent(`${scheme}:/notes/a.md#a`, notes.notes, webview, new Set());
        assert.include(page?.html, 'fast');
        for (const action of ['addSide', 'task']) {
          assert.equal(page?.html.includes(`data-action="${action}"`), !isReadonly, `${scheme}: ${action}`);
        }
      } finally {
        notes.close();
        notes.files.dispose();
        files.dispose();
        await Promise.all(['folders', 'bundledNotes'].map((name) => set(name, undefined)));
        await remove(inWorkspace('storage'));
      }
    }
  });
});
