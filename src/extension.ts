import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { activateIn } from './activate.js';
import { ThreadFiles } from './node/threadFiles.js';

/** Entry of the Node extension host. */
export function activate(context: vscode.ExtensionContext): void {
  const fileWorker = vscode.Uri.joinPath(context.extensionUri, 'dist', 'fileWorker.cjs').fsPath;
  activateIn(context, {
    home: vscode.Uri.file(homedir()),
    newNonce: () => randomBytes(16).toString('hex'),
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    hastened: (files) => new ThreadFiles(files, fileWorker),
  });
}
