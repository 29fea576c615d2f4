import type { Element } from 'hast';
import { uniqueNames } from '../note/aliases.js';
import type { Concept, Note } from '../note/model.js';
import { conceptLink, sourceButton } from './actions.js';
import { element, type Child } from './element.js';
import type { PageContext } from './pageContext.js';
import { splitTitle } from './splitTitle.js';

/** Titles of more characters than this are set smaller, or they would fill a narrow page. */
const longTitle = 80;

/**
 * Builds the top of a page: where the concept stands, its title, its other names, topics and tags.
 *
 * @param note The concept's note.
 * @param concept The concept.
 * @param context What the page needs to know beyond its note.
 */
export function pageHeader(note: Note, concept: Concept, context: PageContext): Element {
  const { question } = concept;
  return element(
    'header',
    {},
    path(note, concept, context),
    heading(concept, context),
    question === '' ? undefined : element('p', { className: ['question'] }, question),
    chips(note, concept, context),
  );
}

function path(note: Note, concept: Concept, context: PageContext): Element | undefined {
  const [topic = ''] = note.topics;
  const parents = parentsOf(note, concept);
  const crumbs: Element[] = [];
  if (topic !== '') {
    crumbs.push(element('a', topicLink(topic, 'topic'), topic));
  }
  // A note that is named by its only top heading would stand here twice.
  if ((parents[0] ?? concept).title !== note.title) {
    const name = context.translate('Open the note {0}', note.title);
    const action = { dataAction: 'source', dataId: concept.id, dataLine: 1, dataKey: 'note' };
    crumbs.push(element('a', { href: '#', ...action, title: name }, note.title));
  }
  crumbs.push(...parents.map(({ id, title }) => conceptLink(id, 'parent', title)));
  const items = crumbs.map((crumb) => element('li', {}, crumb));
  return items.length > 0
    ? element(
        'nav',
        { className: ['path'], ariaLabel: context.translate('Where this concept stands') },
        element('ol', {}, items),
      )
    : undefined;
}

function heading({ id, title, line }: Concept, context: PageContext): Element {
  const { main, aside } = splitTitle(title);
  const small = aside === '' ? [] : [' ', element('small', {}, aside)];
  return element(
    'div',
    { className: ['title', 'sourced'], dir: 'auto' },
    element(
      'h1',
      { className: main.length > longTitle ? ['long'] : undefined },
      main === '' ? context.translate('Untitled') : main,
      small,
    ),
    sourceButton(context, id, line, 'title'),
  );
}

function chips(note: Note, concept: Concept, context: PageContext): Child {
  const { translate } = context;
  const shown = comparable(concept.title);
  // The title says some of the other names itself, and the path the first topic.
  const names = concept.aliases.filter((alias) => alias !== concept.question && !shown.includes(comparable(alias)));
  const tags = uniqueNames([...concept.tags, ...note.tags]);
  const topics = note.topics.slice(1).filter((topic) => topic !== '' && !tags.includes(topic));
  return [
    chipList(
      'names',
      translate('Also known as'),
      names.map((name) => element('span', { className: ['chip'] }, name)),
    ),
    chipList(
      'topics',
      translate('Topics'),
      topics.map((topic) => topicChip(topic, 'topic')),
    ),
    chipList(
      'tags',
      translate('Tags'),
      tags.map((tag) => topicChip(tag, 'findTopic', translate('Find concepts with the tag {0}', tag))),
    ),
  ];
}

function chipList(className: string, label: string, chips: readonly Element[]): Element | undefined {
  return chips.length === 0
    ? undefined
    : element(
        'ul',
        { className: ['chips', className], ariaLabel: label },
        chips.map((chip) => element('li', {}, chip)),
      );
}

function topicChip(topic: string, action: string, title?: string): Element {
  return element('a', { ...topicLink(topic, action), className: ['chip'], title }, `#${topic}`);
}

function topicLink(topic: string, action: string): Record<string, string> {
  return { href: '#', dataAction: action, dataTopic: topic, dataKey: `${action} ${topic}` };
}

function parentsOf(note: Note, concept: Concept): Concept[] {
  const byId = new Map(note.concepts.map((other) => [other.id, other]));
  const parents: Concept[] = [];
  for (let id = concept.parent; id !== null; id = parents[0]?.parent ?? null) {
    const parent = byId.get(id);
    if (!parent) {
      break;
    }
    parents.unshift(parent);
  }
  return parents;
}

function comparable(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ');
}
