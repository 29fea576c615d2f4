/** What may be wider than the page and then scrolls by itself. */
const scrollableSelector = 'pre, .scroll';

/**
 * Lets the keyboard reach those parts that have something to scroll, and only those.
 *
 * @param page The element whose content is watched; what it holds may be replaced.
 * @returns To be called after the content was replaced.
 */
export function watchScrollableParts(page: HTMLElement): () => void {
  const update = (): void => {
    for (const part of page.querySelectorAll<HTMLElement>(scrollableSelector)) {
      if (part.scrollWidth > part.clientWidth) {
        part.tabIndex = 0;
      } else {
        part.removeAttribute('tabindex');
      }
    }
  };
  new ResizeObserver(update).observe(page);
  return update;
}
