import type { Element } from 'hast';
import { conceptLink } from './actions.js';
import { element } from './element.js';
import type { LinkSource, PageContext } from './pageContext.js';

/** Most concepts that are shown: what is linked from more is better found by the search. */
const most = 40;

/**
 * Builds the list of the concepts that link to a concept.
 *
 * @param context What the page needs to know beyond its note.
 * @returns Nothing where there are none.
 */
export function linkedFrom({ linkedFrom: sources, translate }: PageContext): Element | undefined {
  if (sources.length === 0) {
    return undefined;
  }
  const items = sources.slice(0, most).map((source) => element('li', {}, sourceLink(source)));
  const rest = sources.length - most;
  return element(
    'section',
    { className: ['part'] },
    element('h2', {}, translate('Linked from')),
    element('ul', { className: ['linked'] }, items),
    rest > 0 ? element('p', { className: ['more'] }, translate('And {0} more', rest)) : undefined,
  );
}

function sourceLink({ id, title, noteTitle }: LinkSource): Element {
  const where = noteTitle === title ? [] : [' ', element('small', {}, noteTitle)];
  return conceptLink(id, 'linked-from', title, where);
}
