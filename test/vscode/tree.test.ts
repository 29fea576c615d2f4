import { assert } from 'chai';
import * as vscode from 'vscode';
import { Library } from '../../src/core/library/library.js';
import { TopicIndex } from '../../src/core/library/topicIndex.js';
import { readNote } from '../../src/core/note/read.js';
import { treeItem } from '../../src/vscode/tree/treeItems.js';
import { childNodes, nodeOf, parentNode, rowId, topNodes, type TreeNode } from '../../src/vscode/tree/treeNodes.js';
import { ConceptTreeProvider } from '../../src/vscode/tree/treeProvider.js';
import { queueNote } from './fixture.js';

const uri = 'file:///notes/queue.md';

function libraryOf(...texts: string[]): Library {
  const library = new Library();
  const sources = texts.map((text, index) => ({
    uri: index === 0 ? uri : `${uri}${index}`,
    name: 'n',
    folder: 'f',
    text,
  }));
  library.update(sources.map((source) => readNote(source)));
  return library;
}

function allNodes(library: Library): TreeNode[] {
  const below = (node: TreeNode): TreeNode[] => [node, ...childNodes(node).flatMap(below)];
  return topNodes(new TopicIndex(library)).flatMap(below);
}

const label = (node: TreeNode): string => treeItem(node, false).label as string;

/** A library of one note for each title, in the order of the titles. */
function libraryOfTitles(titles: readonly string[], topicOf: (title: string) => string): Library {
  const library = new Library();
  library.update(
    titles.map((title, index) => {
      const source = { uri: `${uri}${String(index).padStart(5, '0')}`, name: 'n', folder: topicOf(title) };
      return readNote({ ...source, text: `# ${title}\n\n## Part of ${title}\n` });
    }),
  );
  return library;
}

/** A row with all rows above it, from the top. */
function wayTo(node: TreeNode | undefined, topics: TopicIndex): TreeNode[] {
  return node ? [...wayTo(parentNode(topics, node), topics), node] : [];
}

