import { actionSelector } from './actionMessage.js';

/**
 * Remembers which element of a part of the page has the focus, so that it can be given to the same element after the
 * part was replaced. Does nothing while the page does not have the focus.
 *
 * @param part The part that will be replaced.
 * @returns Gives the focus back if the part had it: to the equivalent element or, where that is gone, to the part.
 */
export function keepFocus(part: HTMLElement): () => void {
  // While another part of the window has the focus, such as an editor in which someone types, this would take it away.
  const active = document.hasFocus() ? document.activeElement : null;
  if (!(active instanceof HTMLElement) || active === part || !part.contains(active)) {
    return () => undefined;
  }
  const key = keyOf(active);
  const place = elementsWith(part, key).indexOf(active);
  return () => {
    const equivalents = elementsWith(part, key);
    const target = equivalents[place] ?? equivalents[0] ?? part;
    target.focus({ preventScroll: true });
  };
}

/** Elements of the page's own have a key; links of a note are known by where they lead. */
function keyOf({ dataset }: HTMLElement): string {
  return dataset['key'] ?? `${dataset['action'] ?? ''} ${dataset['href'] ?? ''}`;
}

function elementsWith(part: HTMLElement, key: string): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(actionSelector)].filter((element) => keyOf(element) === key);
}
