import type { Element } from 'hast';
import type { Side } from '../note/model.js';
import { plainText } from '../note/plainText.js';
import type { ReadSection } from '../note/draft.js';
import type { ReadConcept } from '../note/outline.js';
import { sourceButton } from './actions.js';
import { element } from './element.js';
import { icon } from './icon.js';
import { labelText } from './labelText.js';
import { taskBox } from './noteHandlers.js';
import type { NoteHtml } from './noteHtml.js';
import type { PageContext } from './pageContext.js';
import { sideParts, type SideEntry } from './sidePoints.js';

/**
 * Builds a concept's pros and cons as two cards.
 *
 * @param read The concept with its syntax.
 * @param html Takes the Markdown.
 * @param context What the page needs to know beyond its note.
 * @param canAdd Whether a side that has nothing to show is a button.
 * @returns Nothing where neither side has anything to show.
 */
export function sides(read: ReadConcept, html: NoteHtml, context: PageContext, canAdd: boolean): Element | undefined {
  const [pros, cons] = [side('pros', read, html, context), side('cons', read, html, context)];
  const none = (role: Side): Element | undefined => (canAdd ? adder(role, read, context) : undefined);
  const cards = [pros ?? none('pros'), cons ?? none('cons')];
  return pros || cons ? element('div', { className: ['sides'] }, cards) : undefined;
}

/** Stands in the place of a side that the note lacks, and has its label written there. */
function adder(role: Side, { concept: { id } }: ReadConcept, { translate }: PageContext): Element {
  const action = { dataAction: 'addSide', dataId: id, dataRole: role, dataKey: `add ${role}` };
  const text = role === 'pros' ? translate('Add pros') : translate('Add cons');
  return element('button', { type: 'button', className: ['add-side', role], ...action }, icon(role), text);
}

function side(role: Side, read: ReadConcept, html: NoteHtml, context: PageContext): Element | undefined {
  const bodies = sideBodies(role, read, html, context, role);
  if (bodies === undefined) {
    return undefined;
  }
  const word = role === 'pros' ? context.translate('Pros') : context.translate('Cons');
  const label = sideLabel(role, read) || word;
  const count = read.concept[role].length;
  const counter = count > 0 ? element('span', { className: ['count'] }, String(count)) : undefined;
  const title = element('h2', {}, icon(role), element('span', { className: ['word'] }, label), counter);
  return element('section', { className: ['side', role], ariaLabel: label }, title, bodies);
}

/**
 * Builds what a concept says of one side, without a heading.
 *
 * @param role Which side.
 * @param read The concept with its syntax.
 * @param html Takes the Markdown.
 * @param context What the page needs to know beyond its note.
 * @param key Begins the names of its buttons, so that they are told apart on the page.
 * @returns Nothing where it has nothing to show.
 */
export function sideBodies(
  role: Side,
  read: ReadConcept,
  html: NoteHtml,
  context: PageContext,
  key: string,
): Element[] | undefined {
  const shown = shownSections(role, read);
  const label = sideLabel(role, read);
  const bodies = shown.flatMap((section, index) => {
    const own = labelText(section.section.label);
    const again = index > 0 && own !== label && own !== '' ? [element('h3', {}, own)] : [];
    return [...again, ...body(section, `${key} ${index}`, read.concept.id, html, context)];
  });
  return shown.length === 0 ? undefined : bodies;
}

function shownSections(role: Side, { sections }: ReadConcept): ReadSection[] {
  return sections.filter((read) => read.section.role === role && sideParts(read).length > 0);
}

function sideLabel(role: Side, read: ReadConcept): string {
  return labelText(shownSections(role, read)[0]?.section.label ?? '');
}

function body(read: ReadSection, key: string, id: string, html: NoteHtml, context: PageContext): Element[] {
  return sideParts(read).map((part, partIndex) => {
    if (!('entries' in part)) {
      return html.into(element('div', { className: ['text'], dir: 'auto' }), [part.block]);
    }
    const items = part.entries.map((entry, index) => {
      const button = sourceButton(context, id, entry.line, `${key} ${partIndex} ${index}`);
      const text = html.into(element('div', { className: ['text'] }), entry.content);
      return element('li', { className: ['sourced'], dir: 'auto' }, checkbox(entry, context), text, button);
    });
    return element('ul', {}, items);
  });
}

function checkbox({ checked, content, line }: SideEntry, context: PageContext): Element | undefined {
  if (checked === undefined) {
    return undefined;
  }
  const ariaLabel = plainText(...content).slice(0, 200);
  return element('input', taskBox(checked, ariaLabel, line, context));
}
