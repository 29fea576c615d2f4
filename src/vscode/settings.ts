import * as vscode from 'vscode';
import type { RoleWords } from '../core/note/labelWords.js';
import { parseRoleWords } from '../core/note/roleWords.js';

/** When the notes that come with the extension are shown. */
export type BundledNotesMode = 'auto' | 'always' | 'never';

/** Settings that say where notes are. They can differ between workspace folders. */
export interface FolderSettings {
  /** As the user wrote them. */
  readonly folders: readonly string[];
  /** Those that the user wrote, and not only kept from the default. */
  readonly chosen: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/**
 * Where notes are, for a workspace folder or, without one, for the window. What is no list of texts counts as empty:
 * settings files are written by hand.
 *
 * @param scope The workspace folder.
 */
export function folderSettings(scope: vscode.WorkspaceFolder | undefined): FolderSettings {
  const section = vscode.workspace.getConfiguration('yojeom', scope);
  const folders = texts(section.get('folders'));
  const byDefault = texts(section.inspect('folders')?.defaultValue);
  return {
    folders,
    chosen: folders.filter((folder) => !byDefault.includes(folder)),
    include: texts(section.get('include')),
    exclude: texts(section.get('exclude')),
  };
}

/**
 * Globs of what the editor hides in a folder. Those that hide a file only beside another (`when`) are not among them: a change
 * of the one file would have to be a change of the other.
 *
 * @param folder The folder.
 */
export function hiddenGlobs(folder: vscode.Uri): string[] {
  const globs: unknown = vscode.workspace.getConfiguration('files', folder).get('exclude');
  return Object.entries(globs ?? {})
    .filter(([, isHidden]) => isHidden === true)
    .map(([glob]) => glob);
}

/** When the notes that come with the extension are shown. */
export function bundledNotesMode(): BundledNotesMode {
  const mode: unknown = vscode.workspace.getConfiguration('yojeom').get('bundledNotes');
  return mode === 'always' || mode === 'never' ? mode : 'auto';
}

/** Whether moving through the rows of the search shows their pages. */
export function searchPreviews(): boolean {
  return vscode.workspace.getConfiguration('yojeom').get('search.preview') !== false;
}

/** Whether pages may load pictures from the web. */
export function showsWebImages(): boolean {
  return vscode.workspace.getConfiguration('yojeom').get('page.webImages') !== false;
}

/** Label words of the user's own, by role. */
export function ownLabelWords(): RoleWords {
  return parseRoleWords(vscode.workspace.getConfiguration('yojeom').get('labels'));
}

function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string' && entry !== '')
    : [];
}
