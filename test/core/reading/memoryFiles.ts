import type { FileState, FolderEntry, NoteFiles } from '../../../src/core/reading/noteFiles.js';

interface MemoryFile {
  readonly bytes: Uint8Array;
  readonly mtime: number;
}

/** What a file system cannot do for the moment. */
export type Trouble = 'state' | 'list' | 'read';

/** Files in memory, which answer later, and in any order if they are told to. */
export class MemoryFiles implements NoteFiles {
  readonly #files = new Map<string, MemoryFile>();
  readonly #foldsNames: boolean;
  /** Places that are in trouble, with all below them. */
  readonly troubles = new Map<string, Trouble>();
  readonly unsavedTexts = new Map<string, string>();
  /** Folders that are links. */
  readonly links = new Set<string>();
  /** The time, in milliseconds since 1970. */
  clock = 1_000_000_000_000;
  /** In what steps the file system counts time, in milliseconds. */
  tick = 1;
  readonly now = (): number => this.clock;
  /** The encoding of files that do not say theirs. */
  encodingName: string | undefined;
  /** How often each was asked for. */
  readonly asked = { state: 0, list: 0, read: 0 };
  /** Makes answers late. */
  delay: () => Promise<void> = () => Promise.resolve();

  /** @param foldsNames Whether names that differ in letter case or normal form only are one, as on macOS. */
  constructor(foldsNames = false) {
    this.#foldsNames = foldsNames;
  }

  /** URIs of all files, as their folders list them. */
  uris(): string[] {
    return [...this.#files.keys()];
  }

  /** What a file says. */
  text(uri: string): string {
    return new TextDecoder().decode(this.#files.get(uri)?.bytes);
  }

  /** When a file was written. */
  timeOf(uri: string): number {
    return this.#files.get(uri)?.mtime ?? 0;
  }

  write(uri: string, text: string | Uint8Array): void {
    const name = this.#actual(uri) ?? uri;
    this.clock += 10;
    this.#files.set(name, {
      bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
      mtime: this.clock - (this.clock % this.tick),
    });
  }

  rename(from: string, to: string): void {
    const name = this.#actual(from);
    const file = name === undefined ? undefined : this.#files.get(name);
    if (name !== undefined && file) {
      this.#files.delete(name);
      this.#files.delete(this.#actual(to) ?? to);
      this.#files.set(to, file);
    }
  }

  remove(uri: string): void {
    this.#files.delete(this.#actual(uri) ?? uri);
  }

  async state(uri: string): Promise<FileState> {
    await this.#answer('state', uri);
    if (this.#isInTrouble('state', uri)) {
      return { kind: 'unknown' };
    }
    const file = this.#files.get(this.#actual(uri) ?? uri);
    if (file) {
      return { kind: 'file', stamp: { mtime: file.mtime, size: file.bytes.length } };
    }
    const isThere = this.uris().some((other) => this.#fold(other).startsWith(`${this.#fold(uri)}/`));
    return { kind: !isThere ? 'missing' : this.links.has(uri) ? 'link' : 'folder' };
  }

  async list(folder: string): Promise<readonly FolderEntry[] | undefined> {
    await this.#answer('list', folder);
    if (this.#isInTrouble('list', folder)) {
      return undefined;
    }
    const entries = new Map<string, FolderEntry>();
    for (const uri of this.uris().filter((one) => one.startsWith(`${folder}/`))) {
      const [name = '', ...rest] = uri.slice(folder.length + 1).split('/');
      const place = `${folder}/${name}`;
      const kind = rest.length === 0 ? 'file' : this.links.has(place) ? 'other' : 'folder';
      entries.set(name, { uri: place, kind });
    }
    return [...entries.values()];
  }

  async read(uri: string): Promise<Uint8Array | undefined> {
    await this.#answer('read', uri);
    return this.#isInTrouble('read', uri) ? undefined : this.#files.get(this.#actual(uri) ?? uri)?.bytes;
  }

  unsaved(uri: string): string | undefined {
    return this.unsavedTexts.get(uri);
  }

  encoding(): string | undefined {
    return this.encodingName;
  }

  async #answer(kind: keyof MemoryFiles['asked'], _uri: string): Promise<void> {
    this.asked[kind] += 1;
    await this.delay();
  }

  #isInTrouble(trouble: Trouble, uri: string): boolean {
    return [...this.troubles].some(([place, what]) => what === trouble && `${uri}/`.startsWith(`${place}/`));
  }

  #actual(uri: string): string | undefined {
    return this.#files.has(uri) ? uri : this.uris().find((other) => this.#fold(other) === this.#fold(uri));
  }

  #fold(uri: string): string {
    return this.#foldsNames ? encodeURI(decodeURI(uri).normalize('NFC').toLowerCase()) : uri;
  }
}
