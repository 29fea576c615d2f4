import type { Nodes, Root } from 'mdast';
import { endOfFrontMatter } from './cut.js';
import type { Steps } from '../steps.js';
import type { ParseInSteps } from './pieces.js';
import type { Problem } from './model.js';

/** A line longer than this is no line of a note; the parser's cost for one grows faster than its length. */
const longestLine = 20_000;
/** One paragraph, counted in lines, in characters, and in any one character that inline syntax is made of. */
const longestParagraph = { lines: 2_000, length: 200_000, marks: 2_000 };
/** Blocks within blocks that start on one line. */
const mostContainers = 100;

const longLine = { message: 'This line is too long to be read as Markdown; it is shown as it stands.' };
const longText = {
  message: 'This paragraph is too long to be read as Markdown; from here on it is shown as it stands.',
};

/** A syntax tree, and where Markdown was not read as such. */
export interface BudgetedTree {
  readonly root: Root;
  readonly problems: readonly Problem[];
}

/** A stretch of a text that the parser never sees. */
interface Withheld {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly message: string;
}

/** A stretch together with what stands for it in the text that is parsed. */
interface Stand extends Withheld {
  readonly original: string;
  /** Where what stands for it ends in the text that is parsed. */
  readonly shortEnd: Point;
  /** Where the stretch ends in the whole text. */
  readonly longEnd: Point;
}

interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/**
 * Parses a text, except for lines and paragraphs that would take the parser too long: each is one plain word to it, and
 * stands in the tree as it was written, all positions being those in the whole text.
 *
 * @param text Any text.
 * @param parse The parser for what is left.
 */
export function* parseWithinBudget(text: string, parse: ParseInSteps): Steps<BudgetedTree> {
  const withheld = overBudget(text);
  if (withheld.length === 0) {
    return { root: yield* parse(text), problems: [] };
  }
  const mark = unusedMark(text);
  const { short, stands } = shortened(text, withheld, mark);
  const root = yield* parse(short);
  const unread = restore(root, stands, mark);
  return { root, problems: unread.map(({ line, message }) => ({ line, message, args: [] })) };
}

/** The characters that inline syntax is made of, each with its place in a list of counts, by character code. */
const markIndex = new Map(Array.from('[]*_`~<&!@:', (mark, index) => [mark.charCodeAt(0), index]));

/** Whether they are, by character code. */
const isMark = new Uint8Array(0x10000);
for (const code of markIndex.keys()) {
  isMark[code] = 1;
}

/** A line that may begin with more containers than are read. */
const deepLine = new RegExp(`^[ \\t>+*\\d.)-]{${mostContainers + 1}}`, 'u');

/** What a paragraph holds, as far as can be told by its lines: maybe more than the parser's paragraph, never less. */
class Paragraph {
  readonly #scale: number;
  readonly #marks = new Uint32Array(markIndex.size);
  #lines = 0;
  #length = 0;

  constructor(scale: number) {
    this.#scale = scale;
  }

  /** Adds a line, and tells whether all is still within the budget. */
  add(line: string): boolean {
    this.#lines += 1;
    this.#length += line.length;
    let most = 0;
    for (let index = 0; index < line.length; index += 1) {
      const mark = markIndex.get(line.charCodeAt(index));
      if (mark !== undefined) {
        const count = (this.#marks[mark] ?? 0) + 1;
        this.#marks[mark] = count;
        most = Math.max(most, count);
      }
    }
    const { lines, length, marks } = longestParagraph;
    return this.#lines <= lines * this.#scale && this.#length <= length * this.#scale && most <= marks * this.#scale;
  }

  end(): void {
    if (this.#lines > 0) {
      this.#marks.fill(0);
      this.#lines = 0;
      this.#length = 0;
    }
  }
}

/**
 * Whether a text is within the budget in any case: no lines between empty ones have more than one paragraph may have, even
 * if all marks in them are of one kind. Nearly all texts are, and this costs a small part of telling for sure.
 */
function isSurelyWithin(text: string): boolean {
  let [lineStart, lines, blockStart, marks] = [0, 0, 0, 0];
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x0a;
    if (unit !== 0x0a && unit !== 0x0d) {
      marks += isMark[unit] ?? 0;
      continue;
    }
    if (at > lineStart) {
      lines += 1;
      const isTooDeep = at - lineStart > mostContainers && deepLine.test(text.slice(lineStart, at));
      if (isTooDeep || at - lineStart > longestLine || lines > longestParagraph.lines) {
        return false;
      }
    }
    if (marks > longestParagraph.marks || at - blockStart > longestParagraph.length) {
      return false;
    }
    if (at === lineStart && (unit === 0x0d || text.charCodeAt(at - 1) !== 0x0d)) {
      [lines, blockStart, marks] = [0, at, 0];
    }
    lineStart = at + 1;
  }
  return true;
}

