import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from '../host/temporary-folder.mjs';

/** The workspace folder of a test. */
export interface NotesFolder {
  readonly folder: string;
  /** Writes a file below the folder, with the folders above it. */
  write(file: string, content: string | Uint8Array): void;
  /** The text of a file below the folder. */
  read(file: string): Promise<string>;
  /** Gives a file below the folder another name. */
  rename(from: string, to: string): void;
  /** Deletes a file below the folder. */
  erase(file: string): void;
  /** Deletes what is in the folder. */
  remove(): void;
}

let shared: { readonly folder: string } | undefined;

/**
 * Fills the workspace folder. There is one for all tests of a process, with what is in it for one at a time, so that they
 * can go on in one window.
 *
 * @param files Contents by path below the folder, such as `notes/queue.md`.
 */
export function notesFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): NotesFolder {
  shared ??= temporaryFolder('workspace');
  const { folder } = shared;
  emptyFolder(folder);
  const write = (file: string, content: string | Uint8Array): void => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  Object.entries(files).forEach(([file, content]) => write(file, content));
  return {
    folder,
    write,
    read: (file) => readFile(path.join(folder, file), 'utf8'),
    rename: (from, to) => renameSync(path.join(folder, from), path.join(folder, to)),
    erase: (file) => rmSync(path.join(folder, file)),
    remove: () => emptyFolder(folder),
  };
}

/** Deletes what is in a folder. */
export function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true, maxRetries: 5 });
}
