import type * as vscode from 'vscode';
import type { OpenedConcepts } from '../history/openedConcepts.js';
import type { Notes } from '../notes/notes.js';
import type { ConceptPage } from '../page/conceptPage.js';
import type { LiveSearch } from './liveSearch.js';
import { PickerSession } from './pickerSession.js';
import { SearchContext } from './searchContext.js';

/** What the search works with. */
export interface SearchParts {
  readonly notes: Notes;
  readonly page: ConceptPage;
  readonly search: LiveSearch;
  readonly opened: OpenedConcepts;
}

/** Another use of the search than opening what is found. */
export interface PickerPurpose {
  /** Stands above the search. */
  readonly title: string;
  /** Called with the id of the concept that the user chose. */
  readonly choose: (conceptId: string) => void;
}

/** The search: a quick pick over all concepts, opened at most once. */
export class ConceptPicker implements vscode.Disposable {
  readonly #parts: SearchParts;
  readonly #context = new SearchContext();
  #session: PickerSession | undefined;
  #lastQuery = '';

  /** @param parts What the search works with. */
  constructor(parts: SearchParts) {
    this.#parts = parts;
  }

  /**
   * Opens the search; the first time, the notes are read.
   *
   * @param query What to begin with; it is selected, so that typing replaces it.
   */
  open(query: string): void {
    this.#begin(new PickerSession(this.#parts, query, this.#lastQuery));
  }

  /**
   * Lets the user search for a concept that is not opened.
   *
   * @param purpose What it is for.
   */
  choose(purpose: PickerPurpose): void {
    this.#begin(new PickerSession(this.#parts, '', this.#lastQuery, purpose));
  }

  #begin(session: PickerSession): void {
    this.#session?.close();
    this.#session = session;
    session.onDidChangeState((state) => this.#context.tell(state));
    session.onDidEnd((lastQuery) => {
      this.#lastQuery = lastQuery;
      if (this.#session === session) {
        this.#session = undefined;
        this.#context.tell({ isOpen: false, isAtStart: false });
      }
    });
    session.show();
  }

  /** Fills in what was searched for last. */
  recall(): void {
    this.#session?.recall();
  }

  /** Forgets what was searched for last. */
  forget(): void {
    this.#session?.close();
    this.#lastQuery = '';
  }

  dispose(): void {
    this.#session?.close();
  }
}
