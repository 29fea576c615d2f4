import * as vscode from 'vscode';
import { decodeText } from '../../core/note/decode.js';
import type { Note, NoteSource } from '../../core/note/model.js';
import { noteName } from '../../core/note/noteName.js';
import type { Rereader } from '../../core/note/rereader.js';
import type { NoteFile } from './noteFinder.js';

/** Files that are asked for at once. */
const readsAtOnce = 16;

/** Longest stretch of reading notes before other extensions get their turn, in milliseconds. */
const sliceMilliseconds = 12;

/**
 * The text of a note, as the editor has it where it was changed and not saved.
 *
 * @param file The note's file.
 * @throws What the file system throws where the file cannot be read.
 */
export async function readSource(file: NoteFile): Promise<NoteSource> {
  const unsaved = unsavedText(file.uri);
  const read = unsaved === undefined ? decodeText(await vscode.workspace.fs.readFile(file.uri)) : { text: unsaved };
  return { uri: file.uri.toString(), name: noteName(file.uri.path), folder: file.folder, ...read };
}

function unsavedText(uri: vscode.Uri): string | undefined {
  const name = uri.toString();
  return vscode.workspace.textDocuments.find((one) => one.isDirty && one.uri.toString() === name)?.getText();
}

/**
 * Reads notes, a few files at once and in short slices. A file that cannot be read is left out.
 *
 * @param files The notes' files.
 * @param reader Reads each.
 * @param token Ends the reading early.
 * @returns Batches of notes, as they come.
 */
export async function* readNotes(
  files: readonly NoteFile[],
  reader: Rereader,
  token: vscode.CancellationToken,
): AsyncGenerator<readonly Note[]> {
  for (let start = 0; start < files.length && !token.isCancellationRequested; start += readsAtOnce) {
    const sources = await Promise.all(files.slice(start, start + readsAtOnce).map(sourceIfReadable));
    const notes: Note[] = [];
    let sliceEnd = Date.now() + sliceMilliseconds;
    for (const source of sources) {
      if (source) {
        notes.push(reader.read(source));
      }
      if (Date.now() > sliceEnd) {
        await new Promise((resolve) => setTimeout(resolve));
        sliceEnd = Date.now() + sliceMilliseconds;
      }
    }
    yield notes;
  }
}

async function sourceIfReadable(file: NoteFile): Promise<NoteSource | undefined> {
  try {
    return await readSource(file);
  } catch {
    return undefined;
  }
}
