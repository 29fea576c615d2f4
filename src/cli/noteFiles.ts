import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../core/note/decode.js';
import { isNoteName, noteName } from '../core/note/noteName.js';
import type { NoteSource } from '../core/note/model.js';

/** A path that the command line names and that cannot be read. */
export class PathError extends Error {}

/** A note file, and the folder that stands for its topic. */
interface NoteFile {
  readonly path: string;
  readonly folder: string;
}

/** How many files are open at a time: far fewer than any system allows. */
const filesAtOnce = 32;

/**
 * Finds the notes below the given paths.
 *
 * @param paths Files, taken whatever they are called, and folders, searched for Markdown files. Hidden folders and
 *   `node_modules` are passed over.
 * @returns Sources in the order of the paths, within a folder in the order of their names.
 * @throws PathError where a path does not exist or cannot be read.
 */
export async function readSources(paths: readonly string[]): Promise<NoteSource[]> {
  const files: NoteFile[] = [];
  for (const given of paths) {
    files.push(...(await filesOf(given)));
  }
  const sources: NoteSource[] = [];
  for (let start = 0; start < files.length; start += filesAtOnce) {
    sources.push(...(await Promise.all(files.slice(start, start + filesAtOnce).map(readSource))));
  }
  return sources;
}

async function filesOf(given: string): Promise<NoteFile[]> {
  const stats = await stat(given).catch((error: unknown) => {
    throw new PathError(`${given}: ${reasonOf(error)}. Give the path of a Markdown file or of a folder of notes.`);
  });
  if (stats.isDirectory()) {
    return notesBelow(given, path.basename(path.resolve(given)), '');
  }
  return [{ path: given, folder: path.basename(path.dirname(path.resolve(given))) }];
}

async function notesBelow(folder: string, name: string, below: string): Promise<NoteFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new PathError(`${folder}: ${reasonOf(error)}.`);
  });
  const files: NoteFile[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const entryPath = path.join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') {
      files.push(...(await notesBelow(entryPath, name, path.posix.join(below, entry.name))));
    } else if (isNoteName(entry.name) && (entry.isFile() || (entry.isSymbolicLink() && (await isFile(entryPath))))) {
      files.push({ path: entryPath, folder: below || name });
    }
  }
  return files;
}

async function isFile(linked: string): Promise<boolean> {
  return stat(linked).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

async function readSource(file: NoteFile): Promise<NoteSource> {
  const bytes = await readFile(file.path).catch((error: unknown) => {
    throw new PathError(`${file.path}: ${reasonOf(error)}.`);
  });
  const uri = file.path.replaceAll(path.sep, '/');
  return { uri, name: noteName(uri), folder: file.folder, ...decodeText(bytes) };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reasons: Record<string, string> = {
    ENOENT: 'no such file or folder',
    EACCES: 'no permission to read it; check who may',
  };
  return (
    (typeof code === 'string' ? reasons[code] : undefined) ?? String(error instanceof Error ? error.message : error)
  );
}
