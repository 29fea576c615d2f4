import type { Element, ElementContent } from 'hast';
import type { Translate } from '../translate.js';
import type { Side } from '../note/model.js';
import type { NoteTree } from '../note/read.js';
import type { ReadConcept } from '../note/outline.js';
import { conceptLink } from './actions.js';
import { mostCompared } from './comparison.js';
import { element, type Child } from './element.js';
import { toHtml } from './html.js';
import { icon } from './icon.js';
import { NoteHtml } from './noteHtml.js';
import type { PageContext } from './pageContext.js';
import { gist } from './pageSections.js';
import { sideBodies } from './sides.js';

/** A concept of a comparison, with its note as it is now. */
export interface Compared {
  readonly tree: NoteTree;
  readonly conceptId: string;
  readonly context: PageContext;
}

/** What concepts are compared by. */
type Aspect = 'gist' | Side;

/** A column while it is built: its cells are filled once all of the note's Markdown is rendered. */
interface Column {
  readonly read: ReadConcept;
  /** What tells it from concepts of the same name. */
  readonly place: string;
  readonly cells: Readonly<Record<Aspect, Child>>;
}

/**
 * Renders concepts side by side as the body of a page: what each is, pros against pros, cons against cons.
 *
 * @param compared The concepts, in the order of their columns; one whose note no longer has it is left out.
 * @param translate Speaks the user's language.
 * @returns Safe HTML; nothing if none of the concepts is there.
 */
export function renderComparison(compared: readonly Compared[], translate: Translate): string | undefined {
  const columns = compared.map(columnOf).filter((column) => column !== undefined);
  if (columns.length === 0) {
    return undefined;
  }
  const heads = columns.map((column) => head(column, translate));
  const table = element(
    'table',
    { className: ['compared'], ariaLabel: translate('Comparison') },
    element('thead', {}, element('tr', {}, heads)),
    rows('gist', translate('Gist'), columns, translate),
    rows('pros', translate('Pros'), columns, translate),
    rows('cons', translate('Cons'), columns, translate),
  );
  return toHtml(
    element(
      'article',
      { className: ['comparison'] },
      element(
        'header',
        { className: ['comparing'] },
        element('h1', {}, translate('Comparison')),
        columns.length < mostCompared ? button('compare', 'button quiet', translate('Add a Concept…'), {}) : undefined,
        button('copyTable', 'button quiet', translate('Copy as a Table'), {}),
      ),
      table,
    ),
  );
}

function columnOf({ tree, conceptId, context }: Compared, index: number): Column | undefined {
  const read = tree.concepts.find(({ concept }) => concept.id === conceptId);
  if (!read) {
    return undefined;
  }
  // A task is ticked on the page of its concept.
  const here = { ...context, isReadOnly: true };
  const html = new NoteHtml(tree, here);
  const cells = {
    gist: gist(read, html),
    pros: sideBodies('pros', read, html, here, `${index} pros`),
    cons: sideBodies('cons', read, html, here, `${index} cons`),
  };
  html.finish();
  const [topic = ''] = tree.note.topics;
  const place = tree.note.title === read.concept.title ? topic : tree.note.title;
  // Footnotes stand on the concept's own page only: two notes would number theirs alike.
  const { gist: about, pros, cons } = cells;
  return { read, place, cells: { gist: inCell(about), pros: inCell(pros), cons: inCell(cons) } };
}

function head({ read: { concept }, place }: Column, translate: Translate): Element {
  const title = concept.title === '' ? translate('Untitled') : concept.title;
  return element(
    'th',
    { scope: 'col' },
    conceptLink(concept.id, 'name', title),
    element('small', {}, place),
    button('uncompare', 'remove', translate('Remove {0} from the comparison', title), { dataId: concept.id }, '×'),
  );
}

function rows(aspect: Aspect, label: string, columns: readonly Column[], translate: Translate): Element {
  const sign = aspect === 'gist' ? undefined : icon(aspect);
  const title = element('th', { colSpan: columns.length, scope: 'rowgroup' }, sign, element('span', {}, label));
  const shown = columns.map(({ read, cells }) => {
    const none = element('span', { className: ['none'] }, translate('Nothing yet'));
    // A link means what it means in its own note.
    return element('td', { dataOwner: read.concept.id }, cells[aspect] ?? none);
  });
  return element('tbody', { className: [aspect] }, element('tr', {}, title), element('tr', {}, shown));
}

function button(action: string, className: string, name: string, data: Record<string, string>, sign?: string): Element {
  const key = [action, ...Object.values(data)].join(' ');
  const named = sign === undefined ? {} : { ariaLabel: name, title: name };
  return element(
    'button',
    { type: 'button', className: className.split(' '), dataAction: action, dataKey: key, ...data, ...named },
    sign ?? name,
  );
}

function inCell(child: Child): Child {
  if (typeof child === 'string' || child === undefined) {
    return child;
  }
  return 'length' in child ? child.map(inCell) : withoutFootnotes(child);
}

function withoutFootnotes(node: ElementContent): ElementContent {
  if (node.type !== 'element') {
    return node;
  }
  return { ...node, children: node.children.filter((child) => !isFootnote(child)).map(withoutFootnotes) };
}

function isFootnote(node: ElementContent): boolean {
  return (
    node.type === 'element' &&
    node.tagName === 'sup' &&
    node.children.some((child) => child.type === 'element' && 'dataFootnoteRef' in child.properties)
  );
}
