import { parsePageState, type PageState } from '../core/page/protocol.js';
import type { VsCodeApi } from './vscodeApi.js';

/** Storing costs a message to the window, so scrolling is stored this often at most. */
const storeInterval = 200;

/** Remembers over a reload of the window which concept the page shows and how far it is scrolled. */
export class PageMemory {
  readonly #api: VsCodeApi;
  #id: string | undefined;
  #timer: number | undefined;

  /**
   * What was stored before this document was loaded; nothing if there is none or it is not to be understood.
   */
  readonly stored: PageState | undefined;

  /**
   * @param api Where the state is stored.
   */
  constructor(api: VsCodeApi) {
    this.#api = api;
    this.stored = parsePageState(api.getState());
    window.addEventListener(
      'scroll',
      () => {
        this.#timer ??= window.setTimeout(() => {
          this.#store();
        }, storeInterval);
      },
      { passive: true },
    );
    window.addEventListener('pagehide', () => {
      this.#store();
    });
  }

  /**
   * Stores that a concept is shown.
   *
   * @param id The concept's id.
   */
  shows(id: string): void {
    this.#id = id;
    this.#store();
  }

  #store(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#id !== undefined) {
      this.#api.setState({ version: 1, id: this.#id, scroll: Math.max(0, window.scrollY) } satisfies PageState);
    }
  }
}
