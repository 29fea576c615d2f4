import * as vscode from 'vscode';
import type { Located, ReadonlyLibrary } from '../../core/library/library.js';
import { topicKey, topicsOf, type Topic } from '../../core/library/topics.js';

/** A row for a topic. */
export interface TopicNode {
  readonly kind: 'topic';
  readonly id: string;
  readonly topic: Topic;
}

/** A row for a concept; a note with several topics has a row in each. A class, for commands are called with anything. */
export class ConceptNode {
  readonly kind = 'concept';
  readonly id: string;
  readonly located: Located;
  readonly parent: TreeNode;

  /**
   * @param located The concept and its note.
   * @param parent The row above.
   */
  constructor(located: Located, parent: TreeNode) {
    const topicId = parent.kind === 'topic' ? parent.id : parent.id.slice(0, parent.id.indexOf('\n'));
    this.id = `${topicId}\n${located.concept.id}`;
    this.located = located;
    this.parent = parent;
  }
}

export type TreeNode = TopicNode | ConceptNode;

/**
 * The rows for topics.
 *
 * @param library The notes.
 */
export function topicNodes(library: ReadonlyLibrary): TopicNode[] {
  return topicsOf(library.notes()).map((topic) => ({ kind: 'topic', id: `topic:${topicKey(topic.name)}`, topic }));
}

/**
 * The rows below a row, in the order of the notes.
 *
 * @param node A row.
 */
export function childNodes(node: TreeNode): ConceptNode[] {
  const below = node.kind === 'topic' ? node.topic.concepts : subConcepts(node.located);
  return below.map((located) => new ConceptNode(located, node));
}

/**
 * The row of a concept, with the rows above it.
 *
 * @param library The notes.
 * @param conceptId The concept's id.
 * @returns The row in the first of its note's topics.
 */
export function nodeOf(library: ReadonlyLibrary, conceptId: string): ConceptNode | undefined {
  const located = library.find(conceptId);
  if (!located) {
    return undefined;
  }
  const { concept, note } = located;
  const [name] = note.topics;
  const above =
    concept.parent === null
      ? topicNodes(library).find((node) => name !== undefined && node.id === `topic:${topicKey(name)}`)
      : nodeOf(library, concept.parent);
  return above && childNodes(above).find((node) => node.located.concept.id === conceptId);
}

/**
 * How a row looks.
 *
 * @param node A row.
 * @param isOnly Whether there is no other topic: then it starts open.
 */
export function treeItem(node: TreeNode, isOnly: boolean): vscode.TreeItem {
  const item = node.kind === 'topic' ? topicItem(node, isOnly) : conceptItem(node);
  item.id = node.id;
  return item;
}

function topicItem({ topic }: TopicNode, isOnly: boolean): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(topic.name, isOnly ? Expanded : Collapsed);
  const notes = new Set(topic.concepts.map(({ note }) => note));
  const count = [...notes].reduce((sum, note) => sum + note.concepts.length, 0);
  item.contextValue = 'topic';
  item.description = String(count);
  item.tooltip = vscode.l10n.t('{0}: {1} concepts in {2} notes', topic.name, count, notes.size);
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

function conceptItem({ located }: ConceptNode): vscode.TreeItem {
  const { concept } = located;
  const hasChildren = subConcepts(located).length > 0;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(concept.title, hasChildren ? Collapsed : None);
  const [pros, cons] = [concept.pros.length, concept.cons.length];
  const counts = vscode.l10n.t('{0} pros, {1} cons', pros, cons);
  const hasPoints = pros + cons > 0;
  item.contextValue = 'concept';
  item.description = hasPoints ? [pros && `+${pros}`, cons && `−${cons}`].filter(Boolean).join(' ') : '';
  item.tooltip = [concept.title, hasPoints ? counts : '', concept.gist].filter(Boolean).join('\n');
  item.accessibilityInformation = { label: hasPoints ? `${concept.title}, ${counts}` : concept.title };
  item.command = { command: 'yojeom.openConcept', title: vscode.l10n.t('Open Concept'), arguments: [concept.id] };
  return item;
}

function subConcepts({ concept, note }: Located): Located[] {
  return note.concepts.filter(({ parent }) => parent === concept.id).map((child) => ({ concept: child, note }));
}
