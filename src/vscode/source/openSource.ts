import * as vscode from 'vscode';
import { inMessage } from '../notification.js';

/**
 * Opens a note in the editor, with the cursor on a line.
 *
 * @param uri The note's URI.
 * @param line 1-based.
 * @returns The editor; nothing where the note could not be opened, which the user was told.
 */
export async function openSource(uri: string, line: number): Promise<vscode.TextEditor | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const position = document.lineAt(Math.min(line, document.lineCount) - 1).range.start;
    const selection = new vscode.Range(position, position);
    const editor = await vscode.window.showTextDocument(document, { selection, viewColumn: columnFor(uri) });
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return editor;
  } catch {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The note {0} could not be opened. It may have been moved or deleted.', nameOf(uri)),
    );
    return undefined;
  }
}

function nameOf(uri: string): string {
  return inMessage(vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
}

/** Where the note is already open, it is shown there; else where it does not cover the page. */
function columnFor(uri: string): vscode.ViewColumn {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const isNote = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri;
  const showsPage = (group: vscode.TabGroup): boolean => group.activeTab?.input instanceof vscode.TabInputWebview;
  const open = all.find(({ tabs }) => tabs.some(isNote));
  const free = showsPage(activeTabGroup) ? all.find((group) => !showsPage(group)) : activeTabGroup;
  return (open ?? free)?.viewColumn ?? vscode.ViewColumn.Beside;
}
