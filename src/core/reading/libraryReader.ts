import type { Library } from '../library/library.js';
import type { Note, NoteSource } from '../note/model.js';
import type { Rereader } from '../note/rereader.js';
import { askedAhead } from './askedAhead.js';
import { chooseBundled } from './bundledChoice.js';
import { GatheredNotes } from './gatheredNotes.js';
import { KnownFiles } from './knownFiles.js';
import { NoteFetcher, type Depth, type Fetched } from './noteFetcher.js';
import type { NoteFile } from './noteFinder.js';
import { NoteFinders } from './noteFinders.js';
import { NoteKeeper } from './noteKeeper.js';
import { isIn } from './places.js';
import type { ReadingHost } from './readingHost.js';
import type { Sources } from './sources.js';
import { TaskQueue } from './taskQueue.js';
import { lookAt } from './touchedPlaces.js';
import { UnreadPlaces } from './unreadPlaces.js';
import { WaitingNotes } from './waitingNotes.js';

/** How far the reading of a library is. */
export interface Progress {
  readonly read: number;
  readonly all: number;
}

/** Files that are asked for at once, while those before them are read: an editor's answers take their time. */
export const readsAtOnce = 128;

/** So many notes, and their names come first; fewer are read at once. */
const manyNotes = 64;

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
  readonly #waiting = new WaitingNotes();
  readonly #unread = new UnreadPlaces();
  readonly #keeper: NoteKeeper | undefined;
  #finders = new NoteFinders([]);
  #sources: Sources = { folders: [], bundled: [], bundledMode: 'never' };
  readonly #tasks = new TaskQueue();
  #rest: Promise<void> | undefined;
  #isPaused = false;

  /**
   * @param library Where the notes go.
   * @param host The files, the time and what else only a host has.
   * @param reader Reads each note.
   */
  constructor(library: Library, host: ReadingHost, reader: Rereader) {
    this.#library = library;
    this.#host = host;
    this.#fetcher = new NoteFetcher(host.files, host.cache, host.clock);
    this.#keeper = host.cache && new NoteKeeper(host.cache, this.#fetcher);
    this.#reader = reader;
  }

  /** Of how many notes more than the names are known. */
  get progress(): Progress {
    return { read: this.#files.size - this.#waiting.size, all: this.#files.size };
  }

  /** Whether the reading of more than names was stopped. */
  get isPaused(): boolean {
    return this.#isPaused;
  }

  /**
   * Reads all notes that there are, and forgets others.
   *
   * @param sources Where they are.
   * @param reader Reads each from now on: another one where any setting changed that what is read depends on.
   * @returns Resolves when at least the names of all are known, if only as they were when they were kept.
   */
  scan(sources: Sources, reader = this.#reader): Promise<void> {
    return this.#tasks.add(async () => {
      this.#sources = sources;
      this.#reader = reader;
      this.#finders = new NoteFinders(sources.folders);
      const folders = sources.folders.map(({ uri }) => uri);
      const [{ files, unlisted }] = await Promise.all([
        this.#finders.list(folders, this.#host.files, this.#isOver),
        this.#host.cache?.open(sources.folders),
      ]);
      unlisted.forEach((folder) => this.#host.onUnlisted?.(folder));
      const known = new Set([...files, ...sources.bundled].map(({ uri }) => uri));
      // What the settings leave out leaves, whether its folder can be listed or not.
      const mayBeThere = (uri: string): boolean =>
        unlisted.some((folder) => isIn(uri, folder)) && this.#finders.noteAt(uri) !== undefined;
      const gone = this.#files.uris().filter((uri) => !known.has(uri) && !mayBeThere(uri));
      await this.#take(await this.#remember(files), gone);
      if (!this.#tasks.hasEnded) {
        this.#host.cache?.keepOnly((uri) => this.#files.has(uri) || mayBeThere(uri));
      }
    });
  }

  /**
   * Looks again at files and folders: what is there is read, what is not is taken out with all below it.
   *
   * @param touched What came, changed or went.
   */
  touch(touched: readonly string[]): Promise<void> {
    return this.#tasks.add(async () => {
      const { files, gone, settled, unlisted, unknown } = await lookAt(touched, {
        files: this.#host.files,
        finders: this.#finders,
        known: this.#files,
        atOnce: readsAtOnce,
        isOver: this.#isOver,
        slices: this.#host.slices,
      });
      unlisted.forEach((folder) => this.#host.onUnlisted?.(folder));
      this.#unread.delete(settled);
      this.#unread.add(unknown);
      // A file system that tells of a change is trusted more than times, which can go back.
      files.forEach((file) => this.#host.cache?.doubt(file));
      await this.#take(files, gone);
    });
  }

  /** Resolves when all of every note has been read, or the reading was paused. */
  async whole(): Promise<void> {
    await this.#tasks.done();
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
    this.#waiting.prefer(uris);
  }

  /**
   * Reads all of a note now, if it waits.
   *
   * @param uri The note.
   */
  async settle(uri: string): Promise<void> {
    const entry = this.#waiting.get(uri);
    if (entry) {
      await this.#readRest(await this.#complete([entry]));
    }
  }

  /**
   * Has the cache keep what was read of files without asking when they were written.
   *
   * @returns URIs of notes whose files may be others now, or could not be read: they are to be touched.
   */
  async stamp(): Promise<readonly string[]> {
    // What was read under other settings is unknown to the reader.
    const isCurrent = (note: Note): boolean =>
      this.#library.note(note.uri) === note && this.#reader.key(note) !== undefined;
    const stamp = async (): Promise<string[]> => {
      const doubtful = await this.#keeper?.stamp(isCurrent, readsAtOnce, this.#host.slices);
      return [...new Set([...(doubtful ?? []), ...this.#unread.toAskAgain()])];
    };
    return (await this.#tasks.add(stamp)) ?? [];
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
    this.#tasks.end();
  }

  readonly #isOver = (): boolean => this.#tasks.hasEnded;

  /**
   * Shows what is kept of notes that are not known yet. Their files are compared with it behind everything else.
   *
   * @returns The other files.
   */
  async #remember(files: readonly NoteFile[]): Promise<NoteFile[]> {
    const others: NoteFile[] = [];
    const gathered = new GatheredNotes((notes) => {
      // Others were read while they waited to be told.
      this.#library.update(notes.filter(({ uri }) => this.#waiting.has(uri)));
    }, this.#host.slices.now);
    for (const file of files) {
      const kept = this.#files.has(file.uri) ? undefined : this.#host.cache?.kept(file);
      if (kept) {
        this.#files.set(file);
        this.#waiting.put({ file });
        gathered.add([this.#reader.know(kept.note, kept.key)]);
      } else {
        others.push(file);
      }
      await this.#host.slices.pauseIfOver();
    }
    gathered.tell();
    return others;
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
    if (this.#tasks.hasEnded) {
      return;
    }
    // A note that was read before stays as it was: its file system may be away for a while.
    for (const { uri } of files.filter((file) => !this.#library.note(file.uri))) {
      this.#leaveOut(uri);
    }
    await this.#takeBundled();
    this.#goOn();
  }

  #forget(uri: string): void {
    this.#drop(uri);
    this.#unread.delete([uri]);
  }

  /** A file that is there could not be read, and nothing is known of its note. */
  #leaveOut(uri: string): void {
    this.#drop(uri);
    this.#unread.add([uri]);
    this.#host.onLeftOut(uri);
  }

  #drop(uri: string): void {
    this.#files.delete(uri);
    this.#keeper?.forget(uri);
    this.#waiting.delete(uri);
  }

  async #readFiles(files: readonly NoteFile[], depth: Depth, tell: (notes: readonly Note[]) => void): Promise<void> {
    const gathered = new GatheredNotes((notes) => {
      tell(notes.filter(this.#isNews));
    }, this.#host.slices.now);
    const fetch = (file: NoteFile): Promise<Fetched> => this.#fetcher.fetch(file, depth, this.#reader);
    for await (const fetched of askedAhead(files, readsAtOnce, fetch)) {
      if (this.#tasks.hasEnded) {
        break;
      }
      gathered.add(await this.#noteOf(fetched, depth));
      await this.#host.slices.pauseIfOver();
    }
    gathered.tell();
  }

  /** Whether all of a note is known or still to be read: of others, all was read while their names waited to be told. */
  readonly #isNews = (note: Note): boolean => this.#reader.key(note) !== undefined || this.#waiting.has(note.uri);

  /** What a file comes to. Of a note that was read before, all that it said is left until all of it is read again. */
  async #noteOf(fetched: Fetched, depth: Depth): Promise<Note[]> {
    const { file, source, known } = fetched;
    const { uri } = file;
    if (!known && !source) {
      this.#missed(uri);
      return [];
    }
    // A file whose text is typed and not saved was not asked.
    if (fetched.stamp ?? fetched.read) {
      this.#unread.delete([uri]);
    }
    this.#waiting.delete(uri);
    if (known || !source || !this.#files.has(uri)) {
      return known && this.#files.has(uri) ? [known] : [];
    }
    if (depth === 'all') {
      return [(await this.#readWhole(fetched, source)) ?? []].flat();
    }
    this.#waiting.put(fetched);
    return this.#library.note(uri) ? [] : [await this.#host.slices.finish(this.#reader.skim(source))];
  }

  /** A file could not be read: its note is shown as it was, and the file asked for once more. */
  #missed(uri: string): void {
    if (this.#library.note(uri)) {
      this.#unread.add([uri]);
      this.#host.onUnread?.(uri);
    }
    const waiting = this.#waiting.get(uri);
    if (waiting) {
      // What was got before is old.
      this.#waiting.put({ file: waiting.file });
    }
  }

  /** Nothing where that goes wrong, which must not keep the others waiting. */
  async #readWhole(fetched: Fetched, source: NoteSource): Promise<Note | undefined> {
    const { cache, onLeftOut, slices } = this.#host;
    const { file } = fetched;
    try {
      const known = cache?.sameText(file, source.text);
      const note = known ? this.#reader.know(known.note, known.key) : await slices.finish(this.#reader.read(source));
      const key = this.#reader.key(note);
      // What was got under other settings may be another text.
      if (key !== undefined && fetched.reader === this.#reader) {
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
    if (this.#waiting.size > 0 && !this.#rest && !this.#isPaused) {
      this.#rest = this.#readWaiting().finally(() => {
        this.#rest = undefined;
        this.#host.onProgress();
      });
    }
  }

  async #readWaiting(): Promise<void> {
    const mayGoOn = (): boolean => !this.#tasks.hasEnded && !this.#isPaused;
    let next = this.#complete(this.#waiting.next(readsAtOnce, new Map()));
    while (this.#waiting.size > 0 && mayGoOn()) {
      this.#host.onProgress();
      const completed = await next;
      next = this.#complete(mayGoOn() ? this.#waiting.next(readsAtOnce, completed) : []);
      await this.#readRest(completed, mayGoOn);
    }
  }

  /** What is to be read of each that waits, as its file now is. */
  async #complete(entries: readonly Fetched[]): Promise<Map<Fetched, Fetched>> {
    const completed = await Promise.all(entries.map((entry) => this.#fetcher.complete(entry, this.#reader)));
    return new Map(completed.map((one, index) => [entries[index] ?? one, one]));
  }

  async #readRest(completed: ReadonlyMap<Fetched, Fetched>, mayGoOn = (): boolean => true): Promise<void> {
    const notes = new Map<Fetched, Note | undefined>();
    for (const [entry, fetched] of completed) {
      if (!mayGoOn()) {
        break;
      }
      const { source, known } = fetched;
      if (this.#waiting.includes(entry)) {
        notes.set(entry, known ?? (source && (await this.#readWhole(fetched, source))));
      }
    }
    // What came while others had their turn is newer.
    const current = [...notes].filter(([entry]) => this.#waiting.includes(entry) && !this.#tasks.hasEnded);
    current.forEach(([entry]) => {
      const { source, known } = completed.get(entry) ?? entry;
      this.#waiting.delete(entry.file.uri);
      if (!source && !known) {
        this.#missed(entry.file.uri);
      }
    });
    this.#library.update(current.flatMap(([, note]) => (note && note !== this.#library.note(note.uri) ? note : [])));
  }

  async #takeBundled(): Promise<void> {
    const isOwn = (uri: string): boolean => this.#finders.noteAt(uri) !== undefined;
    const { coming, leaving } = chooseBundled(this.#sources, this.#library, isOwn);
    coming.forEach((file) => this.#files.set(file));
    leaving.forEach((uri) => this.#forget(uri));
    this.#library.update([], leaving);
    await this.#readFiles(coming, 'all', (notes) => this.#library.update(notes));
  }
}
