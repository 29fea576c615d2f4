import * as vscode from 'vscode';
import { parsePins, togglePin } from '../../core/search/pins.js';
import { emptyHistory, parse, record, type SearchHistory } from '../../core/search/searchHistory.js';

const historyKey = 'yojeom.history';
const pinsKey = 'yojeom.pins';

/** What the user opened and pinned, on this machine, for all windows. Other windows write it too, so it is read each time. */
export class OpenedConcepts {
  readonly #storage: vscode.Memento;
  readonly #log: Pick<vscode.LogOutputChannel, 'warn'>;

  /**
   * @param storage Where it is kept.
   * @param log For stored data that is damaged.
   */
  constructor(storage: vscode.Memento, log: Pick<vscode.LogOutputChannel, 'warn'>) {
    this.#storage = storage;
    this.#log = log;
  }

  /** What was opened. */
  get history(): SearchHistory {
    return this.#read(historyKey, parse) ?? emptyHistory;
  }

  /** Ids of pinned concepts, latest first. */
  get pins(): readonly string[] {
    return this.#read(pinsKey, parsePins) ?? [];
  }

  /**
   * Remembers that a concept was opened just now.
   *
   * @param conceptId The concept's id.
   */
  record(conceptId: string): void {
    this.#write(historyKey, record(this.history, conceptId, Date.now()));
  }

  /**
   * Pins a concept, or takes its pin away.
   *
   * @param conceptId The concept's id.
   */
  togglePin(conceptId: string): void {
    this.#write(pinsKey, togglePin(this.pins, conceptId));
  }

  /** Forgets everything. */
  forget(): void {
    this.#write(historyKey, undefined);
    this.#write(pinsKey, undefined);
  }

  /** What is damaged is dropped, so that it is told of once. */
  #read<T>(key: string, parsed: (stored: unknown) => T | undefined): T | undefined {
    const stored = this.#storage.get<unknown>(key);
    const value = stored === undefined ? undefined : parsed(stored);
    if (stored !== undefined && value === undefined) {
      this.#log.warn(vscode.l10n.t('The stored search history was damaged; it begins anew.'));
      this.#write(key, undefined);
    }
    return value;
  }

  #write(key: string, value: unknown): void {
    this.#storage.update(key, value).then(undefined, (error: unknown) => {
      this.#log.warn(String(error));
    });
  }
}
