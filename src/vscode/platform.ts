import type * as vscode from 'vscode';

/** What only one of the extension hosts has: the entries hand it over. */
export interface Platform {
  /** The user's home folder; undefined in a browser. */
  readonly home: vscode.Uri | undefined;
  /** A new random text that cannot be guessed, of letters and digits. */
  readonly newNonce: () => string;
  /** Resolves when everything else that waits had its turn. */
  readonly turn: () => Promise<void>;
}
