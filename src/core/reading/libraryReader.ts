import type { Library } from '../library/library.js';
import type { Note, NoteSource } from '../note/model.js';
import type { Rereader } from '../note/rereader.js';
import { inParts } from './inParts.js';
import { KnownFiles } from './knownFiles.js';
import { misnamedNotes } from './misnamedNotes.js';
import { NoteFetcher, type Depth, type Fetched } from './noteFetcher.js';
import type { FileState } from './noteFiles.js';
import type { NoteFile, NoteFolder } from './noteFinder.js';
import { NoteFinders } from './noteFinders.js';
import { NoteKeeper } from './noteKeeper.js';
import { foldersAbove, isIn } from './places.js';
import type { ReadingHost } from './readingHost.js';
import { take } from './take.js';

/** Where notes are, and which come with the extension. */
export interface Sources {
  readonly folders: readonly NoteFolder[];
  readonly bundled: readonly NoteFile[];
  /** When the bundled notes are there: where there are no others, always, or never. */
  readonly bundledMode: 'auto' | 'always' | 'never';
  /** Stands for all settings that what is read depends on. */
  readonly variant: string;
}

/** How far the reading of a library is. */
export interface Progress {
  readonly read: number;
  readonly all: number;
}

/** Files that are asked for at once, while those before them are read: an editor's answers take their time. */
export const readsAtOnce = 128;

/** So many notes, and their names come first; fewer are read at once. */
const manyNotes = 64;

/** Texts that are kept until all of them is read, in characters; the files of others are read again. */
const mostKept = 32_000_000;

/** How many notes can be wanted before others. */
const mostPreferred = 1000;

/** How long notes are gathered before the library is told, in milliseconds. */
const gatherMilliseconds = 120;

/**
 * Keeps a library in step with its files: the only one that writes to it. One thing happens at a time, in the order in
 * which it was asked for. Of a large library the names come first; the rest follows, in slices.
 */
export class LibraryReader {
  readonly #library: Library;
  readonly #host: ReadingHost;
  readonly #fetcher: NoteFetcher;
  #reader: Rereader;
  readonly #files = new KnownFiles();
  /** Notes that are to be read, and of which no more than the names is known, or what they said before. */
  readonly #pending = new Map<string, Fetched>();
  /** How long the texts are that are kept for them, in characters. */
  #kept = 0;
  /** Those of them that are wanted first. */
  #preferred: readonly string[] = [];
  readonly #keeper: NoteKeeper | undefined;
  #finders = new NoteFinders([]);
  #sources: Sources = { folders: [], bundled: [], bundledMode: 'never', variant: '' };
  #queue: Promise<void> = Promise.resolve();
  #rest: Promise<void> | undefined;
  #isPaused = false;
  #hasEnded = false;

  /**
   * @param library Where the notes go.
   * @param host The files, the time and what else only a host has.
   * @param reader Reads each note.
   */
  constructor(library: Library, host: ReadingHost, reader: Rereader) {
    this.#library = library;
    this.#host = host;
    this.#fetcher = new NoteFetcher(host.files, host.cache);
    this.#keeper = host.cache && new NoteKeeper(host.cache, this.#fetcher);
    this.#reader = reader;
  }

  /** Of how many notes more than the names are known. */
  get progress(): Progress {
    return { read: this.#files.size - this.#pending.size, all: this.#files.size };
  }

  /** Whether the reading of more than names was stopped. */
  get isPaused(): boolean {
    return this.#isPaused;
  }

  /**
   * Reads all notes that there are, and forgets others.
   *
   * @param sources Where they are.
   * @param reader Reads each from now on.
   * @returns Resolves when at least the names of all are known.
   */
  scan(sources: Sources, reader = this.#reader): Promise<void> {
    return this.#enqueue(async () => {
      this.#sources = sources;
      this.#reader = reader;
      this.#finders = new NoteFinders(sources.folders);
      const folders = sources.folders.map(({ uri }) => uri);
      await this.#host.cache?.open(folders, sources.variant);
      const { files, unlisted } = await this.#finders.list(folders, this.#host.files, this.#isOver);
      unlisted.forEach((folder) => this.#host.onUnlisted?.(folder));
      const known = new Set([...files, ...sources.bundled].map(({ uri }) => uri));
      const gone = this.#files.uris().filter((uri) => !known.has(uri) && !unlisted.some((folder) => isIn(uri, folder)));
      await this.#take(files, gone);
      if (!this.#hasEnded) {
        this.#host.cache?.keepOnly((uri) => this.#files.has(uri) || unlisted.some((folder) => isIn(uri, folder)));
      }
    });
  }

