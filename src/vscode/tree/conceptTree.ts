import * as vscode from 'vscode';
import type { LibraryChange } from '../../core/library/library.js';
import { topicKey } from '../../core/library/topics.js';
import type { Notes } from '../notes/notes.js';
import { childNodes, nodeOf, topicNodes, treeItem, type TopicNode, type TreeNode } from './treeNodes.js';

/** What other features may ask of the tree. */
export interface ConceptTree {
  /** Selects a concept's row if the view is visible; never opens the view, never takes the focus. */
  reveal(conceptId: string): void;
  /** Opens the view at a topic. */
  openTopic(name: string): Promise<void>;
  dispose(): void;
}

/**
 * Shows the notes as a tree: topic, concept, sub-concept.
 *
 * @param notes The notes; they are read when the view is first seen.
 */
export function showConceptTree(notes: Notes): ConceptTree {
  const provider = new ConceptTreeProvider(notes);
  const view = vscode.window.createTreeView('yojeom.concepts', { treeDataProvider: provider, showCollapseAll: true });
  const showState = (): void => {
    view.message = notes.complaints().join('\n');
    // Until the notes have been read, nobody knows that there are none: the welcome waits.
    const isEmpty = !notes.isReading && notes.library.notes().length === 0;
    void vscode.commands.executeCommand('setContext', 'yojeom.isEmpty', isEmpty);
  };
  let wanted: string | undefined;
  const revealWanted = (): void => {
    const node = wanted !== undefined && view.visible ? nodeOf(notes.library, wanted) : undefined;
    if (node) {
      // A row can vanish while the editor looks for it; there is nothing to tell then.
      view.reveal(node, { select: true, focus: false }).then(undefined, () => undefined);
    }
  };
  const subscriptions = vscode.Disposable.from(
    view,
    provider,
    notes.onDidChangeState(showState),
    view.onDidChangeVisibility(revealWanted),
    vscode.commands.registerCommand('yojeom.refresh', () => notes.refresh()),
  );
  return {
    reveal: (conceptId) => {
      wanted = conceptId;
      revealWanted();
    },
    openTopic: async (name) => {
      const node = topicNodes(notes.library).find(({ id }) => id === `topic:${topicKey(name)}`);
      await vscode.commands.executeCommand('yojeom.concepts.focus');
      if (node) {
        await view.reveal(node, { select: true, focus: true, expand: true });
      }
    },
    dispose: () => void subscriptions.dispose(),
  };
}

/** Answers the tree from the library, and tells it of the rows that changed. */
class ConceptTreeProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #notes: Notes;
  readonly #changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly #endListening: () => void;
  /** The rows that the editor knows: a change is told by the same object. */
  #topics: ReadonlyMap<string, TopicNode> = new Map();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(notes: Notes) {
    this.#notes = notes;
    this.#endListening = notes.library.onChange((change) => {
      this.#tell(change);
    });
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    await this.#notes.ready();
    if (node) {
      return childNodes(this.#current(node));
    }
    const topics = topicNodes(this.#notes.library);
    this.#topics = new Map(topics.map((topic) => [topic.id, topic]));
    return topics;
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'concept' ? node.parent : undefined;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(this.#current(node), this.#topics.size === 1);
  }

  dispose(): void {
    this.#endListening();
    this.#changed.dispose();
  }

  /** A topic's row as it now is: the editor keeps the object that it was given first. */
  #current(node: TreeNode): TreeNode {
    return node.kind === 'topic' ? (topicNodes(this.#notes.library).find(({ id }) => id === node.id) ?? node) : node;
  }

  /** Where the topics stay, only those of the changed notes are told. */
  #tell({ changed, added, removed }: LibraryChange): void {
    const topics = topicNodes(this.#notes.library);
    const sameTopics = topics.length === this.#topics.size && topics.every(({ id }) => this.#topics.has(id));
    if (added.length > 0 || removed.length > 0 || !sameTopics) {
      this.#changed.fire(undefined);
      return;
    }
    const touched = new Set(changed.flatMap((uri) => this.#notes.library.note(uri)?.topics ?? []).map(topicKey));
    this.#changed.fire([...this.#topics.values()].filter(({ topic }) => touched.has(topicKey(topic.name))));
  }
}
