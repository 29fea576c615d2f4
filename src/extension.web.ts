import type * as vscode from 'vscode';
import { activateIn } from './activate.js';

/** Entry of the web-worker extension host. */
export function activate(context: vscode.ExtensionContext): void {
  activateIn(context, {
    home: undefined,
    newNonce: () => crypto.randomUUID().replaceAll('-', ''),
  });
}
