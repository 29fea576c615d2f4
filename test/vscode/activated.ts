import type * as vscode from 'vscode';
import { activateIn } from '../../src/activate.js';
import type { ConceptTreeProvider } from '../../src/vscode/tree/treeProvider.js';
import type { ApiLedger } from './apiLedger.js';
import { extension } from './fixture.js';

/** The extension as tests start it beside the installed one. */
export interface Activated {
  /** What the view asks for its rows. */
  readonly tree: ConceptTreeProvider;
  /** The view itself, which nobody sees. */
  readonly view: { readonly message?: string };
  /** Ends it as an editor does. */
  readonly dispose: () => void;
}

/**
 * Starts the extension as an editor does. Its commands have names that end in `.again`.
 *
 * @param ledger What is taken from the editor is written down there.
 * @param storage Where it keeps what it has read.
 */
export function activateAgain(ledger: ApiLedger, storage: vscode.Uri): Activated {
  const subscriptions: vscode.Disposable[] = [];
  const globalState = { get: () => undefined, update: () => Promise.resolve(), keys: () => [] };
  const parts = { extensionUri: extension().extensionUri, globalStorageUri: storage };
  activateIn({ subscriptions, globalState, ...parts } as unknown as vscode.ExtensionContext, {
    home: undefined,
    newNonce: () => 'nonce',
    turn: () => new Promise((resolve) => setTimeout(resolve)),
  });
  const [, options] = ledger.given.get('window.createTreeView') ?? [];
  const { treeDataProvider: tree } = options as { treeDataProvider: ConceptTreeProvider };
  return {
    tree,
    view: ledger.made.get('window.createTreeView') as Activated['view'],
    dispose: () => subscriptions.forEach((one) => void one.dispose()),
  };
}
