import picomatch from 'picomatch/posix.js';
import * as vscode from 'vscode';
import type { NoteFolder } from './noteFolders.js';

/** A file that is a note. */
export interface NoteFile {
  readonly uri: vscode.Uri;
  /** Stands for the topic where the note gives none: the path of its folder within the folder of notes. */
  readonly folder: string;
}

/** Finds the notes of one folder by its globs. */
export class NoteFinder {
  readonly #folder: NoteFolder;
  readonly #isIncluded: (path: string) => boolean;
  readonly #isExcluded: (path: string) => boolean;

  /** @param folder Where to look, and for what. */
  constructor(folder: NoteFolder) {
    this.#folder = folder;
    this.#isIncluded = picomatch([...folder.include], { dot: true, nocase: true });
    this.#isExcluded = picomatch([...folder.exclude], { dot: true });
  }

  /**
   * Lists the notes of the folder, or of a folder in it. A folder that cannot be listed is passed over.
   *
   * @param uri The folder itself or a folder below it.
   * @param token Ends the search early.
   */
  async list(uri: vscode.Uri, token: vscode.CancellationToken): Promise<NoteFile[]> {
    const files: NoteFile[] = [];
    const waiting = [uri];
    for (let next = waiting.pop(); next && !token.isCancellationRequested; next = waiting.pop()) {
      const here = next;
      for (const [name, type] of await entriesOf(here)) {
        const entry = vscode.Uri.joinPath(here, name);
        // A linked folder is not entered: links can form a ring, and no API tells where one leads.
        if (type === vscode.FileType.Directory && !this.#leavesOut(entry)) {
          waiting.push(entry);
        } else if ((type & vscode.FileType.File) !== 0) {
          files.push(...[this.noteAt(entry)].filter((file) => file !== undefined));
        }
      }
    }
    return files;
  }

  /**
   * The note that a file is, if the folder's globs say that it is one.
   *
   * @param uri Any file.
   */
  noteAt(uri: vscode.Uri): NoteFile | undefined {
    const path = this.#relativePath(uri);
    if (path === undefined || path === '' || !this.#isIncluded(path) || this.#isExcluded(path)) {
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
    return this.#relativePath(uri) !== undefined && !this.#leavesOut(uri);
  }

  #leavesOut(folder: vscode.Uri): boolean {
    const path = this.#relativePath(folder) ?? '';
    return path !== '' && (this.#isExcluded(path) || this.#isExcluded(`${path}/`));
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

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.sort(([a], [b]) => (a < b ? -1 : 1));
  } catch {
    return [];
  }
}
