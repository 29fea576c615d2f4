import * as vscode from 'vscode';
import { namedConcepts } from '../../core/search/namedConcepts.js';
import { identifierWords, lookUpText } from '../../core/search/lookUpText.js';
import { comparable } from '../../core/search/searchKey.js';
import { emptyHistory } from '../../core/search/searchHistory.js';
import type { SearchResult } from '../../core/search/searchResult.js';
import type { Notes } from '../notes/notes.js';
import type { ConceptPage } from '../page/conceptPage.js';
import type { ConceptPicker } from '../search/conceptPicker.js';
import { selectedName } from '../search/firstQuery.js';
import type { LiveSearch } from '../search/liveSearch.js';

/** Concepts that tell whether one is meant: the next would be the first that is not. */
const fewResults = 3;

/** Words with hyphens between them: `CIRCUIT-BREAKER`. To an editor, they are several. */
const hyphenated = /[\p{L}\p{M}\p{N}_$]+(?:-[\p{L}\p{M}\p{N}_$]+)*/u;

/**
 * Registers the look-up of the selection or the word under the cursor, in any file.
 *
 * @param notes The notes; the first look-up reads them.
 * @param page Where a concept opens that is the only one of its name.
 * @param search Finds concepts.
 * @param picker Opens where there is none, or a choice.
 */
export function registerLookUp(
  notes: Notes,
  page: ConceptPage,
  search: LiveSearch,
  picker: ConceptPicker,
): vscode.Disposable {
  return vscode.commands.registerCommand('yojeom.lookUp', async () => {
    const texts = textsAtCursor();
    const names = [...new Set(texts.flatMap((text) => lookUpText(text).names))];
    if (names.length > 0) {
      await read(notes, search);
    }
    for (const name of names) {
      const named = namedConcepts(name, await resultsOf(search, name));
      const [only, ...others] = named;
      if (only && others.length === 0) {
        page.show(only.concept.id, false);
        return;
      }
      if (only) {
        picker.open(asNamed(name, named));
        return;
      }
    }
    picker.open(lookUpText(texts[0] ?? '').query);
  });
}

/** A name as concepts have it: `JavaScript` is no identifier where a concept is written so. */
function asNamed(name: string, named: readonly SearchResult[]): string {
  return named.some(({ found }) => comparable(found) === comparable(name)) ? name : identifierWords(name);
}

/** The selection, or the word under the cursor with what hyphens join to it, then the word alone. */
function textsAtCursor(): string[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return [];
  }
  const { document, selection } = editor;
  if (!selection.isEmpty) {
    return [selectedName(editor)];
  }
  const ranges = [hyphenated, undefined].map((words) => document.getWordRangeAtPosition(selection.active, words));
  return ranges.filter((range) => range !== undefined).map((range) => document.getText(range));
}

/** Whether there is one concept of a name is known when all notes are. */
async function read(notes: Notes, search: LiveSearch): Promise<void> {
  const progress = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading the notes…') };
  await vscode.window.withProgress(progress, async () => {
    await notes.ready();
    await search.whole();
  });
}

async function resultsOf(search: LiveSearch, name: string): Promise<readonly SearchResult[]> {
  let found: readonly SearchResult[] = [];
  // A quoted name would be looked for word for word.
  const query = name.replace(/"/gu, ' ');
  await search.find({
    query,
    limit: fewResults,
    history: emptyHistory,
    isStale: () => false,
    show: (results) => {
      found = results;
    },
  });
  return found;
}
