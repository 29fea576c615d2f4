import * as vscode from 'vscode';
import type { Located } from '../../core/library/library.js';
import { ConceptSearch, type SearchResult } from '../../core/search/conceptSearch.js';
import type { Notes } from '../notes/notes.js';
import type { ConceptPage } from '../page/conceptPage.js';
import { searchPreviews } from '../settings.js';
import { openSource } from '../source/openSource.js';
import { firstQuery } from './firstQuery.js';
import { keepOrder, selectValue, type OrderedItem } from './quickPickOrder.js';

/** Most rows that are shown: a quick pick grows slow with more, and nobody reads them. */
const mostRows = 50;

/** Longest part of a gist that a row shows, in characters. */
const longestGist = 160;

/** How often the rows follow notes that change or are still being read, in milliseconds. */
const refreshMilliseconds = 250;

/** A row of the search. */
interface ConceptItem extends OrderedItem {
  readonly located: Located;
}

/**
 * Registers the search: a quick pick over all concepts.
 *
 * @param notes The notes; the first search reads them.
 * @param page Where a chosen concept opens.
 */
export function registerSearch(notes: Notes, page: ConceptPage): vscode.Disposable {
  let search: ConceptSearch | undefined;
  const endListening = notes.library.onChange(() => {
    search = undefined;
  });
  const find = (query: string): readonly Located[] => {
    if (query.trim() === '') {
      return notes.library.concepts().slice(0, mostRows);
    }
    search ??= new ConceptSearch(notes.library.notes());
    return search.search(query, mostRows);
  };
  return vscode.Disposable.from(
    new vscode.Disposable(endListening),
    vscode.commands.registerCommand('yojeom.search', (query: unknown) => {
      showPicker(notes, page, find, typeof query === 'string' ? query : firstQuery());
    }),
  );
}

function showPicker(notes: Notes, page: ConceptPage, find: (query: string) => readonly Located[], query: string): void {
  const picker = vscode.window.createQuickPick<ConceptItem>();
  const preview = searchPreviews() ? page.preview() : undefined;
  const source = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: vscode.l10n.t('Open Source') };
  // The editor makes the first row active by itself; a preview is for the row that the user goes to.
  let hasMoved = false;
  let isDone = false;
  let refresh: ReturnType<typeof setTimeout> | undefined;

  const showRows = (): void => {
    hasMoved = false;
    picker.items = find(picker.value).map((located) => itemOf(located, source));
  };
  /** The notes changed under the list: the user keeps their row. */
  const refreshRows = (): void => {
    refresh = undefined;
    const items = find(picker.value).map((located) => itemOf(located, source));
    if (items.map(rowText).join() !== picker.items.map(rowText).join()) {
      const active = hasMoved ? picker.activeItems.map(idOf) : [];
      picker.items = items;
      picker.activeItems = active.length > 0 ? items.filter((item) => active.includes(idOf(item))) : items.slice(0, 1);
    }
  };
  const showState = (): void => {
    picker.busy = notes.isReading;
  };
  keepOrder(picker);
  picker.title = vscode.l10n.t('Search Concepts');
  picker.placeholder = vscode.l10n.t('A name, an abbreviation or words of a note; typos are fine');
  picker.value = query;
  const endListening = notes.library.onChange(() => {
    refresh ??= setTimeout(refreshRows, refreshMilliseconds);
  });
  const subscriptions = vscode.Disposable.from(
    picker,
    new vscode.Disposable(endListening),
    new vscode.Disposable(() => clearTimeout(refresh)),
    notes.onDidChangeState(showState),
    picker.onDidChangeValue(showRows),
    picker.onDidChangeActive(([item]) => {
      hasMoved ||= item !== undefined && item !== picker.items[0];
      if (item && hasMoved) {
        preview?.show(item.located.concept.id);
      }
    }),
    picker.onDidAccept(() => {
      const [item] = picker.selectedItems;
      if (item) {
        isDone = true;
        const { id } = item.located.concept;
        if (preview) {
          preview.accept(id);
        } else {
          page.show(id, false);
        }
        picker.hide();
      }
    }),
    picker.onDidTriggerItemButton(({ item }) => {
      picker.hide();
      void openSource(item.located.note.uri, item.located.concept.line);
    }),
    picker.onDidHide(() => {
      if (!isDone) {
        preview?.cancel();
      }
      subscriptions.dispose();
    }),
  );
  showRows();
  showState();
  // Before it is shown: a letter that is typed meanwhile would lose its place.
  selectValue(picker);
  picker.show();
  void notes.ready();
}

function itemOf(located: Located | SearchResult, source: vscode.QuickInputButton): ConceptItem {
  const { concept, note } = located;
  const found = 'field' in located ? foundText(located) : '';
  const gist = [found, concept.gist].filter(Boolean).join(' · ');
  return {
    label: literal(concept.title),
    description: literal([note.topics[0], ...parentTitles(located)].filter(Boolean).join(' › ')),
    detail: literal(gist.length > longestGist ? `${gist.slice(0, longestGist)}…` : gist),
    alwaysShow: true,
    buttons: [source],
    located,
  };
}

/** The editor would put an icon for `$(name)`. */
function literal(text: string): string {
  return text.replace(/\$\(/gu, '\\$(');
}

function idOf(item: ConceptItem): string {
  return item.located.concept.id;
}

function rowText(item: ConceptItem): string {
  return [idOf(item), item.label, item.description, item.detail].join('\n');
}

/** Why a row is there, where its title does not show it. */
function foundText({ field, found, concept }: SearchResult): string {
  const isInTitle = field === 'title' || concept.title.includes(found);
  return isInTitle || field === 'gist' ? '' : `“${found}”`;
}

function parentTitles({ concept, note }: Located): string[] {
  const parent = note.concepts.find(({ id }) => id === concept.parent);
  return parent ? [...parentTitles({ concept: parent, note }), parent.title] : [];
}
