import * as vscode from 'vscode';
import { comparedIds, comparisonId, mostCompared } from '../../core/page/comparison.js';
import { conceptTarget } from '../concept/conceptTarget.js';
import { copyText } from '../copyText.js';
import { inMessage } from '../notification.js';
import type { Notes } from '../notes/notes.js';
import type { ConceptPage } from '../page/conceptPage.js';
import { locate, pageTitle } from '../page/pageContent.js';
import type { ConceptPicker } from '../search/conceptPicker.js';

/** What a comparison is made of and shown on. */
export interface CompareParts {
  readonly notes: Notes;
  readonly page: ConceptPage;
  readonly picker: ConceptPicker;
}

/**
 * Registers what puts concepts side by side: chosen rows of the tree, or one concept and another that is searched for.
 *
 * @param parts What a comparison is made of and shown on.
 */
export function registerCompare({ notes, page, picker }: CompareParts): vscode.Disposable {
  const show = (ids: readonly string[]): void => {
    if (new Set(ids).size > mostCompared) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No more than {0} concepts can be compared; these are the first.', mostCompared),
      );
    }
    page.show(comparisonId(ids), false);
  };
  /** Searches for what comes beside these; for the first too, where there are none yet. */
  const addTo = (ids: readonly string[]): void => {
    const name = inMessage(pageTitle(comparisonId(ids), notes) ?? '');
    const title = ids.length === 0 ? vscode.l10n.t('Compare…') : vscode.l10n.t('Compare {0} With…', name);
    picker.choose({
      title,
      choose: (id) => {
        const all = ids.includes(id) ? ids : [...ids, id];
        (all.length < 2 ? addTo : show)(all);
      },
    });
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('yojeom.compare', async (argument: unknown, rows: unknown) => {
      await notes.ready();
      const chosen = idsIn(Array.isArray(argument) ? argument : rows).filter((id) => notes.library.find(id));
      const ids = chosen.length > 0 ? chosen : comparedIds(conceptTarget(argument, page.current()) ?? '');
      const isWhole = chosen.length > 1 || ids.length >= mostCompared;
      (isWhole ? show : addTo)(ids);
    }),
    vscode.commands.registerCommand('yojeom.copyTable', async (argument: unknown) => {
      await notes.ready();
      const concepts = locate(conceptTarget(argument, page.current()) ?? '', notes).map(({ concept }) => concept);
      if (concepts.length > 0) {
        const { comparisonMarkdown } = await import('../../core/page/comparisonMarkdown.js');
        await copyText(comparisonMarkdown(concepts, vscode.l10n.t));
      }
    }),
  );
}

/** Ids of concepts among what a command was called with; anyone can call a command with anything. */
function idsIn(rows: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(rows) ? rows : [];
  return list.map((row) => conceptTarget(row, undefined)).filter((id) => id !== undefined);
}
