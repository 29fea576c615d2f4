import type * as vscode from 'vscode';
import type { NoteFiles } from '../core/reading/noteFiles.js';

/** What only one of the extension hosts has: the entries hand it over. */
export interface Platform {
  /** The user's home folder; undefined in a browser. */
  readonly home: vscode.Uri | undefined;
  /** A new random text that cannot be guessed, of letters and digits. */
  readonly newNonce: () => string;
  /** Resolves when everything else that waits had its turn. */
  readonly turn: () => Promise<void>;
  /** Makes of files, as the editor's API has them, the same files, of which many at once come more quickly. */
  readonly hastened?: (files: NoteFiles) => NoteFiles & { dispose(): void };
}
