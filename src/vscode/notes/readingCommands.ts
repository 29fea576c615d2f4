import * as vscode from 'vscode';
import type { WorkspaceNotes } from './notes.js';

/**
 * Shows in the view that notes are being read, and registers the commands that stop it, go on, and forget what is kept of
 * it for the next start.
 *
 * @param notes The notes.
 */
export function registerReadingCommands(notes: WorkspaceNotes): vscode.Disposable {
  let endProgress: (() => void) | undefined;
  let shown = '';
  const show = (): void => {
    const { read, all } = notes.progress;
    const state = read === all ? '' : notes.isPaused ? 'paused' : 'reading';
    if (state !== shown) {
      shown = state;
      void vscode.commands.executeCommand('setContext', 'yojeom.reading', state);
    }
    if (notes.isReading && !endProgress) {
      const location = { viewId: 'yojeom.concepts' };
      const ended = new Promise<void>((resolve) => {
        endProgress = resolve;
      });
      void vscode.window.withProgress({ location }, () => ended);
    } else if (!notes.isReading) {
      endProgress?.();
      endProgress = undefined;
    }
  };
  return vscode.Disposable.from(
    new vscode.Disposable(() => endProgress?.()),
    notes.onDidChangeState(show),
    vscode.commands.registerCommand('yojeom.pauseReading', () => {
      notes.setPaused(true);
    }),
    vscode.commands.registerCommand('yojeom.resumeReading', () => {
      notes.setPaused(false);
    }),
    vscode.commands.registerCommand('yojeom.clearCache', async () => {
      await notes.clearCache();
      void vscode.window.showInformationMessage(vscode.l10n.t('What was kept of your notes is forgotten.'));
    }),
  );
}
