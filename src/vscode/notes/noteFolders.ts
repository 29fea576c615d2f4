import * as vscode from 'vscode';
import { folderSettings, type FolderSettings } from '../settings.js';

/** A folder that is searched for notes. */
export interface NoteFolder {
  readonly uri: vscode.Uri;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The folders of notes, and what could not be understood. */
export interface NoteFolders {
  /** Entries of the setting with the places each can mean, one in every workspace folder if it is relative. */
  readonly entries: readonly { readonly text: string; readonly chosen: boolean; readonly places: readonly NoteFolder[] }[];
  /** Sentences about entries that name no place. */
  readonly complaints: readonly string[];
}

/**
 * Turns the setting `yojeom.folders` into places: absolute paths, `~`, paths relative to each workspace folder, URIs.
 *
 * @param home The user's home folder; undefined where there is none, as in a browser.
 */
export function noteFolders(home: vscode.Uri | undefined): NoteFolders {
  const entries = new Map<string, { text: string; chosen: boolean; places: NoteFolder[] }>();
  const complaints = new Set<string>();
  const workspaceFolders = vscode.workspace.workspaceFolders ?? [];
  for (const workspaceFolder of workspaceFolders.length > 0 ? workspaceFolders : [undefined]) {
    const settings = folderSettings(workspaceFolder);
    for (const text of settings.folders) {
      const meant = placeOf(text, workspaceFolder?.uri, home);
      const place = meant instanceof vscode.Uri ? comparable(meant) : meant;
      if (typeof place === 'string') {
        complaints.add(place);
      } else if (place) {
        const entry = entries.get(text) ?? { text, chosen: settings.chosen.includes(text), places: [] };
        entries.set(text, entry);
        addPlace(entry.places, place, settings);
      }
    }
  }
  return { entries: [...entries.values()], complaints: [...complaints] };
}

/** The form in which the editor tells of files: no slash at the end, and drive letters in lower case. */
function comparable(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(uri.with({ path: uri.path.replace(/(?<=.)\/+$/u, '') }).toString());
}

function addPlace(places: NoteFolder[], uri: vscode.Uri, { include, exclude }: FolderSettings): void {
  if (!places.some((place) => place.uri.toString() === uri.toString())) {
    places.push({ uri, include, exclude });
  }
}

/** The place an entry means; a sentence where it means none; undefined for a relative path without a workspace. */
function placeOf(
  text: string,
  workspace: vscode.Uri | undefined,
  home: vscode.Uri | undefined,
): vscode.Uri | string | undefined {
  // The editor writes `memfs:/notes` for a URI without an authority; one letter is a drive.
  if (/^[a-z][a-z\d+.-]+:\//iu.test(text)) {
    return parsedUri(text);
  }
  if (/^~(?:[\\/]|$)/u.test(text)) {
    return home
      ? vscode.Uri.joinPath(home, text.slice(1).replaceAll('\\', '/'))
      : vscode.l10n.t('The folder “{0}” starts with “~”, but there is no home folder here. Use a URI.', text);
  }
  if (/^(?:\/|[a-z]:[\\/]|\\\\)/iu.test(text)) {
    // Where there is a home folder there are files, whatever the workspace is made of.
    const isFile = home?.scheme === 'file' || !workspace || workspace.scheme === 'file';
    return isFile ? vscode.Uri.file(text) : workspace.with({ path: text, query: '', fragment: '' });
  }
  return workspace && vscode.Uri.joinPath(workspace, text.replaceAll('\\', '/'));
}

function parsedUri(text: string): vscode.Uri | string {
  try {
    return vscode.Uri.parse(text, true);
  } catch {
    return vscode.l10n.t('The folder “{0}” is no valid URI. Correct it in the setting “yojeom.folders”.', text);
  }
}