  /**
   * Looks again at files and folders: what is there is read, what is not is taken out with all below it.
   *
   * @param touched What came, changed or went.
   */
  touch(touched: readonly string[]): Promise<void> {
    return this.#enqueue(async () => {
      // Whoever touched them may not have called them as their folders do.
      const uris = [...new Set(touched.flatMap((uri) => [uri, ...this.#files.twins(uri)]))];
      const states = await inParts(uris, readsAtOnce, (uri) => this.#host.files.state(uri));
      const of = (kind: FileState['kind']): string[] =>
        uris.filter((uri, index) => this.#kindNow(uri, states[index]) === kind);
      const { files, unlisted } = await this.#finders.list(of('folder'), this.#host.files, this.#isOver);
      unlisted.forEach((folder) => this.#host.onUnlisted?.(folder));
      const single = of('file').flatMap((uri) => this.#finders.noteAt(uri) ?? []);
      const found = [...new Map([...files, ...single].map((file) => [file.uri, file])).values()];
      const there = new Set(found.map(({ uri }) => uri));
      const gone = this.#below([...of('missing'), ...of('folder'), ...of('file')]).filter(
        (uri) => !there.has(uri) && !unlisted.some((folder) => isIn(uri, folder)),
      );
      const misnamed = await misnamedNotes([...there], this.#files, this.#host.files);
      await this.#take(
        found.filter(({ uri }) => !misnamed.has(uri)),
        [...gone, ...[...misnamed].filter((uri) => this.#files.has(uri))],
      );
    });
  }

  /** Resolves when all of every note has been read, or the reading was paused. */
  async whole(): Promise<void> {
    await this.#queue;
    while (this.#rest) {
      await this.#rest;
    }
  }

  /**
   * Reads these before others, of those that wait.
   *
   * @param uris Notes that someone looks at.
   */
  prefer(uris: readonly string[]): void {
    const wanted = uris.filter((uri) => this.#pending.has(uri));
    this.#preferred = [...new Set([...wanted, ...this.#preferred])].slice(0, mostPreferred);
  }

  /**
   * Reads all of a note now, if it waits.
   *
   * @param uri The note.
   */
  async settle(uri: string): Promise<void> {
    const entry = this.#pending.get(uri);
    if (entry) {
      await this.#readRest(await this.#complete([entry]));
    }
  }

  /**
   * Has the cache keep what was read of files without asking when they were written.
   *
   * @returns URIs of notes whose files may be others now: they are to be touched.
   */
  async stamp(): Promise<readonly string[]> {
    const isCurrent = (note: Note): boolean => this.#library.note(note.uri) === note;
    const stamp = async (): Promise<string[]> =>
      (await this.#keeper?.stamp(isCurrent, readsAtOnce, this.#host.slices)) ?? [];
    return (await this.#enqueue(stamp)) ?? [];
  }

  /** Stops to read more than names. */
  pause(): void {
    this.#isPaused = true;
  }

  /** Goes on after a pause. */
  resume(): void {
    this.#isPaused = false;
    this.#goOn();
  }

  /**
   * The text of a note as it now is.
   *
   * @param uri The note.
   * @returns Nothing if it is none of the library's, or cannot be read.
   */
  async source(uri: string): Promise<NoteSource | undefined> {
    const file = this.#files.get(uri);
    return file && (await this.#fetcher.fetch(file, 'all')).source;
  }

  /** Ends whatever is under way. */
  end(): void {
    this.#hasEnded = true;
  }

  readonly #isOver = (): boolean => this.#hasEnded;

  #enqueue<T>(task: () => Promise<T>): Promise<T | undefined> {
    const result = this.#queue.then(() => (this.#hasEnded ? undefined : task()));
    this.#queue = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  /** What is typed in an editor counts, whether its file system answers or not. */
  #kindNow(uri: string, { kind }: FileState = { kind: 'unknown' }): FileState['kind'] {
    return kind === 'unknown' && this.#host.files.unsaved(uri) !== undefined ? 'file' : kind;
  }

  /** The known notes that are at these places, or were below them. */
  #below(uris: readonly string[]): string[] {
    const places = new Set(uris);
    return uris.every((uri) => this.#files.has(uri))
      ? [...places]
      : this.#files.uris().filter((uri) => [uri, ...foldersAbove(uri)].some((place) => places.has(place)));
  }

  /** Reads files and forgets others. What is gone leaves together with the first that come: it may be a renaming. */
  async #take(files: readonly NoteFile[], gone: readonly string[]): Promise<void> {
    gone.forEach((uri) => this.#forget(uri));
    for (const file of files) {
      this.#files.set(file);
      await this.#host.slices.pauseIfOver();
    }
    let leaving = gone;
    const tell = (notes: readonly Note[]): void => {
      this.#library.update(notes, leaving);
      leaving = [];
    };
    const isLong = files.length >= (this.#host.manyNotes ?? manyNotes);
    await this.#readFiles(files, isLong ? 'names' : 'all', tell);
    tell([]);
    if (this.#hasEnded) {
      return;
    }
    // A note that was read before stays as it was: its file system may be away for a while.
    for (const { uri } of files.filter((file) => !this.#library.note(file.uri))) {
      this.#host.onLeftOut(uri);
      this.#forget(uri);
    }
    await this.#chooseBundled();
    this.#goOn();
  }

  #forget(uri: string): void {
    this.#files.delete(uri);
    this.#keeper?.forget(uri);
    this.#stopWaiting(uri);
  }

  #stopWaiting(uri: string): void {
    this.#kept -= this.#pending.get(uri)?.source?.text.length ?? 0;
    this.#pending.delete(uri);
  }

  async #readFiles(files: readonly NoteFile[], depth: Depth, tell: (notes: readonly Note[]) => void): Promise<void> {
    let notes: Note[] = [];
    let told = this.#host.slices.now();
    let next = this.#fetchSome(files, 0, depth);
    for (let start = 0; start < files.length && !this.#hasEnded; start += readsAtOnce) {
      const fetched = await next;
      next = this.#fetchSome(files, start + readsAtOnce, depth);
      for (const one of fetched) {
        notes.push(...(await this.#noteOf(one, depth)));
        await this.#host.slices.pauseIfOver();
      }
      if (this.#host.slices.now() > told + gatherMilliseconds) {
        tell(notes.filter(this.#isNews));
        notes = [];
        told = this.#host.slices.now();
      }
    }
    tell(notes.filter(this.#isNews));
  }

  /** Whether all of a note is known or still to be read: of others, all was read while their names waited to be told. */
  readonly #isNews = (note: Note): boolean => this.#reader.key(note) !== undefined || this.#pending.has(note.uri);

  #fetchSome(files: readonly NoteFile[], start: number, depth: Depth): Promise<Fetched[]> {
    const some = files.slice(start, start + readsAtOnce);
    return Promise.all(some.map((file) => this.#fetcher.fetch(file, depth, this.#reader)));
  }

  /** What a file comes to. Of a note that was read before, all that it said is left until all of it is read again. */
  async #noteOf(fetched: Fetched, depth: Depth): Promise<Note[]> {
    const { file, source, known } = fetched;
    const { uri } = file;
    this.#stopWaiting(uri);
    if (known || !source || !this.#files.has(uri)) {
      return known && this.#files.has(uri) ? [known] : [];
    }
    if (depth === 'all') {
      return [(await this.#readWhole(fetched, source)) ?? []].flat();
    }
    const isKept = this.#kept + source.text.length <= mostKept;
    this.#kept += isKept ? source.text.length : 0;
    this.#pending.set(uri, isKept ? fetched : { file });
    return this.#library.note(uri) ? [] : [await this.#host.slices.finish(this.#reader.skim(source))];
  }

  /** Nothing where that goes wrong, which must not keep the others waiting. */
  async #readWhole(fetched: Fetched, source: NoteSource): Promise<Note | undefined> {
    const { cache, onLeftOut, slices } = this.#host;
    const { file } = fetched;
    try {
      const known = cache?.sameText(file, source.text);
      const note = known ? this.#reader.know(known.note, known.key) : await slices.finish(this.#reader.read(source));
      const key = this.#reader.key(note);
      if (key !== undefined) {
        this.#keeper?.keep(fetched, note, key);
      }
      return note;
    } catch {
      onLeftOut(file.uri);
      return undefined;
    }
  }

  /** Reads what is waiting, behind everything else. */
  #goOn(): void {
    if (this.#pending.size > 0 && !this.#rest && !this.#isPaused) {
      this.#rest = this.#readPending().finally(() => {
        this.#rest = undefined;
        this.#host.onProgress();
      });
    }
  }

  async #readPending(): Promise<void> {
    let next = this.#complete(this.#nextPending(new Map()));
    while (this.#pending.size > 0 && !this.#hasEnded && !this.#isPaused) {
      this.#host.onProgress();
      const completed = await next;
      next = this.#complete(this.#nextPending(completed));
      await this.#readRest(completed);
    }
  }

  /** Some that wait, but others than these: what is preferred, or else those that have waited longest. */
  #nextPending(others: ReadonlyMap<Fetched, Fetched>): Fetched[] {
    const preferred = this.#preferred.slice(0, readsAtOnce).flatMap((uri) => this.#pending.get(uri) ?? []);
    this.#preferred = this.#preferred.slice(readsAtOnce);
    const longest = [...take(this.#pending.values(), readsAtOnce + others.size)];
    return (preferred.length > 0 ? preferred : longest).filter((entry) => !others.has(entry)).slice(0, readsAtOnce);
  }

  /** What is to be read of each that waits, as its file now is. */
  async #complete(entries: readonly Fetched[]): Promise<Map<Fetched, Fetched>> {
    const completed = await Promise.all(entries.map((entry) => this.#fetcher.complete(entry, this.#reader)));
    return new Map(completed.map((one, index) => [entries[index] ?? one, one]));
  }

  async #readRest(completed: ReadonlyMap<Fetched, Fetched>): Promise<void> {
    const notes = new Map<Fetched, Note | undefined>();
    for (const [entry, fetched] of completed) {
      const { file, source, known } = fetched;
      if (this.#pending.get(file.uri) === entry) {
        notes.set(entry, known ?? (source && (await this.#readWhole(fetched, source))));
      }
    }
    // What came while others had their turn is newer.
    const current = [...notes].filter(([entry]) => this.#pending.get(entry.file.uri) === entry && !this.#hasEnded);
    current.forEach(([{ file }]) => this.#stopWaiting(file.uri));
    this.#library.update(current.flatMap(([, note]) => note ?? []));
  }

  /** The bundled notes come when there are no others and leave when there are, unless the user says otherwise. */
  async #chooseBundled(): Promise<void> {
    const { bundledMode } = this.#sources;
    // Whoever works on the extension has them as notes of their own.
    const bundled = this.#sources.bundled.filter(({ uri }) => !this.#finders.noteAt(uri));
    const names = new Set(bundled.map(({ uri }) => uri));
    const hasOwn = this.#library.notes().some(({ uri, concepts }) => !names.has(uri) && concepts.length > 0);
    if (bundledMode === 'always' || (bundledMode === 'auto' && !hasOwn)) {
      const absent = bundled.filter(({ uri }) => !this.#library.note(uri));
      absent.forEach((file) => this.#files.set(file));
      await this.#readFiles(absent, 'all', (notes) => this.#library.update(notes));
    } else {
      names.forEach((uri) => this.#forget(uri));
      this.#library.update([], [...names]);
    }
  }
}
