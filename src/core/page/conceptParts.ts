import type { Element } from 'hast';
import type { Concept } from '../note/model.js';
import type { ReadConcept } from '../note/outline.js';
import type { NoteTree } from '../note/read.js';
import { conceptLink } from './actions.js';
import { element, type Child } from './element.js';
import type { NoteHtml } from './noteHtml.js';
import type { PageContext } from './pageContext.js';
import { gist, otherSections } from './pageSections.js';
import { sides } from './sides.js';

/** A gist of no more characters is shown whole by the card. */
const shortGist = 80;

/**
 * Builds what the note says of a concept: gist, pros and cons, what else there is, and a card for each concept directly
 * below it. A card that is unfolded holds the same of its own concept.
 *
 * @param read The concept with its syntax.
 * @param tree The concept's note, with the syntax of what is unfolded.
 * @param html Takes the Markdown.
 * @param context What the page needs to know beyond its note.
 * @param canAdd Whether a side that has nothing to show is a button.
 */
export function conceptParts(
  read: ReadConcept,
  tree: NoteTree,
  html: NoteHtml,
  context: PageContext,
  canAdd: boolean,
): Element[] {
  // In reading order, for that is the order in which footnotes are numbered.
  return [
    gist(read, html),
    sides(read, html, context, canAdd),
    ...otherSections(read, html, context),
    subConcepts(read.concept, tree, html, context),
  ].filter((part) => part !== undefined);
}

function subConcepts(concept: Concept, tree: NoteTree, html: NoteHtml, context: PageContext): Element | undefined {
  const children = tree.note.concepts.filter(({ parent }) => parent === concept.id);
  if (children.length === 0) {
    return undefined;
  }
  const title = element('h2', {}, context.translate('Sub-concepts'));
  const cards = children.map((child) => conceptCard(child, tree, html, context));
  return element('section', { className: ['part'] }, title, element('ul', { className: ['cards'] }, cards));
}

function conceptCard(child: Concept, tree: NoteTree, html: NoteHtml, context: PageContext): Element {
  const { id } = child;
  const title = child.title === '' ? context.translate('Untitled') : child.title;
  const read = context.unfolded?.has(id) === true ? tree.concepts.find(({ concept }) => concept.id === id) : undefined;
  const twistie = element('button', {
    type: 'button',
    className: ['twistie'],
    ariaLabel: context.translate('What the note says of {0}', title),
    ariaExpanded: String(read !== undefined),
    dataAction: 'unfold',
    dataId: id,
    dataKey: `unfold ${id}`,
  });
  return element(
    'li',
    { className: read ? ['open'] : undefined },
    read || hasMore(child, tree) ? twistie : undefined,
    cardLink(child, title, context),
    read && element('div', { className: ['unfolded'] }, conceptParts(read, tree, html, context, false)),
  );
}

/** Whether the note says more of a concept than its card. */
function hasMore({ id, gist: about, sections }: Concept, { note }: NoteTree): boolean {
  const isMore = sections.some(({ role }) => role !== 'gist') || about.length > shortGist;
  return isMore || note.concepts.some(({ parent }) => parent === id);
}

function cardLink(concept: Concept, title: string, { translate }: PageContext): Element {
  const { id, gist: about, pros, cons } = concept;
  const counts = [
    count('pros', '＋', pros.length, translate('Pros: {0}', pros.length)),
    count('cons', '－', cons.length, translate('Cons: {0}', cons.length)),
  ];
  return conceptLink(
    id,
    'card',
    element('h3', {}, title),
    element('span', { className: ['about'] }, shortened(about)),
    element('span', { className: ['counts'] }, counts),
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