describe('The topic tree', () => {
  it('has topics, concepts and sub-concepts in the note’s order', () => {
    const labels = allNodes(libraryOf(queueNote)).map((node) => treeItem(node, true).label);
    assert.deepEqual(labels, ['Data structures', '큐(Queue)', 'Deque']);
  });

  it('shows counts, gist and what a click does', () => {
    const [, queue, deque] = allNodes(libraryOf(queueNote)).map((node) => treeItem(node, true));
    assert.equal(queue?.description, '+2 −1');
    assert.include(queue?.tooltip as string, 'First in, first out.');
    assert.equal(queue?.command?.command, 'yojeom.openConcept');
    assert.equal(queue?.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    assert.equal(deque?.description, '');
    assert.equal(deque?.collapsibleState, vscode.TreeItemCollapsibleState.None);
    assert.equal(queue?.contextValue, 'concept');
  });

  it('keeps ids when text is added above', () => {
    const ids = (library: Library): (string | undefined)[] => allNodes(library).map((node) => treeItem(node, true).id);
    const before = ids(libraryOf(queueNote));
    const after = ids(libraryOf(queueNote.replace('# 큐', 'Some words first.\n\n# 큐')));
    assert.deepEqual(after, before);
    assert.lengthOf(new Set(before), before.length);
  });

  it('gives a note with several topics a row in each, with ids of its own', () => {
    const nodes = allNodes(libraryOf('---\ncategories: [A, B]\n---\n# X\n'));
    assert.lengthOf(nodes, 4);
    assert.lengthOf(new Set(nodes.map(rowId)), 4);
  });

  it('finds the row of a concept with all rows above it', () => {
    const library = libraryOf(queueNote);
    const deque = library.concepts().find(({ concept }) => concept.title === 'Deque');
    const topics = new TopicIndex(library);
    const node = nodeOf(topics, library, deque?.concept.id ?? '');
    assert.deepEqual(wayTo(node, topics).map(rowId), allNodes(library).map(rowId));
    assert.isUndefined(nodeOf(topics, library, 'no such id'));
  });

  it('has groups where many concepts are in a topic, in the same order', () => {
    const titles = Array.from({ length: 1000 }, (_, index) => `C${index}`);
    const library = libraryOfTitles(titles, () => 't');
    const [topic] = topNodes(new TopicIndex(library));
    const groups = topic ? childNodes(topic) : [];
    const sizes = groups.map((group) => childNodes(group).length);
    assert.deepEqual(sizes, [150, 150, 150, 150, 150, 150, 100]);
    assert.deepEqual(groups.flatMap(childNodes).map(label), titles);
    const item = treeItem(groups[1]!, false);
    assert.equal(item.label, 'C150 – C299');
    assert.equal(item.description, '150');
    assert.equal(item.tooltip, '150 rows, from C150 to C299');
    assert.deepEqual(item.accessibilityInformation, { label: '150 rows, from C150 to C299' });
    assert.equal(item.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    assert.equal(treeItem(topic!, false).description, '2000');
    assert.lengthOf(new Set(allNodes(library).map(rowId)), 1 + 7 + 2000);
  });

  it('has groups below a concept and of topics too, and none where rows are few', () => {
    const parts = (count: number): string =>
      `# Whole\n${Array.from({ length: count }, (_, index) => `\n## P${index}\n`).join('')}`;
    const below = (count: number): string[] => childNodes(allNodes(libraryOf(parts(count)))[1]!).map(label);
    assert.lengthOf(below(500), 500);
    assert.deepEqual(below(501), ['P0 – P149', 'P150 – P299', 'P300 – P500']);
    const titles = Array.from({ length: 501 }, (_, index) => `T${1000 + index}`);
    const tops = topNodes(new TopicIndex(libraryOfTitles(titles, (title) => title)));
    assert.deepEqual(tops.map(label), ['T1000 – T1149', 'T1150 – T1299', 'T1300 – T1500']);
  });

  it('finds rows in groups, by ids that small edits leave alone', () => {
    const titles = Array.from({ length: 600 }, (_, index) => `C${index}`);
    for (const topicOf of [() => 't', (title: string) => title]) {
      const library = libraryOfTitles(titles, topicOf);
      const topics = new TopicIndex(library);
      for (const { concept } of library.concepts().filter((_, index) => index % 41 === 0)) {
        const way = wayTo(nodeOf(topics, library, concept.id), topics);
        assert.include(way.map(label), concept.title);
        assert.isTrue(way.some((node) => 'rows' in node));
        let rows = topNodes(topics);
        for (const node of way) {
          const row = rows.find((one) => rowId(one) === rowId(node));
          assert.isDefined(row, `${concept.title}: ${rowId(node)}`);
          rows = childNodes(row);
        }
      }
      const groups = (): string[] => allNodes(library).flatMap((node) => ('rows' in node ? [node.id] : []));
      const before = groups();
      library.update([readNote({ uri: `${uri}0`, name: 'n', folder: 't', text: '# New\n' })]);
      assert.deepEqual(groups(), before);
    }
  });

  it('is told of the rows that changed, and many batches together', async () => {
    const states = new vscode.EventEmitter<void>();
    const library = new Library();
    const notes = {
      library,
      isReading: true,
      onDidChangeState: states.event,
      ready: () => Promise.resolve(),
      prefer: () => undefined,
    };
    const provider = new ConceptTreeProvider(notes);
    const told: (string[] | undefined)[] = [];
    provider.onDidChangeTreeData((rows) => told.push(rows?.map(rowId)));
    const put = (place: number, folder: string): void =>
      library.update([readNote({ uri: `${uri}${place}`, name: 'n', folder, text: '# X\n' })]);
    const end = Date.now() + 700;
    for (let place = 0; Date.now() < end; place += 1) {
      put(place, `t${place % 3}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.isAtLeast(told.length, 2);
    assert.isAtMost(told.length, 4);
    notes.isReading = false;
    states.fire();
    told.length = 0;
    const edited = (place: number, folder: string): (string[] | undefined)[] => {
      put(place, folder);
      states.fire();
      return told.splice(0);
    };
    assert.deepEqual(edited(0, 't0'), [['topic:t0']]);
    assert.deepEqual(edited(0, 't1'), [['topic:t0', 'topic:t1']]);
    assert.deepEqual(edited(0, 'new'), [undefined]);
    const rows = await provider.getChildren();
    assert.deepEqual(rows.map(rowId), ['topic:new', 'topic:t0', 'topic:t1', 'topic:t2']);
    put(0, 't0');
    assert.isUndefined(provider.told().topic('new'));
    assert.deepEqual(told, [undefined], 'before a row is looked for');
    provider.dispose();
    states.dispose();
  });

  it('can be opened', async () => {
    await vscode.commands.executeCommand('yojeom.concepts.focus');
  });
});
