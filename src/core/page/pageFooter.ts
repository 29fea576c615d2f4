import type { Element } from 'hast';
import type { Concept, Note } from '../note/model.js';
import { conceptLink } from './actions.js';
import { element } from './element.js';
import { icon } from './icon.js';
import type { PageContext } from './pageContext.js';

/**
 * Builds the end of a page: where the concept is written, and its neighbours in the note.
 *
 * @param note The concept's note.
 * @param concept The concept.
 * @param context What the page needs to know beyond its note.
 */
export function pageFooter(note: Note, concept: Concept, context: PageContext): Element {
  const { translate, location } = context;
  const index = note.concepts.indexOf(concept);
  const before = note.concepts[index - 1];
  const after = note.concepts[index + 1];
  const neighbours = [
    before && neighbour(before, 'previous', translate('Previous concept: {0}', before.title)),
    after && neighbour(after, 'next', translate('Next concept: {0}', after.title)),
  ].filter((link) => link !== undefined);
  const name = translate('Open {0} at line {1}', location, concept.line);
  const origin = element(
    'button',
    {
      // Named by what it shows, so that it is heard as it is seen; the title says what it does.
      type: 'button',
      className: ['origin'],
      title: name,
      dataAction: 'source',
      dataId: concept.id,
      dataLine: concept.line,
      dataKey: 'origin',
    },
    icon('source'),
    element('span', {}, `${location} : ${concept.line}`),
  );
  const nav =
    neighbours.length > 0
      ? element('nav', { className: ['neighbours'], ariaLabel: translate('Neighbours in the note') }, neighbours)
      : undefined;
  return element('footer', {}, origin, nav);
}

function neighbour({ id, title }: Concept, className: 'previous' | 'next', name: string): Element {
  const link = conceptLink(id, className, element('span', {}, title));
  link.properties = { ...link.properties, ariaLabel: name, title: name };
  return link;
}
