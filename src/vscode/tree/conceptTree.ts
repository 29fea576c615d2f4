import * as vscode from 'vscode';
import { topicKey } from '../../core/library/topics.js';
import type { Notes } from '../notes/notes.js';
import { ConceptNode, nodeOf } from './treeNodes.js';
import { ConceptTreeProvider } from './treeProvider.js';

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

/** From how many notes on their reading takes long enough to be spoken of. */
const largeLibrary = 500;

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
    const message = [...notes.complaints(), ...readingMessage(notes)].join('\n');
    // To the editor any message is a change, after which it keeps other changes waiting.
    if (view.message !== message) {
      view.message = message;
    }
    // Until the notes have been read, nobody knows that there are none: the welcome waits.
    const isEmpty = !notes.isReading && notes.library.isEmpty;
    void vscode.commands.executeCommand('setContext', 'yojeom.isEmpty', isEmpty);
  };
  let wanted: string | undefined;
  const revealWanted = (): void => {
    const isSelected = view.selection.some((row) => row instanceof ConceptNode && row.located.concept.id === wanted);
    const node =
      wanted !== undefined && view.visible && !isSelected ? nodeOf(provider.told(), notes.library, wanted) : undefined;
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
      const node = provider.told().topic(topicKey(name));
      await vscode.commands.executeCommand('yojeom.concepts.focus');
      if (node) {
        await view.reveal(node, { select: true, focus: true, expand: true });
      }
    },
    dispose: () => void subscriptions.dispose(),
  };
}

/** How far the reading of a large library is, in steps: a message that changes all the time says nothing. */
function readingMessage({ progress, isPaused }: Notes): string[] {
  const { read, all } = progress;
  if (read === all || all < largeLibrary) {
    return [];
  }
  const step = Math.ceil(all / 10);
  const shown = Math.floor(read / step) * step;
  return isPaused
    ? [
        vscode.l10n.t(
          'Reading is paused: of {0} notes, {1} are shown by their headings only, or as they were read last time.',
          all,
          all - read,
        ),
      ]
    : [vscode.l10n.t('Reading notes: {0} of {1}', shown, all)];
}
