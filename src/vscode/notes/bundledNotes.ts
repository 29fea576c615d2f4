import * as vscode from 'vscode';

/**
 * The bundled notes' files, by language. They are listed here, for a browser cannot list the folder of an extension; a
 * test holds the list against the folder.
 */
export const bundledNoteFiles = { ko: ['devops.md'], en: ['devops.md'] } as const;

/**
 * The bundled notes in the user's language.
 *
 * @param extensionUri Where the extension is installed.
 */
export function bundledNotes(extensionUri: vscode.Uri): vscode.Uri[] {
  const language = vscode.env.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
  return bundledNoteFiles[language].map((name) => vscode.Uri.joinPath(extensionUri, 'notes', language, name));
}
