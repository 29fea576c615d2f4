import * as vscode from 'vscode';
import { TopicIndex } from '../../core/library/topicIndex.js';
import type { Topic } from '../../core/library/topics.js';
import type { Notes } from '../notes/notes.js';
import { treeItem } from './treeItems.js';
import { childNodes, ConceptNode, parentNode, topNodes, type TreeNode } from './treeNodes.js';

/**
 * Least time between two changes that are told, in milliseconds. The editor waits with a change until none has come for
 * 200: told more often while many notes are read, it would show nothing until the end.
 */
const pauseMilliseconds = 250;

type ReadNotes = Pick<Notes, 'library' | 'ready' | 'isReading' | 'onDidChangeState' | 'prefer'>;

/** Answers the tree from the library, and tells it of the rows that changed. */
export class ConceptTreeProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #notes: ReadNotes;
  readonly #topics: TopicIndex;
  readonly #changed = new vscode.EventEmitter<Topic[] | undefined>();
  readonly #subscriptions: vscode.Disposable;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #toldAt = 0;
  #toldTopics: readonly Topic[] | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param notes The notes; they are read when the editor first asks for rows. */
  constructor(notes: ReadNotes) {
    this.#notes = notes;
    this.#topics = new TopicIndex(notes.library);
    this.#subscriptions = vscode.Disposable.from(
      this.#topics,
      this.#changed,
      { dispose: notes.library.onChange(() => this.#tellLater()) },
      notes.onDidChangeState(() => {
        if (!notes.isReading) {
          this.#tellNow();
        }
      }),
    );
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    await this.#notes.ready();
    const below = node ? childNodes(node) : topNodes(this.#topics);
    // What comes into view shall soon have its counts.
    this.#notes.prefer(below.flatMap((row) => (row instanceof ConceptNode ? [row.located.note.uri] : [])));
    return below;
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return parentNode(this.#topics, node);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(node, this.#topics.topics().length === 1);
  }

  /** The topics, for rows that the editor shall look for: it must have been told of all changes. */
  told(): TopicIndex {
    this.#tellNow();
    return this.#topics;
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#subscriptions.dispose();
  }

  /** What many batches change while notes are read is told together; what one edit changes, when it has been read. */
  #tellLater(): void {
    this.#waiting ??= setTimeout(() => this.#tellNow(), Math.max(0, this.#toldAt + pauseMilliseconds - Date.now()));
  }

  #tellNow(): void {
    if (this.#waiting === undefined) {
      return;
    }
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#toldAt = Date.now();
    const [topics, changed] = [this.#topics.topics(), this.#topics.takeChanged()];
    if (topics !== this.#toldTopics) {
      this.#changed.fire(undefined);
    } else if (changed.size > 0) {
      this.#changed.fire([...changed]);
    }
    this.#toldTopics = topics;
  }
}
