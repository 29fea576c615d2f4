import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/temporary-folder.mjs';

/** A workspace folder of its own for a test. */
export interface NotesFolder {
  readonly folder: string;
  /** Writes a file below the folder, with the folders above it. */
  write(file: string, text: string): void;
  /** Deletes a file below the folder. */
  erase(file: string): void;
  /** Deletes the folder. */
  remove(): void;
}

/**
 * Makes a workspace folder.
 *
 * @param files Texts by path below the folder, such as `notes/queue.md`.
 */
export function notesFolder(files: Readonly<Record<string, string>> = {}): NotesFolder {
  const { folder, remove } = temporaryFolder('workspace');
  const write = (file: string, text: string): void => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  Object.entries(files).forEach(([file, text]) => write(file, text));
  return { folder, write, erase: (file) => rmSync(path.join(folder, file)), remove };
}
