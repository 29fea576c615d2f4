import * as vscode from 'vscode';
import type { OpenedConcepts } from '../history/openedConcepts.js';
import type { ConceptPage } from '../page/conceptPage.js';
import type { ConceptPicker } from './conceptPicker.js';
import { firstQuery } from './firstQuery.js';

/**
 * Registers the commands of the search, and remembers what is opened.
 *
 * @param picker The search.
 * @param page Where concepts are opened, from wherever.
 * @param opened What the user opened and pinned.
 */
export function registerSearch(picker: ConceptPicker, page: ConceptPage, opened: OpenedConcepts): vscode.Disposable {
  return vscode.Disposable.from(
    page.onDidOpen((conceptId) => opened.record(conceptId)),
    vscode.commands.registerCommand('yojeom.search', (query: unknown) => {
      picker.open(typeof query === 'string' ? query : firstQuery());
    }),
    vscode.commands.registerCommand('yojeom.lastQuery', () => picker.recall()),
    vscode.commands.registerCommand('yojeom.forgetHistory', () => {
      opened.forget();
      picker.forget();
      vscode.window.setStatusBarMessage(vscode.l10n.t('Forgot which concepts were opened and pinned'), 4000);
    }),
  );
}
