/**
 * Fits what is unfolded in cards into the page: its headings stand below the titles of the cards, level by level, and the
 * buttons say what they unfold.
 *
 * @param content What the page is about to show.
 */
export function fitUnfolded(content: ParentNode): void {
  const within = '.unfolded';
  for (const part of content.querySelectorAll(within)) {
    const twistie = part.parentElement?.querySelector<HTMLElement>(':scope > .twistie');
    part.id = `part-${twistie?.dataset['id'] ?? ''}`;
    twistie?.setAttribute('aria-controls', part.id);
  }
  for (const heading of content.querySelectorAll(`${within} :is(h2, h3, h4, h5)`)) {
    let level = Number(heading.tagName.slice(1));
    for (let part = heading.closest(within); part; part = part.parentElement?.closest(within) ?? null) {
      level += 2;
    }
    const lower = document.createElement(`h${Math.min(6, level)}`);
    lower.append(...heading.childNodes);
    lower.className = heading.className;
    heading.replaceWith(lower);
  }
  // A landmark of the same name as one of the page's own would be found in its place.
  content.querySelectorAll(`${within} section[aria-label]`).forEach((part) => part.removeAttribute('aria-label'));
}
