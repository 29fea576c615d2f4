import morphdom from 'morphdom';

/**
 * Changes what an element holds into something else, and leaves alone all that is the same: it keeps its focus, its
 * selection, its place on screen and its loaded pictures.
 *
 * @param holder The element.
 * @param content What it shall hold.
 */
export function patchContent(holder: HTMLElement, content: DocumentFragment): void {
  const wanted = holder.cloneNode(false);
  wanted.appendChild(content);
  morphdom(holder, wanted, {
    childrenOnly: true,
    getNodeKey: (node) => (node instanceof HTMLElement ? (node.dataset['key'] ?? node.id) : ''),
    onBeforeElUpdated: (before, after) =>
      !before.isEqualNode(after) && !isSameCode(before, after) && !isSameFormula(before, after),
  });
}

/** Code that has its colours stays as it is as long as it says the same. */
function isSameCode(before: HTMLElement, after: HTMLElement): boolean {
  return before.tagName === 'CODE' && before.className === after.className && before.textContent === after.textContent;
}

/** So does a formula that is set. */
function isSameFormula(before: HTMLElement, after: HTMLElement): boolean {
  return before.className === after.className && before.dataset['tex'] === after.textContent;
}