function overBudget(text: string): Withheld[] {
  if (isSurelyWithin(text)) {
    return [];
  }
  const found: Withheld[] = [];
  const lineEnd = /\r\n?|\n|$/gu;
  const paragraph = new Paragraph(1);
  // Rows of a table and lines of code are parsed each by itself. But only what looks like them can be told here.
  const rows = new Paragraph(10);
  // The closing line of front matter ends whatever is withheld in it.
  const closingLine = (endOfFrontMatter(text)?.line ?? 0) - 1;
  let fence: string | undefined;
  let isOver = false;
  for (let start = 0, line = 1; start < text.length; line += 1) {
    const end = lineEnd.exec(text)?.index ?? text.length;
    const { own, startsBlock, isTooDeep } = blockPrefix(text, start, end);
    const content = end - own > longestLine ? '' : text.slice(own, end);
    const isBlank = end - own > longestLine ? false : content.trim() === '';
    if (startsBlock || isBlank || line === closingLine) {
      paragraph.end();
      rows.end();
      isOver = false;
    }
    const [bar] = /^(?:`{3,}|~{3,})/u.exec(content) ?? [];
    if (bar !== undefined && (fence === undefined || bar.startsWith(fence))) {
      fence = fence === undefined ? bar : undefined;
    }
    if (bar !== undefined || fence !== undefined || content.startsWith('|')) {
      paragraph.end();
    }
    const isLong = !isBlank && (end - start > longestLine || isTooDeep);
    const isWithin = isLong || isBlank || (rows.add(content) && (fence !== undefined || paragraph.add(content)));
    const last = found.at(-1);
    if (isOver && last) {
      found[found.length - 1] = { ...last, end };
    } else if (isLong || !isWithin) {
      found.push({ start: own, end, line, ...(isLong ? longLine : longText) });
    }
    isOver ||= !isWithin;
    start = Math.max(lineEnd.lastIndex, end);
  }
  return found;
}

/** Skips the marks of the containers that start or go on at a line's start. */
function blockPrefix(
  text: string,
  start: number,
  end: number,
): { own: number; startsBlock: boolean; isTooDeep: boolean } {
  const mark = /[ \t]{0,99}(?:>|([-+*]|\d{1,9}[.)])(?=[ \t]))/uy;
  let own = start;
  let startsBlock = false;
  for (let count = 0; own < end; count += 1) {
    if (count > mostContainers) {
      return { own: start, startsBlock: true, isTooDeep: true };
    }
    mark.lastIndex = own;
    const found = mark.exec(text);
    if (!found || mark.lastIndex > end) {
      break;
    }
    startsBlock ||= found[1] !== undefined;
    own = mark.lastIndex;
  }
  const space = /[ \t]{0,99}/uy;
  space.lastIndex = own;
  own += space.exec(text)?.[0].length ?? 0;
  return {
    own,
    startsBlock: startsBlock || /^#{1,6}(?:[ \t]|$)/u.test(text.slice(own, Math.min(end, own + 7))),
    isTooDeep: false,
  };
}

/** Characters for private use, one more than the text has in a row anywhere: no syntax, and not in the text. */
function unusedMark(text: string): string {
  const runs = text.match(/\uE000+/gu) ?? [];
  return '\uE000'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
}

function shortened(text: string, withheld: readonly Withheld[], mark: string): { short: string; stands: Stand[] } {
  const parts: string[] = [];
  const stands: Stand[] = [];
  let [length, from, linesLess] = [0, 0, 0];
  withheld.forEach((stretch, index) => {
    const stand = `${mark}${index}${mark}`;
    const original = text.slice(stretch.start, stretch.end);
    const lines = original.split(/\r\n?|\n/u);
    parts.push(text.slice(from, stretch.start), stand);
    length += stretch.start - from + stand.length;
    from = stretch.end;
    const column = stretch.start - startOfLine(text, stretch.start) + 1;
    const shortEnd = { line: stretch.line - linesLess, column: column + stand.length, offset: length };
    linesLess += lines.length - 1;
    const lastColumn = (lines.length === 1 ? column : 1) + (lines.at(-1)?.length ?? 0);
    const longEnd = { line: stretch.line + lines.length - 1, column: lastColumn, offset: stretch.end };
    stands.push({ ...stretch, original, shortEnd, longEnd });
  });
  return { short: parts.join('') + text.slice(from), stands };
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') {
    start -= 1;
  }
  return start;
}

/**
 * Puts back into a tree what was withheld, and moves all positions behind it. Walks without calling itself.
 *
 * @returns What stands where Markdown would have been read, so that something may be missing in the tree.
 */
function restore(root: Root, stands: readonly Stand[], mark: string): Stand[] {
  const unread = new Set(stands);
  const stand = new RegExp(`${mark}(\\d+)${mark}`, 'gu');
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const { type } = node;
    const isVerbatim = type === 'code' || type === 'html' || type === 'yaml';
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string' && value.includes(mark)) {
        const restored = value.replace(stand, (written, index: string) => {
          const found = stands[Number(index)];
          if (found && isVerbatim) {
            unread.delete(found);
          }
          return found?.original ?? written;
        });
        Object.assign(node, { [key]: restored });
      }
    }
    for (const point of node.position ? [node.position.start, node.position.end] : []) {
      Object.assign(point, placeInWhole({ ...point, offset: point.offset ?? 0 }, stands));
    }
    if ('children' in node) {
      node.children.forEach((child) => open.push(child));
    }
  }
  return [...unread];
}

function placeInWhole(point: Point, stands: readonly Stand[]): Point {
  let [low, high] = [0, stands.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    [low, high] = (stands[middle]?.shortEnd.offset ?? 0) <= point.offset ? [middle + 1, high] : [low, middle];
  }
  const before = stands[low - 1];
  if (!before) {
    return point;
  }
  const { shortEnd, longEnd } = before;
  return {
    line: point.line - shortEnd.line + longEnd.line,
    column: point.line === shortEnd.line ? point.column - shortEnd.column + longEnd.column : point.column,
    offset: point.offset - shortEnd.offset + longEnd.offset,
  };
}
