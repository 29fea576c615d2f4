import type * as vscode from 'vscode';
import { activateIn } from './activate.js';
import { MessageTurns } from './messageTurns.js';

/** Entry of the web-worker extension host. */
export function activate(context: vscode.ExtensionContext): void {
  const turns = new MessageTurns();
  context.subscriptions.push(turns);
  activateIn(context, {
    home: undefined,
    // `randomUUID` is missing where the page came over plain http.
    newNonce: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    turn: turns.next,
  });
}
