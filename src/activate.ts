import * as vscode from 'vscode';
import { Library } from './core/library/library.js';
import { registerConceptCommands } from './vscode/concept/conceptCommands.js';
import { WorkspaceNotes } from './vscode/notes/notes.js';
import { registerFolderCommands } from './vscode/notes/folderCommands.js';
import { openConceptPages } from './vscode/page/conceptPage.js';
import { pageLinks } from './vscode/page/pageLinks.js';
import type { Platform } from './vscode/platform.js';
import { showNoteProblems } from './vscode/problems/noteProblems.js';
import { registerSearch } from './vscode/search/conceptPicker.js';
import { showConceptTree } from './vscode/tree/conceptTree.js';

/**
 * Puts the extension together. Nothing is read here: the notes are when a view, a command or a page asks for them.
 *
 * @param context The extension's context.
 * @param platform What only this host has.
 */
export function activateIn(context: vscode.ExtensionContext, platform: Platform): void {
  const log = vscode.window.createOutputChannel('Yojeom', { log: true });
  const notes = new WorkspaceNotes(new Library(), context.extensionUri, platform.home, log);
  const tree = showConceptTree(notes);
  const links = pageLinks(notes, tree);
  const page = openConceptPages(notes, tree, links, {
    extensionUri: context.extensionUri,
    newNonce: platform.newNonce,
  });
  const features = [
    registerSearch(notes, page),
    registerConceptCommands(notes, page),
    registerFolderCommands(),
    showNoteProblems(notes),
  ];
  context.subscriptions.push(log, notes, tree, page, ...features);
}
