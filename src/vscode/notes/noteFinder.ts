import * as vscode from 'vscode';
import zeptomatch from 'zeptomatch';
import { isMissing } from './fileState.js';
import type { NoteFolder } from './noteFolders.js';

/** A file that is a note. */
export interface NoteFile {
  readonly uri: vscode.Uri;
  /** Stands for the topic where the note gives none: the path of its folder within the folder of notes. */
  readonly folder: string;
}

/** What a search for notes found. */
export interface Listing {
  readonly files: readonly NoteFile[];
  /** Folders whose notes are not known, for they could not be listed. */
  readonly unlisted: readonly vscode.Uri[];
}

/** Finds the notes of one folder by its globs. */
export class NoteFinder {
  readonly #folder: NoteFolder;
  readonly #isIncluded: (path: string) => boolean;
  readonly #isExcluded: (path: string) => boolean;

  /** @param folder Where to look, and for what. */
  constructor(folder: NoteFolder) {
    this.#folder = folder;
    // Which files are notes does not depend on letter case, as with `README.MD`.
    const include = folder.include.map((glob) => glob.toLowerCase());
    this.#isIncluded = (path) => zeptomatch(include, path.toLowerCase());
    this.#isExcluded = (path) => zeptomatch([...folder.exclude], path);
  }

  /**
   * Lists the notes of the folder, or of a folder in it.
   *
   * @param uri The folder itself or a folder below it.
   * @param token Ends the search early.
   * @returns The notes, and the folders that are there but could not be listed.
   */
  async list(uri: vscode.Uri, token: vscode.CancellationToken): Promise<Listing> {
    const files: NoteFile[] = [];
    const unlisted: vscode.Uri[] = [];
    const waiting = [uri];
    for (let next = waiting.pop(); next && !token.isCancellationRequested; next = waiting.pop()) {
      const here = next;
      const entries = await entriesOf(here);
      if (!entries) {
        unlisted.push(here);
      }
      for (const [name, type] of entries ?? []) {
        const entry = vscode.Uri.joinPath(here, name);
        // A linked folder is not entered: links can form a ring, and no API tells where one leads.
        if (type === vscode.FileType.Directory && !this.#isLeftOut(this.#relativePath(entry) ?? '')) {
          waiting.push(entry);
        } else if ((type & vscode.FileType.File) !== 0) {
          files.push(...[this.noteAt(entry)].filter((file) => file !== undefined));
        }
      }
    }
    return { files, unlisted };
  }

  /**
   * The note that a file is, if the folder's globs say that it is one.
   *
   * @param uri Any file.
   */
  noteAt(uri: vscode.Uri): NoteFile | undefined {
    const path = this.#relativePath(uri);
    if (path === undefined || path === '' || !this.#isIncluded(path) || this.#isLeftOut(path)) {
      return undefined;
    }
    const parts = path.split('/').slice(0, -1);
    const name = this.#folder.uri.path.split('/').filter(Boolean).at(-1) ?? this.#folder.uri.authority;
    return { uri, folder: (parts.join('/') || name).normalize('NFC') };
  }

  /**
   * Whether a folder lies in the folder of notes and may hold notes.
   *
   * @param uri Any folder.
   */
  mayHoldNotes(uri: vscode.Uri): boolean {
    const path = this.#relativePath(uri);
    return path !== undefined && !this.#isLeftOut(path);
  }

  /** What lies in a folder that is left out is left out too. */
  #isLeftOut(path: string): boolean {
    const parts = path.split('/');
    const above = parts.map((_, index) => parts.slice(0, index + 1).join('/')).filter((part) => part !== '');
    return above.some((part) => this.#isExcluded(part) || this.#isExcluded(`${part}/`));
  }

  #relativePath(uri: vscode.Uri): string | undefined {
    const base = this.#folder.uri;
    const basePath = base.path.replace(/\/$/u, '');
    if (uri.scheme !== base.scheme || uri.authority !== base.authority || !`${uri.path}/`.startsWith(`${basePath}/`)) {
      return undefined;
    }
    return uri.path.slice(basePath.length + 1);
  }
}

/** Nothing where a folder is there and cannot be listed; a missing folder is as good as an empty one. */
async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][] | undefined> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.sort(([a], [b]) => (a < b ? -1 : 1));
  } catch (error) {
    return isMissing(error) ? [] : undefined;
  }
}
