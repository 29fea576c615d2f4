import * as vscode from 'vscode';
import { Library } from '../../src/core/library/library.js';
import type { Slices } from '../../src/core/slices.js';
import { WorkspaceNotes } from '../../src/vscode/notes/notes.js';
import type { Platform } from '../../src/vscode/platform.js';
import { FaultyFileSystem } from './faultyFileSystem.js';
import { extension, inWorkspace, newSlices, remove, set } from './fixture.js';

/** Enough for a file system on a busy machine, and little enough to wait for one that hangs, in milliseconds. */
export const shortPatience = 700;

/** The settings that tests of troubled notes change. */
const changed = ['folders', 'bundledNotes'];

/** Notes of file systems that fail, as one window after the other has them. */
export class FaultyNotes {
  /** The file system of the notes. */
  readonly files = new FaultyFileSystem('yojeomfault');
  readonly #windows: WorkspaceNotes[] = [];
  /** What was logged. */
  readonly log: string[] = [];
  /** How long a file system may take for an answer, in milliseconds. */
  patience = 15_000;
  /** How long work is cut, where not as in any window. */
  slices: Slices | undefined;
  /** Makes files of which many at once come more quickly, if any does. */
  hastened: Platform['hastened'];
  /** Where what was read is kept. */
  storage = inWorkspace('storage');

  /** The notes of the window that was opened last. */
  get notes(): WorkspaceNotes {
    const notes = this.#windows.at(-1);
    if (!notes) {
      throw new Error('No window was opened');
    }
    return notes;
  }

  constructor() {
    // Changes before the window opens would arrive in it.
    this.files.tellsChanges = false;
  }

  /** Titles of all concepts. */
  readonly titles = (): string[] => this.notes.library.concepts().map(({ concept }) => concept.title);

  /** Says where notes are. The bundled ones are left out. */
  async setFolders(...folders: string[]): Promise<void> {
    await set('bundledNotes', 'never');
    await set('folders', folders);
  }

  /** Opens a window; nothing is read yet. */
  make(): WorkspaceNotes {
    this.files.tellsChanges = true;
    const write = (message: unknown): void => void this.log.push(String(message));
    const notes = new WorkspaceNotes(new Library(), {
      extensionUri: extension().extensionUri,
      storageUri: this.storage,
      home: undefined,
      log: { warn: write, error: write },
      slices: this.slices ?? newSlices(),
      readerVersion: 'tests',
      patience: this.patience,
      ...(this.hastened && { hastened: this.hastened }),
    });
    this.#windows.push(notes);
    return notes;
  }

  /** Opens a window and reads all notes. */
  async open(): Promise<WorkspaceNotes> {
    const notes = this.make();
    await notes.whole();
    return notes;
  }

  /** Opens a window after the others were closed, what they read having been kept. */
  async reopen(): Promise<WorkspaceNotes> {
    await this.notes.keep();
    this.close();
    this.log.length = 0;
    this.files.asked = [];
    return this.open();
  }

  /** Closes all windows. */
  close(): void {
    this.files.tellsChanges = false;
    this.#windows.forEach((notes) => notes.dispose());
  }

  /** Closes all windows and puts everything back. */
  async end(): Promise<void> {
    this.files.heal();
    this.close();
    await Promise.all(changed.map((name) => set(name, undefined)));
    this.files.dispose();
    await Promise.all(['storage', 'notes', 'other'].map((folder) => remove(inWorkspace(folder))));
  }
}

/** Resolves later. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A file system's error, as one of its own kind. */
export const denied = (): never => {
  throw vscode.FileSystemError.NoPermissions('not yours');
};
