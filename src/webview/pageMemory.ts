import {
  current,
  emptyHistory,
  moved,
  replaced,
  scrolled,
  visited,
  type PageHistory,
} from '../core/page/pageHistory.js';
import { parsePageState, type PageMove, type PageState } from '../core/page/protocol.js';
import type { VsCodeApi } from './vscodeApi.js';

/** Storing costs a message to the window, so scrolling is stored this often at most. */
const storeInterval = 200;

/** Remembers, over a reload of the window too, which concepts the page showed and how far each was scrolled. */
export class PageMemory {
  readonly #api: VsCodeApi;
  #history: PageHistory;
  #timer: number | undefined;
  /** Whether what is shown is what the history says: not while another concept is asked for. */
  #isShown = false;
  #isFirst = true;

  /**
   * @param api Where the state is stored.
   */
  constructor(api: VsCodeApi) {
    this.#api = api;
    this.#history = parsePageState(api.getState()) ?? emptyHistory;
    window.addEventListener(
      'scroll',
      () => {
        this.#timer ??= window.setTimeout(() => this.#store(), storeInterval);
      },
      { passive: true },
    );
    window.addEventListener('pagehide', () => this.#store());
  }

  /** Where the user can go from what is shown. */
  get ways(): { readonly canGoBack: boolean; readonly canGoForward: boolean } {
    const { visits, index } = this.#history;
    return { canGoBack: index > 0, canGoForward: index < visits.length - 1 };
  }

  /**
   * Goes back or forward, as far as the history is concerned.
   *
   * @param step -1 for back, 1 for forward.
   * @returns Id of the concept to show; nothing where there is nowhere to go.
   */
  go(step: -1 | 1): string | undefined {
    this.#noteScroll();
    const next = moved(this.#history, step);
    if (next === this.#history) {
      return undefined;
    }
    this.#history = next;
    this.#isShown = false;
    return current(next)?.id;
  }

  /**
   * Notes that another concept is about to be shown.
   *
   * @param id The concept's id.
   * @param move How the page comes to show it.
   * @returns How far to scroll, in CSS pixels from the top.
   */
  enters(id: string, move: PageMove): number {
    const isReload = this.#isFirst && current(this.#history)?.id === id;
    this.#isFirst = false;
    this.#noteScroll();
    if (!isReload) {
      this.#history = move === 'open' ? visited(this.#history, id) : replaced(this.#history, id);
      if (move === 'open' || move === 'preview') {
        this.#history = scrolled(this.#history, 0);
      }
    }
    return current(this.#history)?.scroll ?? 0;
  }

  /** Notes that the concept is shown, and scrolled as it should be. */
  shows(): void {
    this.#isShown = true;
    this.#store();
  }

  #noteScroll(): void {
    if (this.#isShown) {
      this.#history = scrolled(this.#history, window.scrollY);
    }
  }

  #store(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#noteScroll();
    if (this.#history.index >= 0) {
      this.#api.setState({ version: 2, ...this.#history } satisfies PageState);
    }
  }
}
