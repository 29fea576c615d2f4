import type * as vscode from 'vscode';

/**
 * Whether a file or folder lies below a folder.
 *
 * @param uri The file or folder.
 * @param folder The folder, with or without a slash at its end; it is not below itself.
 */
export function isWithin(uri: vscode.Uri, folder: vscode.Uri): boolean {
  return uri.toString().startsWith(`${folder.toString().replace(/\/$/u, '')}/`);
}
