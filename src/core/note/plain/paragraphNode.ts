import type { Heading, ListItem, Paragraph } from 'mdast';
import type { Content, Position } from './content.js';
import { readInlines } from './inlines.js';
import { decline } from './notPlain.js';

/** What may be the mark of a task, and such a one with what it marks behind it on its line. */
const taskMark = /^\[[ Xx]\]\s *[^ ]/;
const simpleTask = /^\[.\] +\S/;

/**
 * Makes a heading of the lines above its underline.
 *
 * @param content The lines.
 * @param from Where they start.
 * @param to Where they end.
 * @param depth Its level.
 * @param end Where the underline ends.
 * @throws {Error} `notPlain` where there is something that is not sure to be understood.
 */
export function headingNode(content: Content, from: number, to: number, depth: 1 | 2, end: Position['end']): Heading {
  if (mayBeMore(content, from, to)) {
    decline();
  }
  const start = content.point(from);
  return { type: 'heading', depth, children: readInlines(content, from, to), position: { start, end } };
}

/**
 * Makes a paragraph of its lines.
 *
 * @param content The lines.
 * @param from Where they start.
 * @param to Where they end.
 * @param item The item that is a task, if they say so.
 * @throws {Error} `notPlain` where there is something that is not sure to be understood.
 */
export function paragraphNode(content: Content, from: number, to: number, item: ListItem | undefined): Paragraph {
  const position = content.position(from, to);
  if (!mayBeMore(content, from, to)) {
    return { type: 'paragraph', children: readInlines(content, from, to), position };
  }
  if (!item || !simpleTask.test(content.text.slice(from, to))) {
    return decline();
  }
  item.checked = content.text.charCodeAt(from + 1) !== 32;
  const children = readInlines(content, from + 4, to);
  if (children[0]?.type === 'text') {
    // Only then it starts behind the mark.
    position.start = content.point(from + 4);
  }
  return { type: 'paragraph', children, position };
}

/** Whether lines start like a task. Declines where they may start with a definition. */
function mayBeMore({ text }: Content, from: number, to: number): boolean {
  if (text.charCodeAt(from) !== 91) {
    return false;
  }
  const whole = text.slice(from, to);
  return whole.includes(']:') ? decline() : taskMark.test(whole);
}
