import * as vscode from 'vscode';
import { noteProblems } from '../../core/library/noteProblems.js';
import type { LibraryChange } from '../../core/library/library.js';
import type { Problem } from '../../core/note/model.js';
import { isTooLarge } from '../../core/reading/largeFile.js';
import { fileState } from '../notes/fileState.js';
import type { Notes } from '../notes/notes.js';

/** How long changes are gathered, in milliseconds: a library that is being read changes all the time. */
const gatherMilliseconds = 60;

/**
 * Shows what is wrong with the notes that are open where the editor shows problems, on their lines, and which files were too
 * large to be read: some of them no editor can open.
 *
 * @param notes The notes.
 */
export function showNoteProblems(notes: Notes): NoteDiagnostics {
  return new NoteDiagnostics(notes);
}

/** Keeps the problems of open notes, and of files that are too large, up to date. */
class NoteDiagnostics {
  readonly #notes: Notes;
  readonly #shown = vscode.languages.createDiagnosticCollection('yojeom');
  readonly #subscriptions: vscode.Disposable;
  /** URIs of notes whose files are too large. */
  readonly #tooLarge = new Set<string>();
  #revision = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(notes: Notes) {
    this.#notes = notes;
    // A change of one note can break the links of another.
    const endListening = notes.library.onChange((change) => {
      this.#follow(change);
      this.#timer ??= setTimeout(() => void this.#showAll(), gatherMilliseconds);
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#shown,
      new vscode.Disposable(endListening),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => void this.#show(uri, this.#revision)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (!this.#tooLarge.has(uri.toString())) {
          this.#shown.delete(uri);
        }
      }),
    );
  }

  dispose(): void {
    this.#revision = Infinity;
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #follow({ added, changed, removed }: LibraryChange): void {
    for (const uri of [...added, ...changed, ...removed]) {
      const note = this.#notes.library.note(uri);
      if (note && isTooLarge(note)) {
        this.#tooLarge.add(uri);
      } else if (this.#tooLarge.delete(uri)) {
        this.#shown.delete(vscode.Uri.parse(uri));
      }
    }
  }

  async #showAll(): Promise<void> {
    this.#timer = undefined;
    this.#revision += 1;
    const revision = this.#revision;
    const open = vscode.workspace.textDocuments.map(({ uri }) => uri);
    for (const uri of [...open, ...[...this.#tooLarge].map((one) => vscode.Uri.parse(one))]) {
      await this.#show(uri, revision);
    }
  }

  async #show(uri: vscode.Uri, revision: number): Promise<void> {
    const { library, links } = this.#notes;
    const note = library.note(uri.toString());
    if (!note) {
      this.#shown.delete(uri);
      return;
    }
    const { problems, ifMissing } = noteProblems(note, library, links);
    const states = await Promise.all(ifMissing.map(({ path }) => fileState(fileUri(uri, path))));
    const missing = ifMissing.filter((_, index) => states[index] === 'missing').map(({ problem }) => problem);
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === note.uri);
    // What is newer, or no longer open, is not overwritten by what took its time.
    if (revision === this.#revision && (isOpen || this.#tooLarge.has(note.uri))) {
      this.#shown.set(uri, [...problems, ...missing].map(diagnosticOf));
    }
  }
}

/** The file of a path that is written like a URI, but decoded. */
function fileUri(note: vscode.Uri, path: string): vscode.Uri {
  return note.with({ path: path.replace(/^[a-z][a-z\d+.-]*:(?:\/\/[^/]*)?/iu, '') || '/' });
}

function diagnosticOf({ line, message, args }: Problem): vscode.Diagnostic {
  // The editor shortens the range to the line's end.
  const range = new vscode.Range(line - 1, 0, line - 1, Number.MAX_SAFE_INTEGER);
  const diagnostic = new vscode.Diagnostic(range, vscode.l10n.t(message, ...args), vscode.DiagnosticSeverity.Warning);
  diagnostic.source = 'Yojeom';
  return diagnostic;
}
