import { decodeText } from '../note/decode.js';
import type { Note, NoteSource } from '../note/model.js';
import { noteName } from '../note/noteName.js';
import { percentDecoded } from '../note/percentDecoded.js';
import type { Rereader } from '../note/rereader.js';
import { tooLarge } from './largeFile.js';
import type { CachedNotes } from './noteCache.js';
import type { NoteFile } from './noteFinder.js';
import type { FileStamp, FileState, NoteFiles } from './noteFiles.js';

/** What is to be read of a note: the names of its concepts, or all of it. */
export type Depth = 'names' | 'all';

/** What was got of a note's file: nothing more where it cannot be read. */
export interface Fetched {
  readonly file: NoteFile;
  readonly source?: NoteSource | undefined;
  /** What the source is made of; not given for what the editor has and did not save. */
  readonly bytes?: Uint8Array | undefined;
  /** The encoding that was preferred when they were got. */
  readonly encoding?: string | undefined;
  /** What came of reading that same file before. */
  readonly known?: Note;
  /** When the file was written, where whatever is written later has another time. */
  readonly stamp?: FileStamp | undefined;
  /** When the file was read; not given for what the editor has and did not save. */
  readonly read?: FileReading;
  /** Who is to read it. */
  readonly reader?: Rereader | undefined;
}

/** The reading of a file. */
export interface FileReading {
  /** When it began, in milliseconds since 1970. */
  readonly at: number;
  /** How many bytes the file had. */
  readonly size: number;
}

/**
 * How much older than its reading a file must be, so that what is written later has another time, in milliseconds. Some file
 * systems count in steps of two seconds.
 * Source: Microsoft, "FAT: General Overview of On-Disk Format", 1.03, 2000, on directory entries.
 */
const surelyOlder = 2_000;

/** Gets the texts of notes. */
export class NoteFetcher {
  readonly #files: NoteFiles;
  readonly #cache: CachedNotes | undefined;
  readonly #clock: () => number;

  /**
   * @param files Where the texts are.
   * @param cache What was read before, if it is kept.
   * @param clock Milliseconds since 1970.
   */
  constructor(files: NoteFiles, cache: CachedNotes | undefined, clock = Date.now) {
    this.#files = files;
    this.#cache = cache;
    this.#clock = clock;
  }

  /**
   * Gets a note's text, as the editor has it where it was changed and not saved.
   *
   * @param file The note's file.
   * @param depth Where no more than names are wanted, the file is not asked for its times unless that may spare to read it.
   * @param reader Where it is given, what came of reading the same file before will do too; it learns of that.
   */
  async fetch(file: NoteFile, depth: Depth, reader?: Rereader): Promise<Fetched> {
    const { uri } = file;
    const unsaved = this.#files.unsaved(uri);
    if (unsaved !== undefined) {
      return { file, source: sourceOf(file, unsaved), reader };
    }
    // Before the text: what is written meanwhile has another time, and will be read again.
    const isAsked = depth === 'all' || this.#cache?.kept(file) !== undefined;
    const at = this.#clock();
    const state: FileState = isAsked ? await this.#files.state(uri) : { kind: 'unknown' };
    if (state.kind !== 'file' && state.kind !== 'unknown') {
      return { file };
    }
    const stamp = state.kind === 'file' ? state.stamp : undefined;
    const cached = stamp && reader ? this.#cache?.unchanged(file, stamp) : undefined;
    if (cached && reader) {
      return { file, known: reader.know(cached.note, cached.key), stamp };
    }
    const bytes = stamp && tooLarge(stamp.size) ? undefined : await this.#files.read(uri);
    const read = { at, size: stamp?.size ?? bytes?.length ?? 0 };
    const got = { file, read, reader, stamp: stamp && isSurelyOlder(stamp, read) ? stamp : undefined };
    const problem = tooLarge(read.size);
    if (problem) {
      return { ...got, source: { ...sourceOf(file, ''), problems: [problem] } };
    }
    const encoding = this.#files.encoding(uri);
    return bytes ? { ...got, bytes, encoding, source: decoded(file, bytes, encoding) } : { file };
  }

  /**
   * What is to be read of a note that waits.
   *
   * @param fetched What was got of its file.
   * @param reader Learns of what came of reading the same file before.
   */
  async complete(fetched: Fetched, reader: Rereader): Promise<Fetched> {
    const { file, source, bytes, encoding } = fetched;
    const isThere = (source ?? bytes) !== undefined && this.#files.unsaved(file.uri) === undefined;
    if (!isThere) {
      return this.fetch(file, 'all', reader);
    }
    return source || !bytes ? fetched : { ...fetched, source: decoded(file, bytes, encoding) };
  }

  /**
   * Learns when a file was written that was read without asking for that.
   *
   * @param file The file.
   * @param read When it was read, and how large it was.
   * @returns `other` where it may have been written since or meanwhile, `unknown` where it cannot be asked.
   */
  async stateSince({ uri }: NoteFile, read: FileReading): Promise<FileStamp | 'other' | 'unknown'> {
    const state = await this.#files.state(uri);
    if (state.kind !== 'file') {
      return 'unknown';
    }
    return isSurelyOlder(state.stamp, read) ? state.stamp : 'other';
  }
}

function decoded(file: NoteFile, bytes: Uint8Array, encoding: string | undefined): NoteSource {
  const { text, problems } = decodeText(bytes, encoding);
  return { ...sourceOf(file, text), problems };
}

/** Whether a file was last written well before it was read. */
function isSurelyOlder(stamp: FileStamp, { at, size }: FileReading): boolean {
  return stamp.size === size && stamp.mtime < at - surelyOlder;
}

function sourceOf({ uri, folder }: NoteFile, text: string): NoteSource {
  return { uri, name: noteName(percentDecoded(uri)), folder, text };
}
