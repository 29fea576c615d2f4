import type * as vscode from 'vscode';
import { activateIn } from './activate.js';

/** Entry of the web-worker extension host. */
export function activate(context: vscode.ExtensionContext): void {
  activateIn(context, {
    home: undefined,
    // `randomUUID` is missing where the page came over plain http.
    newNonce: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    turn: () => new Promise((resolve) => setTimeout(resolve)),
  });
}
