import assert from 'node:assert/strict';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

const treeNote = `---
categories: [자료구조]
---
# 스택(Stack)

마지막에 넣은 것이 먼저 나온다.

## 콜 스택

함수 호출을 쌓는다.

# 큐(Queue)

먼저 넣은 것이 먼저 나온다.

## 장점
- 공정하다
## 단점
- 임의 접근이 느리다
- 크기를 알기 어렵다
`;

describe('The tree', () => {
  let workbench: Workbench;
  let notes: NotesFolder;
  const row = (text: string) => workbench.page.locator('.pane-body .monaco-list-row', { hasText: text });

  beforeEach(() => {
    notes = notesFolder({ 'notes/stack.md': treeNote });
  });

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('opens with topics, concepts and counts', async () => {
    workbench = await openWorkbench({ folder: notes.folder, locale: 'ko' });
    await workbench.openView();
    await row('큐(Queue)').waitFor();
    assert.match(await row('큐(Queue)').innerText(), /\+1 −2/u);
    await row('스택(Stack)').locator('.monaco-tl-twistie').click();
    await row('콜 스택').waitFor();
    const texts = await workbench.treeLabels();
    assert.deepEqual(texts, ['자료구조', '스택(Stack)', '콜 스택', '큐(Queue)']);
    await workbench.screenshot('tree-korean-light');
  });

  it('opens a concept by a click and its source by the row’s action', async () => {
    workbench = await openWorkbench({ folder: notes.folder, theme: 'dark' });
    await workbench.openView();
    await row('큐(Queue)').click();
    await workbench.webview().locator('h1', { hasText: '큐' }).waitFor();
    await row('큐(Queue)').hover();
    await row('큐(Queue)').locator('.action-label.codicon-go-to-file').click();
    await workbench.page.locator('.view-line', { hasText: '큐(Queue)' }).waitFor();
    const position = workbench.page.locator('#status\\.editor\\.selection');
    await position.filter({ hasText: 'Ln 12' }).waitFor();
    await workbench.webview().locator('h1', { hasText: '큐' }).waitFor();
  });

  it('follows the page, and shows a new note within moments', async () => {
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.openView();
    await row('스택(Stack)').click();
    await workbench.webview().locator('.card', { hasText: '콜 스택' }).click();
    await workbench.webview().locator('h1', { hasText: '콜 스택' }).waitFor();
    await row('콜 스택').and(workbench.page.locator('.selected')).waitFor();
    notes.write('notes/heap.md', '---\ncategories: [자료구조]\n---\n# 힙(Heap)\n\n우선순위.\n');
    await row('힙(Heap)').waitFor();
  });

  it('moves a note to the topic that it now names, and opens nothing that was collapsed', async () => {
    const noteIn = (topic: string, title: string, gist: string): string =>
      `---\ncategories: [${topic}]\n---\n# ${title}\n\n${gist}\n`;
    notes.write('notes/stack.md', noteIn('Trees', 'Trie', 'Of letters.'));
    notes.write('notes/array.md', noteIn('Arrays', 'Array', 'Side by side.'));
    notes.write('notes/vector.md', noteIn('Arrays', 'Vector', 'Grows.'));
    notes.write('notes/list.md', noteIn('Lists', 'List', 'One after the other.'));
    workbench = await openWorkbench({ folder: notes.folder });
    const labels = (): Promise<string[]> => workbench.treeLabels();
    await workbench.openView();
    await row('Arrays').click();
    await row('Vector').click();
    await workbench.webview().locator('h1', { hasText: 'Vector' }).waitFor();
    await row('Vector').and(workbench.page.locator('.selected')).waitFor();
    await row('Arrays').click();
    await becomes(labels, ['Arrays', 'Lists', 'Trees']);
    notes.write('notes/vector.md', noteIn('Arrays', 'Vector', 'Grows when it is full.'));
    await workbench.webview().locator('.gist', { hasText: 'full' }).waitFor();
    // The tree would follow the page a moment later.
    await workbench.page.waitForTimeout(500);
    assert.deepEqual(await labels(), ['Arrays', 'Lists', 'Trees']);
    await row('Arrays').click();
    await row('Lists').click();
    await becomes(labels, ['Arrays', 'Array', 'Vector', 'Lists', 'List', 'Trees']);
    notes.write('notes/vector.md', noteIn('Lists', 'Vector', 'Grows.'));
    await becomes(labels, ['Arrays', 'Array', 'Lists', 'List', 'Vector', 'Trees']);
  });

  it('shows many concepts in groups, and follows the page into them', async () => {
    const many = Array.from({ length: 600 }, (_, index) => `# Concept ${index}\n\nIt has the number ${index}.\n`);
    notes.write('notes/stack.md', many.join('\n'));
    workbench = await openWorkbench({ folder: notes.folder });
    const labels = (): Promise<string[]> => workbench.treeLabels();
    const group = (first: number, last: number): string => `Concept ${first} – Concept ${last}`;
    const concept = (index: number) => workbench.page.locator(`.monaco-list-row[aria-label="Concept ${index}"]`);
    await workbench.openView();
    await row(group(450, 599)).waitFor();
    await becomes(labels, ['notes', group(0, 149), group(150, 299), group(300, 449), group(450, 599)]);
    await workbench.screenshot('tree-groups');
    await row(group(450, 599)).click();
    await concept(450).click();
    await workbench.webview().locator('h1', { hasText: 'Concept 450' }).waitFor();
    await workbench.webview().locator('a', { hasText: 'Concept 449' }).click();
    await workbench.webview().locator('h1', { hasText: 'Concept 449' }).waitFor();
    await concept(449).and(workbench.page.locator('.selected')).waitFor();
    // The groups stay as open as they were, though each is now one row further on.
    notes.write('notes/stack.md', ['# New\n', ...many].join('\n'));
    await workbench.page.locator('.pane-body .label-name', { hasText: group(299, 448) }).waitFor();
    await concept(448).waitFor();
  });

  it('is filtered by typing', async () => {
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.openView();
    await row('큐(Queue)').waitFor();
    await row('자료구조').click();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('Control+Alt+F');
    await workbench.page.keyboard.type('queue');
    await row('큐(Queue)').locator('.monaco-highlighted-label .highlight').first().waitFor();
  });

  it('says what is missing, and welcomes who has no notes', async () => {
    const userSettings = { 'yojeom.folders': ['no-such-folder'], 'yojeom.bundledNotes': 'never' };
    workbench = await openWorkbench({ folder: notes.folder, locale: 'ko', userSettings });
    await workbench.openView();
    await workbench.page.locator('.pane-body .message', { hasText: 'no-such-folder' }).waitFor();
    await workbench.screenshot('tree-missing-folder');
    await workbench.close();
    workbench = await openWorkbench({ locale: 'ko', userSettings: { 'yojeom.bundledNotes': 'never' } });
    await workbench.openView();
    await workbench.page.locator('.welcome-view .monaco-button', { hasText: '노트 폴더 추가' }).waitFor();
    await workbench.screenshot('tree-welcome');
    await workbench.page.locator('.welcome-view .monaco-button', { hasText: '기본 제공 노트 보기' }).click();
    await row('Lambda').waitFor();
  });
});
