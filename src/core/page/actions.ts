import type { Element } from 'hast';
import { element, type Child } from './element.js';
import { icon } from './icon.js';
import type { PageContext } from './pageContext.js';

/**
 * Builds a link that opens another concept on the page.
 *
 * @param id The other concept's id.
 * @param className For its looks.
 * @param children What is shown.
 */
export function conceptLink(id: string, className: string, ...children: readonly Child[]): Element {
  return element(
    'a',
    { href: '#', className: [className], dataAction: 'concept', dataId: id, dataKey: `${className} ${id}` },
    ...children,
  );
}

/**
 * Builds a quiet button that opens a concept's note at a line. The style sheet shows it when its surroundings are
 * pointed at or have the focus.
 *
 * @param context What the page needs to know beyond its note.
 * @param id The concept's id.
 * @param line 1-based line in the file.
 * @param key Names the button's place among the concept's, so that the focus finds it again after a change.
 */
export function sourceButton(context: PageContext, id: string, line: number, key: string): Element {
  const name = context.translate('Open line {0} of the note', line);
  return element(
    'button',
    {
      type: 'button',
      className: ['source'],
      title: name,
      ariaLabel: name,
      dataAction: 'source',
      dataId: id,
      dataLine: line,
      dataKey: `source ${id} ${key}`,
    },
    icon('source'),
  );
}
