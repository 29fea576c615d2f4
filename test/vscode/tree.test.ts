import { assert } from 'chai';
import * as vscode from 'vscode';
import { Library } from '../../src/core/library/library.js';
import { readNote } from '../../src/core/note/read.js';
import {
  childNodes,
  ConceptNode,
  nodeOf,
  topicNodes,
  treeItem,
  type TreeNode,
} from '../../src/vscode/tree/treeNodes.js';
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
  return topicNodes(library).flatMap(below);
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
    assert.lengthOf(new Set(nodes.map(({ id }) => id)), 4);
  });

  it('finds the row of a concept with all rows above it', () => {
    const library = libraryOf(queueNote);
    const deque = library.concepts().find(({ concept }) => concept.title === 'Deque');
    const node = nodeOf(library, deque?.concept.id ?? '');
    const path: TreeNode[] = [];
    for (
      let above: TreeNode | undefined = node;
      above;
      above = above instanceof ConceptNode ? above.parent : undefined
    ) {
      path.unshift(above);
    }
    assert.deepEqual(
      path.map(({ id }) => id),
      allNodes(library).map(({ id }) => id),
    );
    assert.isUndefined(nodeOf(library, 'no such id'));
  });

  it('can be opened', async () => {
    await vscode.commands.executeCommand('yojeom.concepts.focus');
  });
});
