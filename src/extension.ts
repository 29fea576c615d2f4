import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { activateIn } from './activate.js';

/** Entry of the Node extension host. */
export function activate(context: vscode.ExtensionContext): void {
  activateIn(context, {
    home: vscode.Uri.file(homedir()),
    newNonce: () => randomBytes(16).toString('hex'),
    turn: () => new Promise((resolve) => setImmediate(resolve)),
  });
}
