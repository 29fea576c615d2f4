import { parsePageState, type PageState } from '../core/page/protocol.js';
import type { VsCodeApi } from './vscodeApi.js';

/** Storing costs a message to the window, so scrolling is stored this often at most. */
const storeInterval = 200;

/** Remembers over a reload of the window which concept the page shows and how far it is scrolled. */
export class PageMemory {
  private id: string | undefined;
  private timer: number | undefined;

  /**
   * What was stored before this document was loaded; nothing if there is none or it is not to be understood.
   */
  public readonly stored: PageState | undefined;

  /**
   * @param api Where the state is stored.
   */
  public constructor(private readonly api: VsCodeApi) {
    this.stored = parsePageState(api.getState());
    window.addEventListener(
      'scroll',
      () => {
        this.timer ??= window.setTimeout(() => {
          this.store();
        }, storeInterval);
      },
      { passive: true },
    );
    window.addEventListener('pagehide', () => {
      this.store();
    });
  }

  /**
   * Stores that a concept is shown.
   *
   * @param id The concept's id.
   */
  public shows(id: string): void {
    this.id = id;
    this.store();
  }

  private store(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    if (this.id !== undefined) {
      this.api.setState({ version: 1, id: this.id, scroll: Math.max(0, window.scrollY) } satisfies PageState);
    }
  }
}
