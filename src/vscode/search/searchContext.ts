import * as vscode from 'vscode';

/** What the keys of the search depend on. */
interface SearchState {
  readonly isOpen: boolean;
  /** Whether nothing is typed and the first row is active, so that there is no row above. */
  readonly isAtStart: boolean;
}

/** Tells the editor's `when` clauses of the search: `yojeom.searchIsOpen` and `yojeom.searchIsAtStart`. */
export class SearchContext {
  #told: SearchState = { isOpen: false, isAtStart: false };

  /** @param state How the search now is. */
  tell(state: SearchState): void {
    if (state.isOpen !== this.#told.isOpen) {
      void vscode.commands.executeCommand('setContext', 'yojeom.searchIsOpen', state.isOpen);
    }
    if (state.isAtStart !== this.#told.isAtStart) {
      void vscode.commands.executeCommand('setContext', 'yojeom.searchIsAtStart', state.isAtStart);
    }
    this.#told = state;
  }
}
