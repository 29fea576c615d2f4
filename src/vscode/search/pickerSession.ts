import * as vscode from 'vscode';
import { comparedIds } from '../../core/page/comparison.js';
import { openSource } from '../source/openSource.js';
import type { PickerPurpose, SearchParts } from './conceptPicker.js';
import { createNote } from './createNote.js';
import { foundRows, mostRows, startRows } from './pickerRows.js';
import { looks, rowKey, type ButtonKind, type PickerRow, type RowAction, type RowButton } from './pickerRow.js';
import { keepOrder, selectValue } from './quickPickOrder.js';
import { searchTexts } from './searchTexts.js';
import { searchPreviews } from '../settings.js';

/** How often the rows follow notes that change or are still being read, in milliseconds. */
const refreshMilliseconds = 250;

/** Longest query that is kept for the next time, in characters. */
const longestQuery = 300;

/** How an open search is. */
export interface SessionState {
  readonly isOpen: boolean;
  /** Whether nothing is typed, the first row is active, and there is a last query to go back to. */
  readonly isAtStart: boolean;
}

/** One opening of the search, from the first row to the last. */
export class PickerSession {
  readonly #parts: SearchParts;
  readonly #picker = vscode.window.createQuickPick<PickerRow>();
  readonly #preview;
  readonly #lastQuery: string;
  readonly #purpose: PickerPurpose | undefined;
  readonly #changedState = new vscode.EventEmitter<SessionState>();
  readonly #ended = new vscode.EventEmitter<string>();
  readonly #subscriptions: vscode.Disposable;
  /** The editor makes the first row active by itself; a preview is for the row that the user goes to. */
  #hasMoved = false;
  /** Whether the editor has made the first of these rows active. Until then it may still tell of earlier rows. */
  #isSettled = false;
  #isDone = false;
  #refresh: ReturnType<typeof setTimeout> | undefined;
  /** Counts searches: the results of older ones come too late. */
  #turn = 0;
  /** What the rows are for. */
  #searched: string | undefined;

  readonly onDidChangeState = this.#changedState.event;
  /** Fires when the search is closed, with what is the last query from then on. */
  readonly onDidEnd = this.#ended.event;

