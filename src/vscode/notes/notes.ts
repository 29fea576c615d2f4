import * as vscode from 'vscode';
import type { Library, Located, ReadonlyLibrary } from '../../core/library/library.js';
import { noteUriOf } from '../../core/library/noteUri.js';
import { LinkIndex } from '../../core/library/linkIndex.js';
import { LabelReader } from '../../core/note/label.js';
import type { NoteSource } from '../../core/note/model.js';
import type { NoteTree } from '../../core/note/read.js';
import { Rereader } from '../../core/note/rereader.js';
import { LibraryReader, type Progress } from '../../core/reading/libraryReader.js';
import type { Slices } from '../../core/slices.js';
import type { Platform } from '../platform.js';
import { KeptNotes } from '../cache/keptNotes.js';
import { bundledNotesMode, ownLabelWords } from '../settings.js';
import { bundledNotes } from './bundledNotes.js';
import { FolderWatchers } from './folderWatchers.js';
import { noteFolders, type NoteFolders } from './noteFolders.js';
import { WorkspaceFiles } from './workspaceFiles.js';

/** Notes whose links are taken in at once. */
const linkedAtOnce = 4;

/** Settings that what is read of a note depends on. */
const readingSettings = ['yojeom.labels', 'files.encoding'];

/** Settings that say which notes there are. */
const folderSettings = [
  'yojeom.folders',
  'yojeom.include',
  'yojeom.exclude',
  'yojeom.bundledNotes',
  'files.exclude',
];

/** The notes as views use them. */
export interface Notes {
  readonly library: ReadonlyLibrary;
  /** Knows where the links of the notes lead. */
  readonly links: LinkIndex;
  /** Knows the words that are labels in the notes, the user's own among them. */
  readonly labels: LabelReader;
  /** Resolves when at least the names of all notes' concepts are known; the first call starts the reading. */
  ready(): Promise<void>;
  /** Reads everything anew. */
  refresh(): Promise<void>;
  /** Resolves when all is known of the note that a concept is in. */
  settle(conceptId: string): Promise<void>;
  /** Reads these notes before others. */
  prefer(uris: readonly string[]): void;
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
  /** Fires when the complaints may have changed, when reading begins, goes on or ends. */
  readonly onDidChangeState: vscode.Event<void>;
  readonly isReading: boolean;
  /** Of how many notes more than the names are known. */
  readonly progress: Progress;
  /** Whether the user has stopped the reading of more than names. */
  readonly isPaused: boolean;
}

/** What the notes need of the extension and its host. */
export interface NotesHost {
  readonly extensionUri: vscode.Uri;
  /** The extension's storage, for all windows. */
  readonly storageUri: vscode.Uri;
  /** Stands for the code that reads notes. */
  readonly readerVersion: string;
  /** The user's home folder, if the host has one. */
  readonly home: vscode.Uri | undefined;
  /** For what a user may need to know about a file that was left out. */
  readonly log: Pick<vscode.LogOutputChannel, 'warn' | 'error'>;
  /** Shared by all long work of the window. */
  readonly slices: Slices;
  /** Makes files of which many at once come more quickly, in a host that can. */
  readonly hastened?: Platform['hastened'];
  /** How long a file system may take for an answer, in milliseconds. */
  readonly patience?: number;
}

/** Brings the folders of notes, their watchers and settings to the reader of the library. */
export class WorkspaceNotes implements Notes, vscode.Disposable {
  readonly library: Library;
  readonly links: LinkIndex;
  readonly #host: NotesHost;
  readonly #bundled: readonly vscode.Uri[];
  readonly #state = new vscode.EventEmitter<void>();
  readonly #files: WorkspaceFiles;
  readonly #kept: KeptNotes;
  readonly #reader: LibraryReader;
  readonly #watchers: FolderWatchers;
  readonly #subscriptions: vscode.Disposable;
  #rereader = new Rereader(new LabelReader(ownLabelWords()));
  #folders: readonly vscode.Uri[] = [];
  #complaints: readonly string[] = [];
  /** URIs of folders that could not be listed when all was last read. */
  readonly #unlisted = new Set<string>();
  #started: Promise<void> | undefined;
  #reading = 0;
  #isDisposed = false;
  #isLinking = false;

