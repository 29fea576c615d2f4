import type { Heading } from 'mdast';
import type { Content } from './content.js';
import { readInlines } from './inlines.js';

/**
 * Reads a heading that starts with `#`.
 *
 * @param content The line that it is in.
 * @param from Where it may start.
 * @param to Where its line ends.
 * @returns Nothing where there is none.
 * @throws {Error} `notPlain` where there is something that is not sure to be understood.
 */
export function readHeading(content: Content, from: number, to: number): Heading | undefined {
  let depth = 0;
  while (from + depth < to && content.text.charCodeAt(from + depth) === 35) {
    depth += 1;
  }
  const next = from + depth < to ? content.text.charCodeAt(from + depth) : 32;
  if (depth < 1 || depth > 6 || (next !== 32 && next !== 9)) {
    return undefined;
  }
  const text = headingText(content.text, from + depth, to);
  return {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: text.from < text.to ? readInlines(content, text.from, text.to) : [],
    position: content.position(from, to),
  };
}

/** Where the text starts and ends, without closing marks. */
function headingText(text: string, from: number, to: number): { from: number; to: number } {
  while (from < to && text.charCodeAt(from) === 32) {
    from += 1;
  }
  const end = trimmedEnd(text, from, to, 32);
  const closing = trimmedEnd(text, from, end, 35);
  const isClosed = closing === from || text.charCodeAt(closing - 1) === 32;
  return { from, to: isClosed ? trimmedEnd(text, from, closing, 32) : end };
}

function trimmedEnd(text: string, from: number, to: number, code: number): number {
  while (to > from && text.charCodeAt(to - 1) === code) {
    to -= 1;
  }
  return to;
}
