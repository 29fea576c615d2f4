import * as vscode from 'vscode';
import type { Library, ReadonlyLibrary } from '../../core/library/library.js';
import type { NoteSource } from '../../core/note/model.js';
import { bundledNotesMode } from '../settings.js';
import { bundledNotes } from './bundledNotes.js';
import { noteFolders, type NoteFolders } from './noteFolders.js';
import { NoteFinder, type NoteFile } from './noteFinder.js';
import { readNotes, readSource } from './noteReader.js';
import { FolderWatchers } from './folderWatchers.js';

/** The notes as views use them. */
export interface Notes {
  readonly library: ReadonlyLibrary;
  /** Resolves when the notes have been read; the first call starts the reading. */
  ready(): Promise<void>;
  /** Reads everything anew. */
  refresh(): Promise<void>;
  /** The text of a note as it now is, or undefined if it cannot be read or is none of the library's. */
  source(uri: string): Promise<NoteSource | undefined>;
  /** Folders in which notes and what belongs to them may lie. */
  roots(): readonly vscode.Uri[];
  /** Sentences about folders that are missing or not understood; empty where all is well. */
  complaints(): readonly string[];
  /** Fires when the complaints may have changed, or when reading begins or ends. */
  readonly onDidChangeState: vscode.Event<void>;
  readonly isReading: boolean;
}

/** Lists, reads and watches the folders of notes: the only writer of the library. */
export class WorkspaceNotes implements Notes, vscode.Disposable {
  readonly library: Library;
  readonly #extensionUri: vscode.Uri;
  readonly #home: vscode.Uri | undefined;
  readonly #log: vscode.LogOutputChannel;
  readonly #state = new vscode.EventEmitter<void>();
  readonly #ending = new vscode.CancellationTokenSource();
  readonly #watchers: FolderWatchers;
  readonly #settings: vscode.Disposable;
  readonly #files = new Map<string, NoteFile>();
  #finders: readonly { readonly uri: vscode.Uri; readonly finder: NoteFinder }[] = [];
  #complaints: readonly string[] = [];
  #started: Promise<void> | undefined;
  #queue: Promise<void> = Promise.resolve();
  #reading = 0;

  readonly onDidChangeState = this.#state.event;

