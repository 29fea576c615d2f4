import type { Steps } from '../steps.js';
import { endOfFrontMatter, fenceOf } from './cut.js';

/** A heading as its line has it. */
export interface HeadingLine {
  readonly level: number;
  /** 1-based. */
  readonly line: number;
  /** Its text with its Markdown, without what makes it a heading. */
  readonly text: string;
  /** Whether what stands below it begins with an item of a list. */
  startsList: boolean;
}

/** How many lines are looked at between two breaks. */
const linesOfStep = 256;

const [numberSign, equals, dash, backtick, tilde, less, space] = [35, 61, 45, 96, 126, 60, 32];

/**
 * Finds a text's headings by looking at how its lines begin. What only a parser can tell is passed over: a heading in a
 * list or a quotation is none here.
 *
 * @param text Without a byte order mark.
 * @returns The headings in document order.
 */
export function* headingLines(text: string): Steps<HeadingLine[]> {
  const headings: HeadingLine[] = [];
  const front = endOfFrontMatter(text);
  let below: HeadingLine | undefined;
  let fence = '';
  let isComment = false;
  /** The line before, if it may be the text of an underlined heading. */
  let above = '';
  let line = front?.line ?? 1;
  for (let start = front?.offset ?? 0; start < text.length; line += 1) {
    if (line % linesOfStep === 0) {
      yield;
    }
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    let first = start;
    while (first < start + 4 && text.charCodeAt(first) === space) {
      first += 1;
    }
    const code = first < end ? text.charCodeAt(first) : 0;
    const mayUnderline = above !== '' && (code === equals || code === dash);
    if (fence !== '' || isComment) {
      if (fence !== '' && text.startsWith(fence, first) && isFenceEnd(text.slice(first, end), fence)) {
        fence = '';
      } else if (isComment && text.slice(start, end).includes('-->')) {
        isComment = false;
      }
      above = '';
    } else if (first > start + 3 || code === 0 || code === 13) {
      // An indented line goes on with a paragraph or is code, an empty one ends it.
      above = code === 0 || code === 13 ? '' : above;
    } else if (code === numberSign) {
      const heading = atxHeading(text.slice(first, end), line);
      above = heading ? '' : text.slice(first, end).trim();
      below = heading ?? below;
      if (heading) {
        headings.push(heading);
        start = end + 1;
        continue;
      }
    } else if (mayUnderline && /^(?:=+|-+)[ \t]*\r?$/u.test(text.slice(first, end))) {
      below = { level: code === equals ? 1 : 2, line: line - 1, text: above, startsList: false };
      headings.push(below);
      above = '';
      start = end + 1;
      continue;
    } else {
      fence = code === backtick || code === tilde ? (fenceOf(text.slice(first, end)) ?? '') : '';
      isComment = code === less && text.startsWith('<!--', first) && !text.slice(first + 4, end).includes('-->');
      above = fence !== '' || isComment ? '' : paragraphLine(text, first, end);
    }
    if (below && code !== 0 && code !== 13) {
      below.startsList = /^(?:[-*+]|\d{1,3}[.)]) +\S/u.test(text.slice(first, Math.min(end, first + 12)));
      below = undefined;
    }
    start = end + 1;
  }
  return headings;
}

function atxHeading(rest: string, line: number): HeadingLine | undefined {
  let level = 1;
  while (rest.charCodeAt(level) === numberSign) {
    level += 1;
  }
  const behind = rest.slice(level);
  const text = behind.trim();
  if (level > 6 || (text !== '' && !/^[ \t]/u.test(behind))) {
    return undefined;
  }
  return { level, line, text: text.endsWith('#') ? text.replace(/(?:^|[ \t]+)#+$/u, '') : text, startsList: false };
}

function isFenceEnd(rest: string, fence: string): boolean {
  const mark = fence.charAt(0);
  let end = fence.length;
  while (rest.charAt(end) === mark) {
    end += 1;
  }
  return rest.slice(end).trim() === '';
}

/** The line, if it can be text of a paragraph; a table and a list cannot be underlined. */
function paragraphLine(text: string, first: number, end: number): string {
  const mark = text.charAt(first);
  if (mark === '>' || mark === '|' || mark === '<') {
    return '';
  }
  const isItem =
    (mark === '-' || mark === '*' || mark === '+') && /^[-*+](?:[ \t]|\r?$)/u.test(text.slice(first, first + 2));
  return isItem || text.charCodeAt(first + 1) === dash ? '' : text.slice(first, end).trim();
}
