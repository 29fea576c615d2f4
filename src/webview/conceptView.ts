import type { GoneMessage, ShowMessage } from '../core/page/protocol.js';
import { addCopyButtons } from './copyButtons.js';
import { keepFocus } from './focusKeeper.js';
import type { PageMemory } from './pageMemory.js';
import { patchContent } from './patchContent.js';
import { watchScrollableParts } from './scrollableParts.js';
import { fitUnfolded } from './unfoldedParts.js';

/** The elements that the document has from the start. */
export interface PageElements {
  /** Holds the concept. */
  readonly page: HTMLElement;
  /** Says above the concept what is wrong with it. */
  readonly banner: HTMLElement;
  /** Says to screen readers what is shown now. */
  readonly status: HTMLElement;
}

/** Shows one concept after the other in the page's document. */
export class ConceptView {
  readonly #elements: PageElements;
  readonly #memory: PageMemory;
  readonly #updateScrollableParts: () => void;
  #revision = -1;

  /**
   * @param elements The document's elements.
   * @param memory Where to store what is shown.
   */
  constructor(elements: PageElements, memory: PageMemory) {
    this.#elements = elements;
    this.#memory = memory;
    this.#updateScrollableParts = watchScrollableParts(elements.page);
  }

  /**
   * Shows a concept in place of what was there. The reader finds the place again where they were here before;
   * the focus stays where it was. Of a concept that is shown already, only what changed is put in anew.
   *
   * @param message What to show; ignored if something newer is shown already.
   */
  show(message: ShowMessage): void {
    if (message.revision < this.#revision) {
      return;
    }
    this.#revision = message.revision;
    const { page, banner, status } = this.#elements;
    const scroll = this.#memory.enters(message.id, message.move);
    const restoreFocus = keepFocus(page);
    // A template's content is inert until it is in the document, so the page changes in one step.
    const template = document.createElement('template');
    template.innerHTML = message.html;
    fitUnfolded(template.content);
    const { copy = '', copied = '' } = page.dataset;
    addCopyButtons(template.content, { copy, copied }, (text) => (status.textContent = text));
    const isPatch = message.move === 'stay' && page.querySelector(':scope > article') !== null;
    if (isPatch) {
      patchContent(page, template.content);
    } else {
      page.replaceChildren(template.content);
    }
    page.lang = message.lang ?? document.documentElement.lang;
    page.removeAttribute('aria-busy');
    banner.hidden = true;
    banner.textContent = '';
    document.title = message.title;
    if (message.move !== 'stay') {
      status.textContent = message.title;
    }
    this.#updateScrollableParts();
    if (!isPatch) {
      window.scrollTo({ top: scroll, behavior: 'auto' });
    }
    restoreFocus();
    this.#memory.shows();
  }

  /**
   * Says that the note is gone. What was shown stays.
   *
   * @param message What to say.
   */
  gone({ text }: GoneMessage): void {
    const { page, banner } = this.#elements;
    banner.hidden = false;
    banner.textContent = text;
    if (page.querySelector(':scope > .loading')) {
      page.removeAttribute('aria-busy');
      page.replaceChildren();
    }
  }
}