  /**
   * @param library Where the notes go.
   * @param extensionUri Where the extension is installed.
   * @param home The user's home folder, if the host has one.
   * @param log For what a user may need to know about a file that was left out.
   */
  constructor(library: Library, extensionUri: vscode.Uri, home: vscode.Uri | undefined, log: vscode.LogOutputChannel) {
    this.library = library;
    this.#extensionUri = extensionUri;
    this.#home = home;
    this.#log = log;
    this.#watchers = new FolderWatchers((uris) => void this.#enqueue(() => this.#readTouched(uris)));
    const rescan = (): void => {
      if (this.#started) {
        void this.refresh();
      }
    };
    this.#settings = vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(rescan),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (['folders', 'include', 'exclude', 'bundledNotes'].some((name) => event.affectsConfiguration(`yojeom.${name}`))) {
          rescan();
        }
      }),
    );
  }

  get isReading(): boolean {
    return this.#reading > 0;
  }

  ready(): Promise<void> {
    this.#started ??= this.#enqueue(() => this.#readAll());
    return this.#started;
  }

  refresh(): Promise<void> {
    this.#started = this.#enqueue(() => this.#readAll());
    return this.#started;
  }

  async source(uri: string): Promise<NoteSource | undefined> {
    const file = this.#files.get(uri);
    try {
      return file && (await readSource(file));
    } catch {
      return undefined;
    }
  }

  roots(): readonly vscode.Uri[] {
    return [vscode.Uri.joinPath(this.#extensionUri, 'notes'), ...this.#finders.map(({ uri }) => uri)];
  }

  complaints(): readonly string[] {
    return this.#complaints;
  }

  dispose(): void {
    this.#ending.cancel();
    this.#ending.dispose();
    this.#settings.dispose();
    this.#watchers.dispose();
    this.#state.dispose();
  }

  /** One thing at a time: a scan and the changes that arrive meanwhile never overtake each other. */
  #enqueue(task: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      if (this.#ending.token.isCancellationRequested) {
        return;
      }
      this.#setReading(1);
      try {
        await task();
      } catch (error) {
        this.#log.error(error instanceof Error ? error : String(error));
      } finally {
        this.#setReading(-1);
      }
    });
    return this.#queue;
  }

  #setReading(step: 1 | -1): void {
    this.#reading += step;
    if (!this.#ending.token.isCancellationRequested) {
      this.#state.fire();
    }
  }

  async #readAll(): Promise<void> {
    const folders = noteFolders(this.#home);
    const places = folders.entries.flatMap((entry) => entry.places);
    this.#finders = places.map((place) => ({ uri: place.uri, finder: new NoteFinder(place) }));
    this.#watchers.watch(places.map((place) => place.uri));
    await this.#complain(folders);
    const listed = await Promise.all(this.#finders.map(({ uri, finder }) => finder.list(uri, this.#ending.token)));
    const files = uniqueFiles(listed.flat());
    const known = new Set(files.map((file) => file.uri.toString()));
    await this.#take(files, [...this.#files.keys()].filter((uri) => !known.has(uri)));
  }

  /** The default folder may be missing; a folder that the user chose may not. */
  async #complain({ complaints, entries }: NoteFolders): Promise<void> {
    const missing: string[] = [];
    for (const { text, places } of entries.filter(({ chosen }) => chosen)) {
      const types = await Promise.all(places.map(({ uri }) => typeOf(uri)));
      if (places.length > 0 && types.every((type) => type === 'missing')) {
        missing.push(
          vscode.l10n.t(
            'The folder of notes “{0}” was not found. Create it, or correct the setting “yojeom.folders”.',
            text,
          ),
        );
      }
    }
    this.#complaints = [...complaints, ...missing];
  }

  /** A touched file is read, a touched folder listed, and what no longer exists is taken out with all below it. */
  async #readTouched(uris: readonly vscode.Uri[]): Promise<void> {
    await this.#complain(noteFolders(this.#home));
    const files: NoteFile[] = [];
    const gone: string[] = [];
    for (const uri of uris) {
      const type = await typeOf(uri);
      const name = uri.toString();
      if (type === 'missing') {
        gone.push(...[...this.#files.keys()].filter((known) => `${known}/`.startsWith(`${name}/`)));
      } else if (type !== 'unknown' && (type & vscode.FileType.Directory) !== 0) {
        files.push(...(await this.#notesIn(uri)));
      } else {
        files.push(...this.#finders.map(({ finder }) => finder.noteAt(uri)).filter((file) => file !== undefined));
      }
    }
    await this.#take(uniqueFiles(files), gone);
  }

  /** Notes in a folder that lies in a folder of notes, or that holds one. */
  async #notesIn(folder: vscode.Uri): Promise<NoteFile[]> {
    const listed = this.#finders.map(async ({ uri, finder }) => {
      const start = `${uri.toString()}/`.startsWith(`${folder.toString()}/`) ? uri : folder;
      return finder.mayHoldNotes(start) ? await finder.list(start, this.#ending.token) : [];
    });
    return (await Promise.all(listed)).flat();
  }

  async #take(files: readonly NoteFile[], gone: readonly string[]): Promise<void> {
    gone.forEach((uri) => this.#files.delete(uri));
    files.forEach((file) => this.#files.set(file.uri.toString(), file));
    this.library.update([], gone);
    const readable = new Set<string>();
    for await (const notes of readNotes(files, this.#ending.token)) {
      notes.forEach((note) => readable.add(note.uri));
      this.library.update(notes);
    }
    const unreadable = files.map((file) => file.uri.toString()).filter((uri) => !readable.has(uri));
    if (!this.#ending.token.isCancellationRequested) {
      unreadable.forEach((uri) => {
        this.#log.warn(vscode.l10n.t('The note {0} could not be read and was left out.', uri));
      });
      unreadable.forEach((uri) => this.#files.delete(uri));
      this.library.update([], unreadable);
      await this.#chooseBundled();
    }
  }

  /** The bundled notes come when there are no others and leave when there are, unless the user says otherwise. */
  async #chooseBundled(): Promise<void> {
    const bundled = bundledNotes(this.#extensionUri);
    const names = new Set(bundled.map((file) => file.uri.toString()));
    const mode = bundledNotesMode();
    const own = [...this.#files.keys()].some((uri) => !names.has(uri));
    if (mode === 'always' || (mode === 'auto' && !own)) {
      const absent = bundled.filter((file) => !this.library.note(file.uri.toString()));
      absent.forEach((file) => this.#files.set(file.uri.toString(), file));
      for await (const notes of readNotes(absent, this.#ending.token)) {
        this.library.update(notes);
      }
    } else {
      names.forEach((uri) => this.#files.delete(uri));
      this.library.update([], [...names]);
    }
  }
}

function uniqueFiles(files: readonly NoteFile[]): NoteFile[] {
  const byUri = new Map<string, NoteFile>();
  files.forEach((file) => byUri.set(file.uri.toString(), byUri.get(file.uri.toString()) ?? file));
  return [...byUri.values()];
}

/** A file system that does not answer is no reason to forget a note. */
async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | 'missing' | 'unknown'> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? 'missing' : 'unknown';
  }
}
