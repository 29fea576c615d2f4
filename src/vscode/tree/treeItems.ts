import * as vscode from 'vscode';
import type { Topic } from '../../core/library/topics.js';
import { ConceptNode, rowId, subConcepts, type GroupNode, type TreeNode } from './treeNodes.js';

/**
 * How a row looks.
 *
 * @param node A row.
 * @param isOnly Whether there is no other topic: then it starts open.
 */
export function treeItem(node: TreeNode, isOnly: boolean): vscode.TreeItem {
  const item =
    node instanceof ConceptNode ? conceptItem(node) : 'rows' in node ? groupItem(node) : topicItem(node, isOnly);
  item.id = rowId(node);
  return item;
}

function topicItem({ name, notes }: Topic, isOnly: boolean): vscode.TreeItem {
  const count = notes.reduce((sum, { concepts }) => sum + concepts.length, 0);
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(name, isOnly ? Expanded : Collapsed);
  item.contextValue = 'topic';
  item.description = String(count);
  item.tooltip = vscode.l10n.t('{0}: {1} concepts in {2} notes', name, count, notes.length);
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

function groupItem({ rows }: GroupNode): vscode.TreeItem {
  const titles = rows.map((row) => ('key' in row ? row.name : row.located.concept.title));
  const [first = '', last = ''] = [titles[0], titles.at(-1)];
  const label = vscode.l10n.t('{0} – {1}', first, last);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = String(rows.length);
  item.tooltip = vscode.l10n.t('{0} rows, from {1} to {2}', rows.length, first, last);
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
