import type { Code } from 'mdast';
import type { Position } from './content.js';
import { decline } from './notPlain.js';

const opening = /^(`{3,}|~{3,}) *([^ ]+)?(?: +([^ ].*))? *$/;

/** Fenced code that is open. */
export interface CodeFence {
  /** How far its first line is indented: so much white space is taken from the others. */
  readonly indent: number;
  /** What it has, with the line ends. */
  value: string;
  /** Whether a line, without its white space, is the closing one. */
  isClosedBy(line: string): boolean;
  /** The node, with where it ends. */
  node(end: Position['end']): Code;
}

/**
 * Reads the first line of fenced code.
 *
 * @param line The line, from the fence on.
 * @param start Where that is.
 * @param indent How far it is indented.
 * @returns Nothing where it is none.
 * @throws {Error} `notPlain` where it names a language in a way that is not sure to be understood.
 */
export function openFence(line: string, start: Position['start'], indent: number): CodeFence | undefined {
  const [, marks = '', lang = null, meta = null] = opening.exec(line) ?? [];
  const mark = marks.charAt(0);
  if (marks === '' || (mark === '`' && line.includes('`', marks.length))) {
    return undefined;
  }
  if (/[\\&\t]/.test(line) || meta?.endsWith(' ')) {
    decline();
  }
  return {
    indent,
    value: '',
    isClosedBy: (last) => last.startsWith(marks) && /^(.)\1*[ \t]*$/.test(last),
    node(end) {
      return { type: 'code', lang, meta, value: this.value.replace(/\r?\n$/, ''), position: { start, end } };
    },
  };
}
