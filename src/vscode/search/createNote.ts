import * as vscode from 'vscode';
import { noteFileName } from '../../core/note/noteFileName.js';
import { inMessage } from '../notification.js';
import { fileState } from '../notes/fileState.js';
import type { Notes } from '../notes/notes.js';
import { openSource } from '../source/openSource.js';

/** Line of a new note at which its writer goes on: below the heading. */
const firstLine = 3;

/** Most names that are tried: the name itself, then with a number behind it. */
const mostTries = 100;

/** A folder to choose. */
interface FolderItem extends vscode.QuickPickItem {
  readonly folder: vscode.Uri;
}

/**
 * Creates a note about something and opens it. No file is ever overwritten.
 *
 * @param notes The notes, whose folders it may lie in; with several, the user chooses.
 * @param title What the note is about.
 */
export async function createNote(notes: Notes, title: string): Promise<void> {
  const folders = await writableFolders(notes);
  if (folders.length === 0) {
    await offerFolder();
    return;
  }
  const folder = folders.length === 1 ? folders[0] : await chosenFolder(folders);
  if (!folder) {
    return;
  }
  const name = noteFileName(title) || vscode.l10n.t('Untitled');
  const uri = await createFile(folder, name, `# ${title}\n\n\n`);
  if (uri) {
    await openSource(uri.toString(), firstLine);
  } else {
    const text = vscode.l10n.t('The note “{0}” could not be created in {1}.', inMessage(name), pathOf(folder));
    void vscode.window.showErrorMessage(text);
  }
}

/** Folders that are there; where none is, those that could be. */
async function writableFolders(notes: Notes): Promise<vscode.Uri[]> {
  const folders = notes.folders().filter(({ scheme }) => vscode.workspace.fs.isWritableFileSystem(scheme) !== false);
  const states = await Promise.all(folders.map(fileState));
  const existing = folders.filter((_, index) => states[index] !== 'missing');
  return existing.length > 0 ? existing : folders;
}

async function offerFolder(): Promise<void> {
  const add = vscode.l10n.t('Add Folder');
  const text = vscode.l10n.t('There is no folder of notes in which a note could be created.');
  if ((await vscode.window.showInformationMessage(text, add)) === add) {
    await vscode.commands.executeCommand('yojeom.addFolder');
  }
}

async function chosenFolder(folders: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items = folders.map((folder): FolderItem => {
    return { label: `$(folder) ${pathOf(folder).replace(/\$\(/gu, '\\$(')}`, folder };
  });
  const placeHolder = vscode.l10n.t('Where to create the note');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.folder;
}

/** Creates a file with a text, under the first free name. */
async function createFile(folder: vscode.Uri, name: string, text: string): Promise<vscode.Uri | undefined> {
  for (let number = 1; number <= mostTries; number += 1) {
    const uri = vscode.Uri.joinPath(folder, `${number === 1 ? name : `${name} ${number}`}.md`);
    const state = await fileState(uri);
    if (state === 'unknown') {
      return undefined;
    }
    if (state === 'missing') {
      const edit = new vscode.WorkspaceEdit();
      // This fails where the file has come meanwhile; writing to it would not.
      edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
      return (await vscode.workspace.applyEdit(edit)) ? uri : undefined;
    }
  }
  return undefined;
}

function pathOf(folder: vscode.Uri): string {
  return inMessage(vscode.workspace.asRelativePath(folder));
}
