import * as vscode from 'vscode';
import { TopicIndex } from '../../core/library/topicIndex.js';
import type { Topic } from '../../core/library/topics.js';
import type { Notes } from '../notes/notes.js';
import { TopicNews } from './topicNews.js';
import { treeItem } from './treeItems.js';
import { childNodes, ConceptNode, parentNode, topNodes, type TreeNode } from './treeNodes.js';

type ReadNotes = Pick<Notes, 'library' | 'ready' | 'isReading' | 'onDidChangeState' | 'prefer'>;

/** Answers the tree from the library, and tells it of the rows that changed. */
export class ConceptTreeProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #notes: ReadNotes;
  readonly #topics: TopicIndex;
  readonly #news: TopicNews;
  readonly #changed = new vscode.EventEmitter<Topic[] | undefined>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param notes The notes; they are read when the editor first asks for rows. */
  constructor(notes: ReadNotes) {
    this.#notes = notes;
    this.#topics = new TopicIndex(notes.library);
    this.#news = new TopicNews(notes.library, this.#topics, (changed) => {
      this.#changed.fire(changed);
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#topics,
      this.#changed,
      this.#news,
      notes.onDidChangeState(() => {
        if (!notes.isReading) {
          this.#news.tellNow();
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
    this.#news.tellNow();
    return this.#topics;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
