import * as vscode from 'vscode';
import type { Notes } from '../notes/notes.js';

/**
 * Searches the texts of notes in the editor's own search.
 *
 * @param notes The notes.
 * @param text What to search for.
 */
export async function searchTexts(notes: Notes, text: string): Promise<void> {
  const uris = notes.library.notes().map(({ uri }) => uri);
  const hasNotes = (folder: vscode.Uri): boolean => uris.some((uri) => uri.startsWith(`${folder.toString()}/`));
  const folders = notes.roots().filter(hasNotes);
  await vscode.commands.executeCommand('workbench.action.findInFiles', {
    query: text,
    filesToInclude: folders.map(searchPath).join(', '),
    triggerSearch: true,
    isRegex: false,
    matchWholeWord: false,
    isCaseSensitive: false,
  });
}

/** A folder as the search takes it: relative to the workspace, else in full. Commas and signs of globs mean themselves. */
function searchPath(folder: vscode.Uri): string {
  const workspace = vscode.workspace.getWorkspaceFolder(folder);
  const isBelow = workspace !== undefined && workspace.uri.toString() !== folder.toString();
  const whole = folder.scheme === 'file' ? folder.fsPath : folder.path;
  const path = isBelow ? `./${vscode.workspace.asRelativePath(folder)}` : whole;
  return path.replace(/[[\]{}*?,]/gu, '[$&]');
}
