import * as vscode from 'vscode';
import type { FileState, FolderEntry, NoteFiles } from '../../core/reading/noteFiles.js';
import { folderOf } from '../../core/reading/places.js';
import { SilentPlaces } from '../../core/reading/silentPlaces.js';
import { answerInTime, NoAnswer, patienceMilliseconds } from '../answerInTime.js';
import { isMissing } from './fileState.js';

/** The files of any file system that VS Code has, with the unsaved texts of its editors. */
export class WorkspaceFiles implements NoteFiles {
  readonly #patience: number;
  readonly #silent = new SilentPlaces(() => performance.now());
  readonly #encodings = new Map<string, string | undefined>();

  /** @param patience How long to wait for one answer, in milliseconds. */
  constructor(patience = patienceMilliseconds) {
    this.#patience = patience;
  }

  async state(uri: string): Promise<FileState> {
    try {
      const { type, mtime, size } = await this.#ask(uri, (place) => vscode.workspace.fs.stat(place));
      if ((type & vscode.FileType.File) !== 0) {
        return { kind: 'file', stamp: { mtime, size } };
      }
      const isFolder = (type & vscode.FileType.Directory) !== 0;
      return { kind: !isFolder ? 'unknown' : type === vscode.FileType.Directory ? 'folder' : 'link' };
    } catch (error) {
      return { kind: isMissing(error) ? 'missing' : 'unknown' };
    }
  }

  async list(folder: string): Promise<readonly FolderEntry[] | undefined> {
    const place = vscode.Uri.parse(folder);
    try {
      const entries = await this.#ask(folder, (uri) => vscode.workspace.fs.readDirectory(uri));
      return entries.map(([name, type]) => ({
        uri: vscode.Uri.joinPath(place, name).toString(),
        kind: kindOf(type),
      }));
    } catch (error) {
      return isMissing(error) ? [] : undefined;
    }
  }

  async read(uri: string): Promise<Uint8Array | undefined> {
    try {
      return await this.#ask(uri, (place) => vscode.workspace.fs.readFile(place));
    } catch {
      return undefined;
    }
  }

  unsaved(uri: string): string | undefined {
    return vscode.workspace.textDocuments.find((one) => one.isDirty && one.uri.toString() === uri)?.getText();
  }

  /** Asked once for a folder: settings can differ between folders of a workspace, and asking takes its time. */
  encoding(uri: string): string | undefined {
    const folder = folderOf(uri);
    if (!this.#encodings.has(folder)) {
      const scope = { uri: vscode.Uri.parse(uri), languageId: 'markdown' };
      const encoding: unknown = vscode.workspace.getConfiguration('files', scope).get('encoding');
      this.#encodings.set(folder, typeof encoding === 'string' ? encoding : undefined);
    }
    return this.#encodings.get(folder);
  }

  /** Asks for settings anew, and for what did not answer. */
  forget(): void {
    this.#encodings.clear();
    this.#silent.forget();
  }

  /** Whether a folder, or something in it, did not answer. */
  isSilent(folder: string): boolean {
    return this.#silent.concerns(folder);
  }

  async #ask<T>(uri: string, ask: (place: vscode.Uri) => Thenable<T>): Promise<T> {
    if (this.#silent.isLeftAlone(uri)) {
      throw new Error('The file system does not answer.');
    }
    const since = performance.now();
    try {
      const answer = await answerInTime(ask(vscode.Uri.parse(uri)), this.#patience);
      this.#silent.answered(uri);
      return answer;
    } catch (error) {
      if (error instanceof NoAnswer) {
        this.#silent.missed(uri, since);
      } else {
        this.#silent.answered(uri);
      }
      throw error;
    }
  }
}

function kindOf(type: vscode.FileType): FolderEntry['kind'] {
  if ((type & vscode.FileType.File) !== 0) {
    return 'file';
  }
  return type === vscode.FileType.Directory ? 'folder' : 'other';
}
