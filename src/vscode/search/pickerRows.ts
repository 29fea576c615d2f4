import * as vscode from 'vscode';
import type { Located, ReadonlyLibrary } from '../../core/library/library.js';
import type { FilterCompletion, SearchResult } from '../../core/search/conceptSearch.js';
import { parseQuery } from '../../core/search/query.js';
import { recents } from '../../core/search/searchHistory.js';
import type { OpenedConcepts } from '../history/openedConcepts.js';
import { conceptRow, filterRow, noMatchRows, section, type PickerRow } from './pickerRow.js';

/** Most rows that are shown, headings aside: a quick pick grows slow with more, and nobody reads them. */
export const mostRows = 50;

/** Most filters that are offered above concepts that are found. */
const mostFilters = 8;

/** Longest piece of a query that a row shows, in characters. */
const longestPiece = 80;

/** What was found for a query. */
export interface Found {
  readonly query: string;
  readonly results: readonly SearchResult[];
  readonly completions: readonly FilterCompletion[];
  /** Whether more may come: notes are still being read. */
  readonly isReading: boolean;
}

/**
 * The rows before anything is typed: what the user pinned and opened, then other concepts in the order of the notes.
 *
 * @param library The notes; what is no longer in them is passed over.
 * @param opened What the user opened and pinned.
 */
export function startRows(library: ReadonlyLibrary, opened: OpenedConcepts): PickerRow[] {
  const shown = new Set<string>();
  const rowsOf = (concepts: Iterable<Located | undefined>, isPinned: boolean): PickerRow[] => {
    const rows: PickerRow[] = [];
    for (const located of concepts) {
      if (shown.size < mostRows && located && !shown.has(located.concept.id)) {
        shown.add(located.concept.id);
        rows.push(conceptRow(located, isPinned));
      }
    }
    return rows;
  };
  const find = (id: string): Located | undefined => library.find(id);
  const pinned = rowsOf(opened.pins.map(find), true);
  const recent = rowsOf(recents(opened.history, Infinity).map(find), false);
  const others = rowsOf(firstConcepts(library, mostRows + shown.size), false);
  return [
    ...section(vscode.l10n.t('Pinned'), pinned),
    ...section(vscode.l10n.t('Recently opened'), recent),
    ...section(vscode.l10n.t('Concepts'), others),
  ];
}

/**
 * The rows for a query: filters to go on with, concepts by name, concepts by text; where there is nothing, what to do.
 *
 * @param found What was found.
 * @param pins Ids of pinned concepts.
 */
export function foundRows({ query, results, completions, isReading }: Found, pins: readonly string[]): PickerRow[] {
  const filters = completions.slice(0, results.length > 0 ? mostFilters : mostRows).map(filterRow);
  const concepts = results
    .slice(0, mostRows - filters.length)
    .map((result) => ({ isText: result.match === 'text', row: conceptRow(result, pins.includes(result.concept.id)) }));
  const rows = (isText: boolean): PickerRow[] => concepts.filter((of) => of.isText === isText).map(({ row }) => row);
  const filterSection = section(vscode.l10n.t('Filters'), filters);
  // Who types `pro` may mean a name; who types `#` means a filter.
  const isSign = completions.some(({ kind }) => kind === 'topic' || kind === 'note');
  const found = [
    ...(isSign ? filterSection : []),
    ...section(vscode.l10n.t('Concepts'), rows(false)),
    ...(isSign ? [] : filterSection),
    ...section(vscode.l10n.t('In the text'), rows(true)),
  ];
  return found.length > 0 || isReading ? found : noMatchRows(searchedText(query));
}

/** The words of a query; where it has only filters, all of it. */
function searchedText(query: string): string {
  const text = (parseQuery(query).text || query).replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return text.length > longestPiece ? Array.from(text).slice(0, longestPiece).join('') : text;
}

function* firstConcepts(library: ReadonlyLibrary, count: number): Generator<Located> {
  let left = count;
  for (const note of library.notes()) {
    for (const concept of note.concepts) {
      if (left === 0) {
        return;
      }
      left -= 1;
      yield { concept, note };
    }
  }
}
