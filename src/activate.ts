import * as vscode from 'vscode';
import { Library } from './core/library/library.js';
import { Slices } from './core/slices.js';
import { registerCompare } from './vscode/compare/compareCommands.js';
import { registerConceptCommands } from './vscode/concept/conceptCommands.js';
import { WorkspaceNotes } from './vscode/notes/notes.js';
import { registerFolderCommands } from './vscode/notes/folderCommands.js';
import { registerReadingCommands } from './vscode/notes/readingCommands.js';
import { openConceptPages } from './vscode/page/conceptPage.js';
import { pageLinks } from './vscode/page/pageLinks.js';
import { showPageView } from './vscode/page/pageView.js';
import type { Platform } from './vscode/platform.js';
import { showNoteProblems } from './vscode/problems/noteProblems.js';
import { OpenedConcepts } from './vscode/history/openedConcepts.js';
import { registerLookUp } from './vscode/lookUp/lookUp.js';
import { ConceptPicker } from './vscode/search/conceptPicker.js';
import { LiveSearch } from './vscode/search/liveSearch.js';
import { registerSearch } from './vscode/search/searchCommands.js';
import { showConceptTree } from './vscode/tree/conceptTree.js';

/** Stands for the code that reads notes: a hash of it, which the build puts in. */
declare const READER_VERSION: string;

/**
 * Puts the extension together. Nothing is read here: the notes are when a view, a command or a page asks for them.
 *
 * @param context The extension's context.
 * @param platform What only this host has.
 */
export function activateIn(context: vscode.ExtensionContext, platform: Platform): void {
  const log = vscode.window.createOutputChannel('Yojeom', { log: true });
  const { extensionUri, globalStorageUri: storageUri } = context;
  const { home, turn, hastened } = platform;
  const readerVersion = READER_VERSION;
  const slices = new Slices(turn, () => performance.now());
  const host = { extensionUri, storageUri, home, log, slices, readerVersion, hastened };
  const notes = new WorkspaceNotes(new Library(), host);
  const tree = showConceptTree(notes);
  const links = pageLinks(notes, tree);
  const pageHost = { extensionUri, newNonce: platform.newNonce };
  const page = openConceptPages(notes, tree, links, pageHost);
  const opened = new OpenedConcepts(context.globalState, log);
  const search = new LiveSearch(notes.library, notes.links, slices);
  const picker = new ConceptPicker({ notes, page, search, opened });
  const features = [
    registerSearch(picker, page, opened),
    registerLookUp(notes, page, search, picker),
    registerConceptCommands(notes, page),
    registerCompare({ notes, page, picker }),
    registerFolderCommands(),
    registerReadingCommands(notes),
    showNoteProblems(notes),
    showPageView({ notes, tree, page, links, host: pageHost }),
  ];
  context.subscriptions.push(log, notes, tree, page, search, picker, ...features);
}
