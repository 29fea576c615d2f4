import * as vscode from 'vscode';
import type { Located } from '../../core/library/library.js';
import type { FilterCompletion, SearchResult } from '../../core/search/conceptSearch.js';
import type { OrderedItem } from './quickPickOrder.js';
import { detailText, literal, placeText } from './rowText.js';

/** What happens when a row is chosen. */
export type RowAction =
  | { readonly kind: 'open'; readonly located: Located }
  | { readonly kind: 'fill'; readonly query: string }
  | { readonly kind: 'createNote' | 'searchTexts'; readonly text: string }
  /** Of the heading above other rows. */
  | { readonly kind: 'none' };

/** A row of the search. */
export interface PickerRow extends OrderedItem {
  readonly action: RowAction;
}

/** What a row's button does. */
export type ButtonKind = 'source' | 'beside' | 'compare' | 'copyLink' | 'pin' | 'unpin';

/** A button of a row. */
export interface RowButton extends vscode.QuickInputButton {
  readonly button: ButtonKind;
}

/**
 * Makes the row of a concept.
 *
 * @param located The concept, with or without a reason why it is there.
 * @param isPinned Whether the user pinned it.
 */
export function conceptRow(located: Located | SearchResult, isPinned: boolean): PickerRow {
  return {
    label: literal(located.concept.title),
    description: placeText(located),
    detail: detailText(located),
    alwaysShow: true,
    buttons: rowButtons(isPinned),
    action: { kind: 'open', located },
  };
}

/**
 * Makes the row of a filter: it goes on with the query.
 *
 * @param completion The filter.
 */
export function filterRow({ kind, filter, query, concepts }: FilterCompletion): PickerRow {
  const isSide = kind === 'pros' || kind === 'cons';
  return {
    label: `$(filter) ${literal(filter)}`,
    description: [
      filterName(kind),
      concepts === 1 ? vscode.l10n.t('{0} concept', concepts) : vscode.l10n.t('{0} concepts', concepts),
    ].join(' · '),
    alwaysShow: true,
    // A word follows a side at once; what follows a name is apart from it.
    action: { kind: 'fill', query: isSide ? query : `${query} ` },
  };
}

/**
 * Makes the rows that are there when nothing is found.
 *
 * @param text What was searched for.
 */
export function noMatchRows(text: string): PickerRow[] {
  return [
    {
      label: `$(new-file) ${vscode.l10n.t('Create a Note “{0}”', literal(text))}`,
      alwaysShow: true,
      action: { kind: 'createNote', text },
    },
    {
      label: `$(search) ${vscode.l10n.t('Search the Texts of Notes for “{0}”', literal(text))}`,
      alwaysShow: true,
      action: { kind: 'searchTexts', text },
    },
  ];
}

/**
 * Puts a heading above rows.
 *
 * @param label The heading.
 * @param rows The rows.
 * @returns Nothing where there are no rows.
 */
export function section(label: string, rows: readonly PickerRow[]): PickerRow[] {
  const heading: PickerRow = {
    label,
    kind: vscode.QuickPickItemKind.Separator,
    alwaysShow: true,
    action: { kind: 'none' },
  };
  return rows.length === 0 ? [] : [heading, ...rows];
}

/**
 * What tells a row from another, however it looks.
 *
 * @param row A row.
 */
export function rowKey({ action, label }: PickerRow): string {
  return action.kind === 'open' ? action.located.concept.id : `${action.kind}\n${label}`;
}

/**
 * All that is seen of rows: where it stays the same, there is nothing to show anew.
 *
 * @param rows The rows.
 */
export function looks(rows: readonly PickerRow[]): string {
  return rows
    .map((row) => [
      rowKey(row),
      row.label,
      row.description,
      row.detail,
      ...(row.buttons ?? []).map(({ tooltip }) => tooltip),
    ])
    .join('\n');
}

function filterName(kind: FilterCompletion['kind']): string {
  switch (kind) {
    case 'topic':
      return vscode.l10n.t('Topic');
    case 'note':
      return vscode.l10n.t('Note');
    case 'pros':
      return vscode.l10n.t('In the pros');
    case 'cons':
      return vscode.l10n.t('In the cons');
  }
}

function rowButtons(isPinned: boolean): RowButton[] {
  const button = (kind: ButtonKind, icon: string, tooltip: string): RowButton => {
    return { button: kind, iconPath: new vscode.ThemeIcon(icon), tooltip };
  };
  return [
    button('source', 'go-to-file', vscode.l10n.t('Open Source')),
    button('beside', 'split-horizontal', vscode.l10n.t('Open to the Side')),
    button('compare', 'git-compare', vscode.l10n.t('Compare')),
    button('copyLink', 'link', vscode.l10n.t('Copy Link')),
    isPinned ? button('unpin', 'pinned', vscode.l10n.t('Unpin')) : button('pin', 'pin', vscode.l10n.t('Pin')),
  ];
}