  /**
   * @param parts What the search works with.
   * @param query What to begin with.
   * @param lastQuery What was searched for before; empty for nothing.
   * @param purpose What is done with the concept that the user chooses; it is opened if left out.
   */
  constructor(parts: SearchParts, query: string, lastQuery: string, purpose?: PickerPurpose) {
    this.#parts = parts;
    this.#lastQuery = lastQuery;
    this.#purpose = purpose;
    this.#preview = searchPreviews() && !purpose ? parts.page.preview() : undefined;
    const { notes, search } = parts;
    const picker = this.#picker;
    keepOrder(picker);
    picker.title = purpose?.title ?? vscode.l10n.t('Search Concepts');
    picker.placeholder = vscode.l10n.t(
      'A name, an abbreviation or words of a note; #topic, @note, pros: and cons: narrow it down',
    );
    picker.value = query;
    if (lastQuery !== '') {
      const tooltip = vscode.l10n.t('Last Query: {0}', lastQuery);
      picker.buttons = [{ iconPath: new vscode.ThemeIcon('history'), tooltip }];
    }
    this.#subscriptions = vscode.Disposable.from(
      picker,
      this.#changedState,
      this.#ended,
      search.onDidChange(() => this.#refreshLater()),
      notes.onDidChangeState(() => {
        this.#showBusy();
        this.#refreshLater();
      }),
      picker.onDidChangeValue(() => this.#search()),
      picker.onDidChangeActive(([row]) => this.#follow(row)),
      picker.onDidAccept(() => this.#accept()),
      picker.onDidTriggerButton(() => this.recall()),
      picker.onDidTriggerItemButton(({ item, button }) => this.#press(item, button)),
      picker.onDidHide(() => this.#end()),
    );
  }

  /** Opens it. */
  show(): void {
    const { notes, search } = this.#parts;
    search.start();
    // The first call of `ready` begins to read: the rows know then that more may come.
    void notes.ready();
    this.#showBusy();
    this.#search();
    // Before it is shown: a letter that is typed meanwhile would lose its place.
    selectValue(this.#picker);
    this.#picker.show();
  }

  /** Fills in what was searched for before. */
  recall(): void {
    if (this.#lastQuery !== '') {
      this.#fill(this.#lastQuery);
    }
  }

  /** Closes it, as Escape does. */
  close(): void {
    this.#picker.hide();
  }

  get #isReading(): boolean {
    return this.#parts.notes.isReading || this.#parts.search.isBehind;
  }

  #fill(query: string): void {
    this.#picker.value = query;
    this.#search();
  }

  #search(): void {
    if (this.#picker.value !== this.#searched) {
      this.#searched = this.#picker.value;
      this.#hasMoved = false;
      this.#showRowsFor(this.#searched);
    }
  }

  #showRowsFor(query: string): void {
    const { notes, search, opened } = this.#parts;
    this.#turn += 1;
    const turn = this.#turn;
    if (query.trim() === '') {
      this.#show(startRows(notes.library, opened));
      return;
    }
    const { history, pins } = opened;
    void search.find({
      query,
      limit: mostRows,
      history,
      isStale: () => turn !== this.#turn,
      show: (results) => {
        const completions = search.completions(query, mostRows);
        this.#show(foundRows({ query, results, completions, isReading: this.#isReading }, pins));
      },
    });
  }

  /** The user keeps the row that they went to; where nothing changed, the list is left alone. */
  #show(rows: readonly PickerRow[]): void {
    const picker = this.#picker;
    if (looks(rows) !== looks(picker.items)) {
      const active = this.#hasMoved ? picker.activeItems.map(rowKey) : [];
      picker.items = rows;
      this.#isSettled = false;
      const kept = rows.filter((row) => active.includes(rowKey(row)));
      if (kept.length > 0) {
        picker.activeItems = kept;
        this.#isSettled = true;
      } else {
        this.#hasMoved = false;
      }
    }
    this.#tellState();
  }

  #refreshLater(): void {
    this.#refresh ??= setTimeout(() => {
      this.#refresh = undefined;
      this.#showBusy();
      this.#showRowsFor(this.#picker.value);
    }, refreshMilliseconds);
  }

  #showBusy(): void {
    this.#picker.busy = this.#isReading;
  }

  #tellState(): void {
    const isAtStart = this.#picker.value === '' && !this.#hasMoved && this.#lastQuery !== '';
    this.#changedState.fire({ isOpen: true, isAtStart });
  }

  #follow(row: PickerRow | undefined): void {
    // The editor tells of rows by their places: for an earlier list, a place can be that of a heading.
    if (row && row.action.kind !== 'none') {
      const first = this.#picker.items.find(({ action }) => action.kind !== 'none');
      const isFirst = first !== undefined && rowKey(row) === rowKey(first);
      this.#isSettled ||= isFirst;
      const hasMoved = this.#hasMoved || (this.#isSettled && !isFirst);
      this.#hasMoved = hasMoved;
      if (hasMoved && row.action.kind === 'open') {
        this.#preview?.show(row.action.located.concept.id);
      }
      this.#changedState.fire({
        isOpen: true,
        isAtStart: this.#picker.value === '' && isFirst && this.#lastQuery !== '',
      });
    }
  }

  #accept(): void {
    const [row] = this.#picker.selectedItems;
    if (row?.action.kind === 'fill') {
      this.#fill(row.action.query);
    } else if (row) {
      this.#isDone = row.action.kind === 'open';
      this.#run(row.action);
      this.close();
    }
  }

  #run(action: RowAction): void {
    const { page, notes } = this.#parts;
    switch (action.kind) {
      case 'open':
        if (this.#purpose) {
          // What it is for may be to search once more.
          this.close();
          this.#purpose.choose(action.located.concept.id);
        } else if (this.#preview) {
          this.#preview.accept(action.located.concept.id);
        } else {
          page.show(action.located.concept.id, false);
        }
        break;
      case 'createNote':
        void createNote(notes, action.text);
        break;
      case 'searchTexts':
        void searchTexts(notes, action.text);
        break;
      case 'fill':
      case 'none':
        break;
    }
  }

  #press({ action }: PickerRow, button: vscode.QuickInputButton): void {
    if (action.kind === 'open' && isRowButton(button)) {
      const { concept, note } = action.located;
      const presses: Readonly<Record<ButtonKind, () => void>> = {
        source: () => {
          this.close();
          void openSource(note.uri, concept.line);
        },
        beside: () => {
          this.close();
          this.#parts.page.showBeside(concept.id);
        },
        compare: () => {
          this.close();
          const ids = [...comparedIds(this.#parts.page.current() ?? ''), concept.id];
          void vscode.commands.executeCommand('yojeom.compare', ids);
        },
        copyLink: () => void vscode.commands.executeCommand('yojeom.copyLink', concept.id),
        pin: () => this.#togglePin(concept.id),
        unpin: () => this.#togglePin(concept.id),
      };
      presses[button.button]();
    }
  }

  /** The list stays where it is: the user goes on from the row that they pinned. */
  #togglePin(conceptId: string): void {
    this.#parts.opened.togglePin(conceptId);
    this.#picker.keepScrollPosition = true;
    this.#hasMoved = true;
    this.#showRowsFor(this.#picker.value);
    this.#picker.keepScrollPosition = false;
  }

  #end(): void {
    this.#turn += 1;
    clearTimeout(this.#refresh);
    if (!this.#isDone) {
      this.#preview?.cancel();
    }
    const query = this.#picker.value.trim().slice(0, longestQuery);
    this.#ended.fire(query === '' ? this.#lastQuery : query);
    this.#subscriptions.dispose();
  }
}

function isRowButton(button: vscode.QuickInputButton): button is RowButton {
  return 'button' in button;
}
