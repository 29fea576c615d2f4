import * as vscode from 'vscode';
import type { LibraryChange } from '../../core/library/library.js';
import { topicKey } from '../../core/library/topics.js';
import type { Notes } from '../notes/notes.js';
import { childNodes, ConceptNode, nodeOf, topicNodes, treeItem, type TopicNode, type TreeNode } from './treeNodes.js';

/** What other features may ask of the tree. */
export interface ConceptTree {
  /**
   * Selects the row of the concept that the page shows, if the view is visible; never opens the view, never takes the
   * focus. Without a concept, there is no page any more.
   */
  follow(conceptId: string | undefined): void;
  /** Fires with the id of a concept whose row the user chose. */
  readonly onDidSelect: vscode.Event<string>;
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
  const view = vscode.window.createTreeView('yojeom.concepts', {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
  });
  const showState = (): void => {
    view.message = notes.complaints().join('\n');
    // Until the notes have been read, nobody knows that there are none: the welcome waits.
    const isEmpty = !notes.isReading && notes.library.concepts().length === 0;
    void vscode.commands.executeCommand('setContext', 'yojeom.isEmpty', isEmpty);
  };
  let wanted: string | undefined;
  const revealWanted = (): void => {
    const isSelected = view.selection.some((row) => row instanceof ConceptNode && row.located.concept.id === wanted);
    const node = wanted !== undefined && view.visible && !isSelected ? nodeOf(notes.library, wanted) : undefined;
    if (node) {
      // A row can vanish while the editor looks for it; there is nothing to tell then.
      view.reveal(node, { select: true, focus: false }).then(undefined, () => undefined);
    }
  };
  const selected = new vscode.EventEmitter<string>();
  const subscriptions = vscode.Disposable.from(
    selected,
    view.onDidChangeSelection(({ selection: [row] }) => {
      if (row instanceof ConceptNode) {
        selected.fire(row.located.concept.id);
      }
    }),
    view,
    provider,
    notes.onDidChangeState(showState),
    view.onDidChangeVisibility(revealWanted),
    vscode.commands.registerCommand('yojeom.refresh', () => notes.refresh()),
  );
  return {
    follow: (conceptId) => {
      wanted = conceptId;
      revealWanted();
    },
    onDidSelect: selected.event,
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
  /** The topics' rows as they are now; nothing after a change, until someone asks. */
  #current: ReadonlyMap<string, TopicNode> | undefined;
  /** The topics' rows as the editor got them: a change is told by the same objects. */
  #given: ReadonlyMap<string, TopicNode> = new Map();
  /** Topics in which each note was when the editor last asked. */
  #topicsOfNotes: ReadonlyMap<string, readonly string[]> = new Map();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(notes: Notes) {
    this.#notes = notes;
    this.#endListening = notes.library.onChange((change) => {
      this.#current = undefined;
      this.#tell(change);
    });
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    await this.#notes.ready();
    if (node) {
      return childNodes(this.#now(node));
    }
    this.#given = this.#topics();
    this.#topicsOfNotes = new Map(this.#notes.library.notes().map((note) => [note.uri, note.topics.map(topicKey)]));
    return [...this.#given.values()];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'concept' ? node.parent : undefined;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(this.#now(node), this.#given.size === 1);
  }

  dispose(): void {
    this.#endListening();
    this.#changed.dispose();
  }

  #topics(): ReadonlyMap<string, TopicNode> {
    this.#current ??= new Map(topicNodes(this.#notes.library).map((node) => [node.id, node]));
    return this.#current;
  }

  /** A topic's row as it now is: the editor keeps the object that it was given first. */
  #now(node: TreeNode): TreeNode {
    return node.kind === 'topic' ? (this.#topics().get(node.id) ?? node) : node;
  }

  /** Where no note came, went or changed its topics, only the topics of the changed notes are told. */
  #tell({ changed, added, removed }: LibraryChange): void {
    const before = changed.map((uri) => this.#topicsOfNotes.get(uri)?.join('\n'));
    const after = changed.map((uri) => this.#notes.library.note(uri)?.topics.map(topicKey).join('\n'));
    const isOutline = added.length + removed.length > 0 || before.some((topics, index) => topics !== after[index]);
    const touched = new Set(after.flatMap((topics) => topics?.split('\n') ?? []));
    const rows = [...this.#given.values()].filter(({ topic }) => touched.has(topicKey(topic.name)));
    this.#changed.fire(isOutline || rows.length === 0 ? undefined : rows);
  }
}