  readonly onDidChangeState = this.#state.event;

  /**
   * @param library Where the notes go.
   * @param host What else only the extension and its host have.
   */
  constructor(library: Library, host: NotesHost) {
    const { log, slices } = host;
    this.library = library;
    this.links = new LinkIndex(library);
    this.#host = host;
    this.#bundled = bundledNotes(host.extensionUri);
    this.#files = new WorkspaceFiles(host.patience);
    const reading = {
      isReading: () => this.isReading,
      stamp: () => this.#reader.stamp(),
      touch: (uris: readonly string[]) => void this.#touch(uris.map((uri) => vscode.Uri.parse(uri))),
    };
    this.#kept = new KeptNotes(reading, host);
    const hastened = host.hastened?.(this.#files);
    const readingHost = {
      files: hastened ?? this.#files,
      cache: this.#kept.cache,
      slices,
      onLeftOut: (uri: string) => {
        log.warn(vscode.l10n.t('The note {0} could not be read and was left out.', place(uri)));
      },
      onUnread: (uri: string) => {
        log.warn(vscode.l10n.t('The note {0} could not be read again; it is shown as it was.', place(uri)));
      },
      onUnlisted: (folder: string) => {
        this.#unlisted.add(folder);
        log.warn(vscode.l10n.t('The folder {0} could not be read; its notes are left as they were.', place(folder)));
      },
      onProgress: () => this.#tell(),
    };
    this.#reader = new LibraryReader(library, readingHost, this.#rereader);
    this.#watchers = new FolderWatchers((uris) => void this.#touch(uris));
    this.#subscriptions = vscode.Disposable.from(
      new vscode.Disposable(() => hastened?.dispose()),
      new vscode.Disposable(library.onChange(() => void this.#linkNotes())),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#rescan()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (readingSettings.some((name) => event.affectsConfiguration(name))) {
          this.#rereader = new Rereader(new LabelReader(ownLabelWords()));
        }
        if ([...readingSettings, ...folderSettings].some((name) => event.affectsConfiguration(name))) {
          this.#rescan();
        }
      }),
    );
  }

  get labels(): LabelReader {
    return this.#rereader.labels;
  }

  get isReading(): boolean {
    return this.#reading > 0 || (this.progress.read < this.progress.all && !this.isPaused);
  }

  get progress(): Progress {
    return this.#reader.progress;
  }

  get isPaused(): boolean {
    return this.#reader.isPaused;
  }

  ready(): Promise<void> {
    this.#started ??= this.#scan();
    return this.#started;
  }

  refresh(): Promise<void> {
    this.#files.forget();
    this.#started = this.#scan();
    return this.#started;
  }

  /** Resolves when all is known of all notes, or the reading was paused. */
  async whole(): Promise<void> {
    await this.ready();
    await this.#reader.whole();
  }

  async settle(conceptId: string): Promise<void> {
    await this.#reader.settle(noteUriOf(conceptId));
  }

  prefer(uris: readonly string[]): void {
    this.#reader.prefer(uris);
  }

  /** Stops to read more than names, or goes on. */
  setPaused(isPaused: boolean): void {
    if (isPaused) {
      this.#reader.pause();
    } else {
      this.#reader.resume();
    }
    this.#tell();
  }

  /** Forgets what is kept for the next start, and reads everything anew. */
  async clearCache(): Promise<void> {
    await this.#kept.clear();
    if (this.#started) {
      await this.refresh();
    }
  }

  /** Keeps what was read for the next start. */
  keep(): Promise<void> {
    return this.#kept.keep();
  }

  source(uri: string): Promise<NoteSource | undefined> {
    return this.#reader.source(uri);
  }

  async tree({ concept, note }: Located): Promise<NoteTree | undefined> {
    const source = await this.source(note.uri);
    return source && this.#rereader.reread(source, this.library.note(note.uri), concept.id);
  }

  folders(): readonly vscode.Uri[] {
    return this.#folders;
  }

  roots(): readonly vscode.Uri[] {
    return [vscode.Uri.joinPath(this.#host.extensionUri, 'notes'), ...this.#folders];
  }

  complaints(): readonly string[] {
    return this.#complaints;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#kept.dispose();
    this.#reader.end();
    this.links.dispose();
    this.#subscriptions.dispose();
    this.#watchers.dispose();
    this.#state.dispose();
  }

  #rescan(): void {
    if (this.#started) {
      void this.refresh();
    }
  }

  #scan(): Promise<void> {
    return this.#during(async () => {
      const folders = noteFolders(this.#host.home);
      const places = folders.entries.flatMap((entry) => entry.places);
      this.#folders = places.map(({ uri }) => uri);
      this.#watchers.watch(this.#folders);
      this.#unlisted.clear();
      await this.#complain(folders);
      const sources = {
        folders: places.map((one) => ({
          ...one,
          uri: one.uri.toString(),
          variant: JSON.stringify([ownLabelWords(), this.#files.encoding(`${one.uri.toString()}/`)]),
        })),
        bundled: this.#bundled.map((uri) => ({ uri: uri.toString(), folder: 'Yojeom' })),
        bundledMode: bundledNotesMode(),
      };
      await this.#reader.scan(sources, this.#rereader);
      await this.#complain(folders);
    });
  }

  async #touch(uris: readonly vscode.Uri[]): Promise<void> {
    await this.#during(async () => {
      await this.#complain(noteFolders(this.#host.home));
      await this.#reader.touch(uris.map(String));
      if (this.#folders.some((folder) => this.#files.isSilent(folder.toString()))) {
        await this.#complain(noteFolders(this.#host.home));
      }
    });
  }

  /** What goes wrong here is nobody's fault but ours: it is written down, and the next thing is done. */
  async #during(task: () => Promise<void>): Promise<void> {
    // A view may still ask after the end; nobody would end what is begun then.
    if (this.#isDisposed) {
      return;
    }
    this.#reading += 1;
    this.#tell();
    try {
      await task();
    } catch (error) {
      this.#host.log.error(error instanceof Error ? error : String(error));
    } finally {
      this.#reading -= 1;
      this.#tell();
      this.#kept.keepLater();
    }
  }

  /** Follows the links of what came or changed, so that the first page of a large library need not wait for all of them. */
  async #linkNotes(): Promise<void> {
    if (this.#isLinking) {
      return;
    }
    this.#isLinking = true;
    do {
      await this.#host.slices.pauseIfOver();
    } while (!this.#isDisposed && this.links.takeIn(linkedAtOnce));
    this.#isLinking = false;
  }

  #tell(): void {
    if (!this.#isDisposed) {
      this.#state.fire();
    }
  }

  /** The default folder may be missing; a folder that the user chose may not. */
  async #complain({ complaints, entries }: NoteFolders): Promise<void> {
    const found: string[] = [];
    for (const { text, places, chosen } of entries) {
      if (places.some(({ uri }) => this.#files.isSilent(uri.toString()))) {
        found.push(vscode.l10n.t('The folder of notes “{0}” does not answer. Refresh to ask again.', text));
      } else if (places.some(({ uri }) => this.#unlisted.has(uri.toString()))) {
        found.push(vscode.l10n.t('The folder of notes “{0}” cannot be read. Refresh to try again.', text));
      } else if (chosen && places.length > 0) {
        const states = await Promise.all(places.map(({ uri }) => this.#files.state(uri.toString())));
        if (states.every(({ kind }) => kind === 'missing')) {
          found.push(
            vscode.l10n.t(
              'The folder of notes “{0}” was not found. Create it, or correct the setting “yojeom.folders”.',
              text,
            ),
          );
        }
      }
    }
    this.#complaints = [...complaints, ...found];
  }
}

function place(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
}
