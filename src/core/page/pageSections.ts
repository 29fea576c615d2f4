import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import type { ReadConcept } from '../note/outline.js';
import { sourceButton } from './actions.js';
import { element } from './element.js';
import { labelText } from './labelText.js';
import type { NoteHtml } from './noteHtml.js';
import type { PageContext } from './pageContext.js';

/**
 * Builds the section that says what the concept is.
 *
 * @param read The concept with its syntax.
 * @param html Takes the Markdown.
 * @returns Nothing where the concept has no gist.
 */
export function gist(read: ReadConcept, html: NoteHtml): Element | undefined {
  const blocks = read.sections.filter(({ section }) => section.role === 'gist').flatMap((section) => section.blocks);
  const shown = [...blocks, ...announced(read)];
  return blocks.length === 0
    ? undefined
    : html.into(element('div', { className: ['gist', 'text'], dir: 'auto' }), shown);
}

/**
 * Builds the sections that are neither gist nor pros nor cons, in the note's order.
 *
 * @param read The concept with its syntax.
 * @param html Takes the Markdown.
 * @param context What the page needs to know beyond its note.
 */
export function otherSections(read: ReadConcept, html: NoteHtml, context: PageContext): Element[] {
  const shownAbove = new Set(announced(read));
  const others = read.sections
    .filter(({ section }) => !['gist', 'pros', 'cons'].includes(section.role))
    .map(({ section, blocks }) => ({ section, blocks: blocks.filter((block) => !shownAbove.has(block)) }));
  return others
    .filter(({ blocks }) => hasContent(blocks))
    .map(({ section, blocks }, index) => {
      const label = labelText(section.label) || (section.role === 'example' ? context.translate('Example') : '');
      const title =
        label === ''
          ? undefined
          : element(
              'div',
              { className: ['label', 'sourced'] },
              element('h2', {}, label),
              sourceButton(context, read.concept.id, section.line, `section ${index}`),
            );
      const text = html.into(element('div', { className: ['text'], dir: 'auto' }), blocks);
      return element('section', { className: ['part', section.role] }, title, text);
    });
}

/** A gist that ends with a colon would be cut off from the list or code it announces. */
function announced({ concept, sections }: ReadConcept): RootContent[] {
  const next = sections[sections.findIndex(({ section }) => section.role === 'gist') + 1];
  const isOwn = next?.section.role === 'other' && next.section.label === '';
  return isOwn && /[:：]$/u.test(concept.gist) ? next.blocks.slice(0, 1) : [];
}

/** Definitions alone are nothing to see, and a label without anything under it says nothing. */
function hasContent(blocks: readonly RootContent[]): boolean {
  return blocks.some((block) => block.type !== 'definition' && block.type !== 'footnoteDefinition');
}
