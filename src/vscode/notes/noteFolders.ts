import * as vscode from 'vscode';
import { isGlob } from '../../core/reading/isGlob.js';
import { isHiddenFolder, type HiddenFiles } from '../../core/reading/noteFinder.js';
import { folderSettings, hiddenGlobs, type FolderSettings } from '../settings.js';

/** A folder that is searched for notes. */
export interface NoteFolder {
  readonly uri: vscode.Uri;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly hidden: HiddenFiles;
}

/** The folders of notes, and what could not be understood. */
export interface NoteFolders {
  /** Entries of the setting with the places each can mean, one in every workspace folder if it is relative. */
  readonly entries: readonly { readonly text: string; readonly chosen: boolean; readonly places: readonly NoteFolder[] }[];
  /** Sentences about entries that name no place, or one that nobody sees, and about globs. */
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
    for (const glob of [...settings.include, ...settings.exclude].filter((one) => !isGlob(one))) {
      complaints.add(
        vscode.l10n.t(
          'The glob “{0}” cannot be understood. Correct it in the setting “yojeom.include” or “yojeom.exclude”.',
          glob,
        ),
      );
    }
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
  for (const { text, chosen, places } of entries.values()) {
    if (chosen && places.every(({ hidden }) => isHiddenFolder(hidden))) {
      complaints.add(
        vscode.l10n.t('The folder of notes “{0}” is hidden by the setting “files.exclude”. Take it out of that setting.', text),
      );
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
    places.push({ uri, include, exclude, hidden: hiddenFiles(uri) });
  }
}

/** What the editor hides counts from its workspace folder on; where there is none, from the folder of notes. */
function hiddenFiles(uri: vscode.Uri): HiddenFiles {
  const workspace = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? uri;
  // The two may differ in letter case, where a file system does not mind.
  return { globs: hiddenGlobs(uri), path: uri.path.slice(workspace.path.length).replace(/^\/+/u, '') };
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
