import * as vscode from 'vscode';
import { isIn } from '../../core/reading/places.js';

/** How long changes are gathered before they are told, in milliseconds: a save arrives as several events. */
const gatherMilliseconds = 80;

/** How long typing is gathered: what is read anew every so often must cost little, and a long note costs more. */
const typingMilliseconds = 150;
const charactersOfMillisecond = 40;

/** Watches the folders of notes, wherever they are, and tells of what was touched in batches. */
export class FolderWatchers implements vscode.Disposable {
  readonly #onTouched: (uris: readonly vscode.Uri[]) => void;
  readonly #editor: vscode.Disposable;
  readonly #touched = new Map<string, vscode.Uri>();
  #folders: readonly vscode.Uri[] = [];
  #watchers: readonly vscode.Disposable[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Documents that were changed and not saved, and the timers of those that were not told of yet. */
  readonly #unsaved = new Map<string, ReturnType<typeof setTimeout> | undefined>();

  /** @param onTouched Called with files and folders that came, changed or went. */
  constructor(onTouched: (uris: readonly vscode.Uri[]) => void) {
    this.#onTouched = onTouched;
    // What the editor does itself is known at once, also where a file system's watcher is late or missing.
    this.#editor = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.#touchLater(document);
        }
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        this.#forgetTyping(uri);
        this.#touch(uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        // What was typed may have been thrown away.
        if (this.#forgetTyping(uri)) {
          this.#touch(uri);
        }
      }),
      vscode.workspace.onDidCreateFiles(({ files }) => files.forEach((uri) => this.#touch(uri))),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => this.#touch(uri))),
      vscode.workspace.onDidRenameFiles(({ files }) =>
        files.forEach(({ oldUri, newUri }) => [oldUri, newUri].forEach((uri) => this.#touch(uri))),
      ),
    );
  }

  /**
   * Watches these folders instead of those before.
   *
   * @param folders Folders of notes; they need not exist yet.
   */
  watch(folders: readonly vscode.Uri[]): void {
    if (folders.map(String).join('\n') === this.#folders.map(String).join('\n')) {
      return;
    }
    this.#watchers.forEach((watcher) => void watcher.dispose());
    this.#folders = folders;
    this.#watchers = folders.flatMap((folder) => {
      // The folder itself is watched from its parent, so that its coming and going are seen.
      const name = folder.path.split('/').filter(Boolean).at(-1);
      const parent = vscode.Uri.joinPath(folder, '..');
      const inWorkspace = name !== undefined && vscode.workspace.getWorkspaceFolder(parent) !== undefined;
      const patterns = [new vscode.RelativePattern(folder, '**')];
      if (inWorkspace) {
        patterns.push(new vscode.RelativePattern(parent, escapeGlob(name)));
      }
      return patterns.map((pattern) => this.#watchPattern(pattern));
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#unsaved.forEach((timer) => clearTimeout(timer));
    this.#editor.dispose();
    this.#watchers.forEach((watcher) => void watcher.dispose());
  }

  #watchPattern(pattern: vscode.RelativePattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const touch = (uri: vscode.Uri): void => this.#touch(uri);
    return vscode.Disposable.from(watcher, watcher.onDidCreate(touch), watcher.onDidChange(touch), watcher.onDidDelete(touch));
  }

  #touchLater(document: vscode.TextDocument): void {
    const { uri } = document;
    const name = uri.toString();
    if (this.#unsaved.get(name) === undefined && this.#isNear(uri)) {
      const wait = typingMilliseconds + document.getText().length / charactersOfMillisecond;
      this.#unsaved.set(
        name,
        setTimeout(() => {
          this.#unsaved.set(name, undefined);
          this.#touch(uri);
        }, wait),
      );
    }
  }

  /** Returns whether the document was changed since it was saved. */
  #forgetTyping(uri: vscode.Uri): boolean {
    const name = uri.toString();
    clearTimeout(this.#unsaved.get(name));
    return this.#unsaved.delete(name);
  }

  #isNear(uri: vscode.Uri): boolean {
    const place = uri.toString();
    return this.#folders.map(String).some((folder) => isIn(place, folder) || isIn(folder, place));
  }

  #touch(uri: vscode.Uri): void {
    if (this.#isNear(uri)) {
      this.#touched.set(uri.toString(), uri);
      this.#timer ??= setTimeout(() => this.#tell(), gatherMilliseconds);
    }
  }

  #tell(): void {
    this.#timer = undefined;
    const uris = [...this.#touched.values()];
    this.#touched.clear();
    this.#onTouched(uris);
  }
}

function escapeGlob(name: string): string {
  return name.replace(/[[\]{}*?]/gu, '[$&]');
}
