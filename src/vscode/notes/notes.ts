import * as vscode from 'vscode';
import type { Library, Located, ReadonlyLibrary } from '../../core/library/library.js';
import { LinkIndex } from '../../core/library/linkIndex.js';
import { LabelReader } from '../../core/note/label.js';
import type { NoteSource } from '../../core/note/model.js';
import type { NoteTree } from '../../core/note/read.js';
import { Rereader } from '../../core/note/rereader.js';
import { bundledNotesMode, ownLabelWords } from '../settings.js';
import { bundledNotes } from './bundledNotes.js';
import { noteFolders, type NoteFolders } from './noteFolders.js';
import { fileState } from './fileState.js';
import { NoteFinder, type Listing, type NoteFile } from './noteFinder.js';
import { readNotes, readSource } from './noteReader.js';
import { FolderWatchers } from './folderWatchers.js';

/** The notes as views use them. */
export interface Notes {
  readonly library: ReadonlyLibrary;
  /** Knows where the links of the notes lead. */
  readonly links: LinkIndex;
  /** Knows the words that are labels in the notes, the user's own among them. */
  readonly labels: LabelReader;
  /** Resolves when the notes have been read; the first call starts the reading. */
  ready(): Promise<void>;
  /** Reads everything anew. */
  refresh(): Promise<void>;
  /** The text of a note as it now is, or undefined if it cannot be read or is none of the library's. */
  source(uri: string): Promise<NoteSource | undefined>;
  /** The concept's note as it now is, with the syntax of that concept at least, or undefined as with `source`. */
  tree(located: Located): Promise<NoteTree | undefined>;
  /** The user's folders of notes; they need not be there. */
  folders(): readonly vscode.Uri[];
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
  readonly links: LinkIndex;
  readonly #extensionUri: vscode.Uri;
  readonly #bundled: readonly NoteFile[];
  readonly #home: vscode.Uri | undefined;
  readonly #log: vscode.LogOutputChannel;
  readonly #state = new vscode.EventEmitter<void>();
  readonly #ending = new vscode.CancellationTokenSource();
  readonly #watchers: FolderWatchers;
  readonly #settings: vscode.Disposable;
  readonly #files = new Map<string, NoteFile>();
  #finders: readonly { readonly uri: vscode.Uri; readonly finder: NoteFinder }[] = [];
  #complaints: readonly string[] = [];
  #reader = new Rereader(new LabelReader(ownLabelWords()));
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
    this.links = new LinkIndex(library);
    this.#extensionUri = extensionUri;
    this.#bundled = bundledNotes(extensionUri);
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
        if (event.affectsConfiguration('yojeom.labels')) {
          this.#reader = new Rereader(new LabelReader(ownLabelWords()));
          rescan();
        } else if (['folders', 'include', 'exclude', 'bundledNotes'].some((name) => event.affectsConfiguration(`yojeom.${name}`))) {
          rescan();
        }
      }),
    );
  }

  get labels(): LabelReader {
    return this.#reader.labels;
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

  async tree({ concept, note }: Located): Promise<NoteTree | undefined> {
    const source = await this.source(note.uri);
    return source && this.#reader.reread(source, this.library.note(note.uri), concept.id);
  }

  folders(): readonly vscode.Uri[] {
    return this.#finders.map(({ uri }) => uri);
  }

  roots(): readonly vscode.Uri[] {
    return [vscode.Uri.joinPath(this.#extensionUri, 'notes'), ...this.folders()];
  }

  complaints(): readonly string[] {
    return this.#complaints;
  }

  dispose(): void {
    this.#ending.cancel();
    this.#ending.dispose();
    this.links.dispose();
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
    const { files, unlisted } = await this.#list(this.#finders.map(({ uri }) => uri));
    const known = new Set([...files, ...this.#bundled].map((file) => file.uri.toString()));
    const gone = [...this.#files.keys()].filter((uri) => !known.has(uri) && !unlisted.some(isAbove(uri)));
    await this.#take(files, gone);
  }

  /** The default folder may be missing; a folder that the user chose may not. */
  async #complain({ complaints, entries }: NoteFolders): Promise<void> {
    const missing: string[] = [];
    for (const { text, places } of entries.filter(({ chosen }) => chosen)) {
      const states = await Promise.all(places.map(({ uri }) => fileState(uri)));
      if (places.length > 0 && states.every((state) => state === 'missing')) {
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
      const state = await fileState(uri);
      if (state === 'missing') {
        gone.push(...[...this.#files.keys()].filter((known) => isAbove(known)(uri)));
      } else if (state === vscode.FileType.Directory) {
        files.push(...(await this.#list([uri])).files);
      } else if (state !== 'unknown' && (state & vscode.FileType.File) !== 0) {
        files.push(...this.#finders.map(({ finder }) => finder.noteAt(uri)).filter((file) => file !== undefined));
      }
    }
    await this.#take(uniqueFiles(files), gone);
  }

  /** The notes in folders that lie in folders of notes, or that hold some. */
  async #list(folders: readonly vscode.Uri[]): Promise<Listing> {
    const searches = folders.flatMap((folder) =>
      this.#finders.map(({ uri, finder }) => ({ finder, start: isAbove(uri.toString())(folder) ? uri : folder })),
    );
    const started = searches.filter(({ finder, start }) => finder.mayHoldNotes(start));
    const listings = await Promise.all(started.map(({ finder, start }) => finder.list(start, this.#ending.token)));
    return {
      files: uniqueFiles(listings.flatMap(({ files }) => files)),
      unlisted: listings.flatMap(({ unlisted }) => unlisted),
    };
  }

  /** Reads files and forgets others. What is gone leaves together with the first that come: it may be a renaming. */
  async #take(files: readonly NoteFile[], gone: readonly string[]): Promise<void> {
    gone.forEach((uri) => this.#files.delete(uri));
    files.forEach((file) => this.#files.set(file.uri.toString(), file));
    const unread = new Set(files.map((file) => file.uri.toString()));
    let leaving = gone;
    for await (const notes of readNotes(files, this.#reader, this.#ending.token)) {
      notes.forEach((note) => unread.delete(note.uri));
      this.library.update(notes, leaving);
      leaving = [];
    }
    this.library.update([], leaving);
    if (this.#ending.token.isCancellationRequested) {
      return;
    }
    // A note that was read before stays as it was: its file system may be away for a while.
    for (const uri of [...unread].filter((name) => !this.library.note(name))) {
      const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
      this.#log.warn(vscode.l10n.t('The note {0} could not be read and was left out.', path));
      this.#files.delete(uri);
    }
    await this.#chooseBundled();
  }

  /** The bundled notes come when there are no others and leave when there are, unless the user says otherwise. */
  async #chooseBundled(): Promise<void> {
    // Whoever works on the extension has them as notes of their own.
    const bundled = this.#bundled.filter(({ uri }) => !this.#finders.some(({ finder }) => finder.noteAt(uri)));
    const names = new Set(bundled.map(({ uri }) => uri.toString()));
    const mode = bundledNotesMode();
    const hasOwn = this.library.notes().some(({ uri, concepts }) => !names.has(uri) && concepts.length > 0);
    if (mode === 'always' || (mode === 'auto' && !hasOwn)) {
      const absent = bundled.filter(({ uri }) => !this.library.note(uri.toString()));
      absent.forEach((file) => this.#files.set(file.uri.toString(), file));
      for await (const notes of readNotes(absent, this.#reader, this.#ending.token)) {
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

/** Whether a place is a file or folder itself, or a folder above it. */
function isAbove(uri: string): (place: vscode.Uri) => boolean {
  return (place) => `${uri}/`.startsWith(`${place.toString()}/`);
}
