import type { Element } from 'hast';
import type { Concept, Note } from '../note/model.js';
import { conceptLink } from './actions.js';
import { element, type Child } from './element.js';
import type { PageContext } from './pageContext.js';

/**
 * Builds the cards of the concepts directly below a concept.
 *
 * @param note The concept's note.
 * @param concept The concept.
 * @param context What the page needs to know beyond its note.
 * @returns Nothing where it has none.
 */
export function subConcepts(note: Note, concept: Concept, context: PageContext): Element | undefined {
  const cards = note.concepts.filter(({ parent }) => parent === concept.id).map((child) => conceptCard(child, context));
  if (cards.length === 0) {
    return undefined;
  }
  const title = element('h2', {}, context.translate('Sub-concepts'));
  const items = cards.map((card) => element('li', {}, card));
  return element('section', { className: ['part'] }, title, element('ul', { className: ['cards'] }, items));
}

function conceptCard({ id, title, gist, pros, cons }: Concept, { translate }: PageContext): Element {
  const counts = [
    count('pros', '＋', pros.length, translate('Pros: {0}', pros.length)),
    count('cons', '－', cons.length, translate('Cons: {0}', cons.length)),
  ];
  const hasCounts = pros.length + cons.length > 0;
  return conceptLink(
    id,
    'card',
    element('strong', {}, title === '' ? translate('Untitled') : title),
    gist === '' ? undefined : element('span', { className: ['about'] }, shortened(gist)),
    hasCounts ? element('span', { className: ['counts'] }, counts) : undefined,
  );
}

function count(role: string, sign: string, number: number, words: string): Child {
  return number === 0
    ? undefined
    : element(
        'span',
        { className: [role] },
        element('span', { ariaHidden: 'true' }, `${sign}${number}`),
        element('span', { className: ['unseen'] }, ` ${words}`),
      );
}

/** The style sheet shows two lines; a screen reader would have to read all that is there. */
function shortened(gist: string): string {
  return gist.length > 240 ? `${gist.slice(0, 240).replace(/[\uD800-\uDBFF]$/u, '')}…` : gist;
}
