import * as vscode from 'vscode';

/** What a file system is asked for. */
export type Operation = 'stat' | 'list' | 'read' | 'write' | 'rename' | 'delete' | 'makeFolder';

/** One question to a file system. */
export interface Asked {
  readonly operation: Operation;
  readonly path: string;
  /** What is to be written. */
  readonly bytes?: Uint8Array;
}

interface MemoryFile {
  readonly bytes: Uint8Array;
  readonly mtime: number;
}

/** What a file system does before it answers: nothing, wait, or throw. */
export type Trouble = (asked: Asked) => void | Promise<void>;

/** A file system in memory that fails as it is told to. */
export class FaultyFileSystem implements vscode.FileSystemProvider, vscode.Disposable {
  readonly scheme: string;
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #files = new Map<string, MemoryFile>();
  readonly #folders = new Set(['/']);
  readonly #registration: vscode.Disposable;
  #release: () => void = () => undefined;
  #healed = Promise.resolve();
  /** Time of the next file that is written. */
  clock = 1_700_000_000_000;
  /** What goes wrong. */
  trouble: Trouble = () => undefined;
  /** Whether changes are told. */
  tellsChanges = true;
  /** Links to folders, which are told as such, and where they lead. */
  readonly links = new Map<string, string>();
  /** Sizes that files are said to have. */
  readonly sizes = new Map<string, number>();
  /** All that was asked for. */
  asked: Asked[] = [];
  /** All places that were watched. */
  readonly watched: string[] = [];

  readonly onDidChangeFile = this.#changes.event;

  /**
   * @param scheme Of its URIs.
   * @param isReadonly Whether the editor is told that nothing can be written.
   */
  constructor(scheme: string, isReadonly = false) {
    this.scheme = scheme;
    this.#registration = vscode.workspace.registerFileSystemProvider(scheme, this, {
      isCaseSensitive: true,
      isReadonly,
    });
    this.heal();
  }

  /** A place in it. */
  uri(path: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.scheme, path });
  }

  /** Writes a file as if from elsewhere, with all folders above it. */
  put(path: string, content: string | Uint8Array): void {
    const type = this.#files.has(path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.#files.set(path, { bytes, mtime: (this.clock += 1000) });
    foldersAbove(path).forEach((folder) => this.#folders.add(folder));
    this.#tell(type, path);
  }

  /** Makes a link to a folder, or has it lead elsewhere, as if from elsewhere. */
  link(path: string, target: string): void {
    const type = this.links.has(path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.links.set(path, target);
    this.#tell(type, path);
  }

  /** Removes a file, a folder or a link as if from elsewhere. */
  drop(path: string): void {
    for (const places of [this.#files, this.#folders, this.links]) {
      [...places.keys()].filter((place) => isAtOrIn(place, path)).forEach((place) => places.delete(place));
    }
    this.#tell(vscode.FileChangeType.Deleted, path);
  }

  /** Paths of all files in a folder. */
  paths(folder: string): string[] {
    return [...this.#files.keys()].filter((path) => isAtOrIn(path, folder));
  }

  /** Whether there is such a file. */
  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** The text of a file. */
  text(path: string): string {
    return new TextDecoder().decode(this.#files.get(path)?.bytes);
  }

  /** How often it was asked for something, in a folder. */
  count(operation: Operation, folder: string): number {
    return this.asked.filter((one) => one.operation === operation && isAtOrIn(one.path, folder)).length;
  }

  /** Resolves when the troubles end: a trouble that gives this hangs. */
  hang(): Promise<void> {
    return this.#healed;
  }

  /** Ends all troubles; what hangs answers. */
  heal(): void {
    this.trouble = () => undefined;
    this.#release();
    this.#healed = new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  dispose(): void {
    this.heal();
    this.#registration.dispose();
    this.#changes.dispose();
  }

  watch({ path }: vscode.Uri): vscode.Disposable {
    this.watched.push(path);
    return new vscode.Disposable(() => undefined);
  }

  async stat({ path }: vscode.Uri): Promise<vscode.FileStat> {
    await this.#ask('stat', path);
    const file = this.#files.get(this.#followed(path));
    if (file) {
      const size = this.sizes.get(path) ?? file.bytes.length;
      return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size };
    }
    this.#needFolder(path);
    return { type: this.#folderType(path), ctime: 0, mtime: 0, size: 0 };
  }

  async readDirectory({ path }: vscode.Uri): Promise<[string, vscode.FileType][]> {
    await this.#ask('list', path);
    this.#needFolder(path);
    const here = this.#followed(path);
    const below = (place: string): boolean => place !== here && place.slice(0, place.lastIndexOf('/')) === here;
    const name = (place: string): string => place.slice(place.lastIndexOf('/') + 1);
    return [
      ...this.paths(here)
        .filter(below)
        .map((file): [string, vscode.FileType] => [name(file), vscode.FileType.File]),
      ...[...this.#folders, ...this.links.keys()]
        .filter(below)
        .map((folder): [string, vscode.FileType] => [name(folder), this.#folderType(folder)]),
    ];
  }

  async readFile({ path }: vscode.Uri): Promise<Uint8Array> {
    await this.#ask('read', path);
    const file = this.#files.get(this.#followed(path));
    if (!file) {
      throw vscode.FileSystemError.FileNotFound(path);
    }
    return file.bytes;
  }

  async writeFile({ path }: vscode.Uri, content: Uint8Array): Promise<void> {
    const bytes = content.slice();
    await this.#ask('write', path, bytes);
    this.put(path, bytes);
  }

  async createDirectory({ path }: vscode.Uri): Promise<void> {
    await this.#ask('makeFolder', path);
    this.#folders.add(path);
  }

  async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await this.#ask('rename', from.path);
    const file = this.#files.get(from.path);
    if (!file) {
      throw vscode.FileSystemError.FileNotFound(from);
    }
    this.put(to.path, file.bytes);
    this.drop(from.path);
  }

  async delete({ path }: vscode.Uri): Promise<void> {
    await this.#ask('delete', path);
    if (!this.#files.has(path)) {
      this.#needFolder(path);
    }
    this.drop(path);
  }

  async #ask(operation: Operation, path: string, bytes?: Uint8Array): Promise<void> {
    const asked = bytes ? { operation, path, bytes } : { operation, path };
    this.asked.push(asked);
    await this.trouble(asked);
  }

  #needFolder(path: string): void {
    if (!this.#folders.has(this.#followed(path))) {
      throw vscode.FileSystemError.FileNotFound(path);
    }
  }

  /** Where a path leads, by all links on its way. */
  #followed(path: string): string {
    const link = [...this.links.keys()].find((one) => isAtOrIn(path, one));
    return link === undefined ? path : this.#followed(`${this.links.get(link) ?? ''}${path.slice(link.length)}`);
  }

  #folderType(path: string): vscode.FileType {
    const { Directory, SymbolicLink } = vscode.FileType;
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the editor's own way to tell of links
    return this.links.has(path) ? Directory | SymbolicLink : Directory;
  }

  #tell(type: vscode.FileChangeType, path: string): void {
    if (this.tellsChanges) {
      this.#changes.fire([{ type, uri: this.uri(path) }]);
    }
  }
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/') || '/');
}

function isAtOrIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
