import * as vscode from 'vscode';

/**
 * Whether the editor has read a note in another encoding than it is in: saved like that, the note would lose what it says.
 * The user is told.
 *
 * @param document The note.
 */
export function isMisread(document: vscode.TextDocument): boolean {
  const isBroken = document.getText().includes('\uFFFD');
  if (isBroken) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The editor does not read this note in its encoding, so it is left as it is. Reopen it with its encoding first.',
      ),
    );
  }
  return isBroken;
}
