import * as vscode from 'vscode';

/** What is known of a file or folder: its type, or that it is not there, or nothing. */
export type FileState = vscode.FileType | 'missing' | 'unknown';

/**
 * Asks what is at a place. A file system that does not answer is no reason to forget a note: then nothing is known.
 *
 * @param uri The place.
 */
export async function fileState(uri: vscode.Uri): Promise<FileState> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch (error) {
    return isMissing(error) ? 'missing' : 'unknown';
  }
}

/**
 * Whether an error says that there is no such file or folder.
 *
 * @param error What a file system threw.
 */
export function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
