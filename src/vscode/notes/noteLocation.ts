import * as vscode from 'vscode';
import { isWithin } from '../isWithin.js';

/**
 * Where a note is, as its user would say it: relative to the workspace or, outside of it, to the folder of notes it is in.
 *
 * @param uri The note's URI.
 * @param roots Folders in which notes may lie.
 */
export function noteLocation(uri: string, roots: readonly vscode.Uri[]): string {
  const file = vscode.Uri.parse(uri);
  const root = roots.find((folder) => isWithin(file, folder))?.path.replace(/\/$/u, '');
  return vscode.workspace.getWorkspaceFolder(file) || root === undefined
    ? vscode.workspace.asRelativePath(file)
    : file.path.slice(root.lastIndexOf('/') + 1);
}
