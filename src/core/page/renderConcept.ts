import type { Element } from 'hast';
import { toHtml } from './html.js';
import type { Concept } from '../note/model.js';
import type { NoteTree } from '../note/read.js';
import { conceptParts } from './conceptParts.js';
import { element } from './element.js';
import { linkedFrom } from './linkedFrom.js';
import { NoteHtml } from './noteHtml.js';
import type { PageContext } from './pageContext.js';
import { pageFooter } from './pageFooter.js';
import { pageHeader } from './pageHeader.js';

/**
 * Renders a concept as the body of a page: where it stands, its title and other names, its gist, pros and cons, what
 * else the note says of it, its sub-concepts, what links to it, its neighbours and its source.
 *
 * @param tree The concept's note with its syntax, and with that of the sub-concepts that are unfolded.
 * @param conceptId The concept's id.
 * @param context What the page needs to know beyond its note.
 * @returns Safe HTML; nothing if the note has no such concept.
 */
export function renderConcept(tree: NoteTree, conceptId: string, context: PageContext): string | undefined {
  const { note } = tree;
  const read = tree.concepts.find(({ concept }) => concept.id === conceptId);
  if (!read) {
    return undefined;
  }
  const html = new NoteHtml(tree, context);
  const parts = conceptParts(read, tree, html, context, context.isReadOnly !== true);
  const footnotes = html.finish();
  const page = element(
    'article',
    {},
    pageHeader(note, read.concept, context),
    [parts, linkedFrom(context), footnotes],
    parts.length === 0 ? nothingYet(read.concept, context) : undefined,
    pageFooter(note, read.concept, context),
  );
  return toHtml(page);
}

function nothingYet({ id, line }: Concept, { translate }: PageContext): Element {
  const action = { dataAction: 'source', dataId: id, dataLine: line, dataKey: 'write' };
  return element(
    'div',
    { className: ['nothing'] },
    element('p', {}, translate('The note says nothing about this yet.')),
    element('button', { type: 'button', className: ['button'], ...action }, translate('Open the note')),
  );
}
