/** A line at which a text can be cut without changing how either side is read. */
export interface Cut {
  /** Where the line starts. */
  readonly offset: number;
  /** Number of the line, from 1. */
  readonly line: number;
  /** Whether a new top-level block starts here, or the next item of a top-level list that is still open. */
  readonly starts: 'block' | 'item';
}

/** The outermost list item that is open. Only it matters: whatever is nested in it ends with it. */
interface OpenItem {
  /** A bullet, or the character behind a number. */
  readonly marker: string;
  /** Column from which on a line belongs to the item. */
  content: number;
  /** Whether nothing but its marker was seen yet: one more blank line and nothing can be added to it. */
  bare: boolean;
}

/**
 * What may be open between two lines. `unknown`: maybe a list item, maybe none, since a line of text went on with the
 * item's paragraph or ended the list, which only a full parser can tell.
 */
type Item = OpenItem | 'none' | 'unknown';

/** A top-level block that goes on, whatever its lines look like, until a line ends it. */
interface Opaque {
  ends(line: string, indent: number): boolean;
  /** Lines indented less end it, if it lies in a list item; then what follows cannot be known. 0 if it surely does not. */
  readonly doubtBelow: number;
}

/** HTML that ends with a mark of its own: how it starts, where it ends behind that start, and on later lines. */
const opaqueHtml: readonly { start: RegExp; endBehind: RegExp; end: RegExp }[] = [
  {
    start: /^<(?:pre|script|style|textarea)(?=[ \t>]|$)/iu,
    endBehind: /<\/(?:pre|script|style|textarea)>/iu,
    end: /<\/(?:pre|script|style|textarea)>/iu,
  },
  { start: /^<!--/u, endBehind: /^-*>|-->/u, end: /-->/u },
  { start: /^<\?/u, endBehind: /^>|\?>/u, end: /\?>/u },
  { start: /^<![A-Za-z]/u, endBehind: />/u, end: />/u },
  // micromark reads “]]]>” unlike the specification: it does not end the block. So nothing surely does.
  { start: /^<!\[CDATA\[/u, endBehind: /(?!)/u, end: /(?!)/u },
];
const blockTag =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[ \t>]|\/>|$)/iu;
const anyTag = /^<\/?[A-Za-z][A-Za-z0-9-]*(?:[ \t/>].*)?$/su;
const frontMatterStart = /^---[ \t]*(?:\r\n?|\n)/u;
const heading = /^#{1,6}(?:[ \t]|$)/u;
const thematicBreak = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const listMarker = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/u;

/**
 * Finds the lines at which a Markdown text can be cut: headings, blocks after a blank line, items of top-level lists. It
 * reads containers and code just well enough for that, in one pass. Where it cannot be sure, it does not cut.
 *
 * @param text Without a byte order mark.
 * @returns In document order; never at offset 0.
 */
export function cut(text: string): Cut[] {
  const scanner = new Scanner();
  const front = endOfFrontMatter(text);
  // While it looks for an end that is not there, micromark reads no containers, in all of the text; and it leaves out a
  // byte order mark.
  if ((!front && frontMatterStart.test(text)) || text.startsWith('\uFEFF')) {
    return [];
  }
  if (front) {
    scanner.cuts.push({ ...front, starts: 'block' });
  }
  let { offset, line } = front ?? { offset: 0, line: 1 };
  const lineEnd = /\r\n?|\n/gu;
  lineEnd.lastIndex = offset;
  while (offset < text.length && !scanner.lost) {
    const end = lineEnd.exec(text);
    scanner.read(text.slice(offset, end?.index), offset, line);
    offset = end ? lineEnd.lastIndex : text.length;
    line += 1;
  }
  return scanner.cuts.filter((found, index, all) => found.offset > 0 && found.offset !== all[index - 1]?.offset);
}

/**
 * Where the text behind the front matter starts. Front matter that nothing closes is none.
 *
 * @param text Without a byte order mark.
 */
export function endOfFrontMatter(text: string): { offset: number; line: number } | undefined {
  const open = frontMatterStart.exec(text);
  if (!open) {
    return undefined;
  }
  const close = /(?:^|\r\n?|\n)---[ \t]*(?:\r\n?|\n)/gu;
  // One step back: the opening line's end may be the one before the closing line.
  close.lastIndex = open[0].length - 1;
  const found = close.exec(text);
  if (!found) {
    return undefined;
  }
  const offset = close.lastIndex;
  return { offset, line: (text.slice(0, offset).match(/\r\n?|\n/gu) ?? []).length + 1 };
}

class Scanner {
  readonly cuts: Cut[] = [];
  /** Whether nothing can be known about the lines that follow. */
  lost = false;
  #item: Item = 'none';
  #opaque: Opaque | undefined;
  /** What starts with a tag: surely HTML up to the next blank line, or maybe. */
  #html: 'sure' | 'maybe' | undefined;
  #afterBlank = true;
  /**
   * Whether the last line that is not blank may be indented code. micromark takes it to go on behind a blank line, so that
   * the first line of a container there, like one in a paragraph, is read by stricter rules.
   */
  #afterCode = false;

  read(line: string, offset: number, number: number): void {
    const { indent, rest } = indentation(line);
    const afterBlank = this.#afterBlank;
    this.#afterBlank = rest === '';
    if (this.#opaque) {
      this.#goOn(this.#opaque, rest, indent);
    } else if (rest === '') {
      this.#readBlank();
    } else if (this.#html) {
      // Whether this is HTML or something else: what would change the state of all that follows must not come here.
      this.#readMaybeHtml(rest, indent);
    } else if (!this.#isInItem(indent)) {
      const starts = this.#readStart(rest, indent, afterBlank);
      this.#afterCode = indent > 3;
      if (starts && !this.lost) {
        this.cuts.push({ offset, line: number, starts });
      }
    } else if (typeof this.#item === 'object') {
      this.#item.bare = false;
    }
  }

  #readMaybeHtml(rest: string, indent: number): void {
    if (this.#html === 'maybe' && indent < 4) {
      this.lost = opensOpaque(rest);
      this.#item = listMarker.test(rest) ? 'unknown' : this.#item;
    }
  }

  #goOn(opaque: Opaque, rest: string, indent: number): void {
    if (rest !== '' && indent < opaque.doubtBelow) {
      this.lost = true;
    } else if (opaque.ends(rest, indent)) {
      this.#opaque = undefined;
      this.#afterBlank = false;
    }
  }

  #readBlank(): void {
    this.#html = undefined;
    if (typeof this.#item === 'object' && this.#item.bare) {
      this.#item.content = Infinity;
    }
  }

  #isInItem(indent: number): boolean {
    return typeof this.#item === 'object' && indent >= this.#item.content;
  }

  /** Reads a line that continues no list item for sure, and tells what starts with it for sure. */
  #readStart(rest: string, indent: number, afterBlank: boolean): Cut['starts'] | undefined {
    // From column 2 on, a line may belong to an item that may be open.
    const isOutside = this.#item !== 'unknown' || indent < 2;
    const isFree = isOutside && indent < 2;
    if (indent > 3) {
      // Code, or text that goes on. After a blank line no paragraph is open, so a list that is known has ended.
      this.#item = this.#item === 'none' || (afterBlank && this.#item !== 'unknown') ? 'none' : 'unknown';
      return undefined;
    }
    if (heading.test(rest) || thematicBreak.test(rest)) {
      this.#item = isOutside ? 'none' : 'unknown';
      // Dashes can underline a heading.
      return isFree && (afterBlank || rest.startsWith('#')) ? 'block' : undefined;
    }
    if (listMarker.test(rest)) {
      return this.#readMarker(rest, indent, afterBlank);
    }
    const isOpaque = opensOpaque(rest);
    const tag = isOpaque ? undefined : tagKind(rest);
    this.#opaque = isOpaque ? opaqueBlock(rest, isOutside ? 0 : indent) : undefined;
    this.#html = tag === 'sure' && !isOutside ? 'maybe' : tag;
    if (this.#item !== 'none') {
      const isNoText = isOpaque || tag === 'sure' || rest.startsWith('>');
      this.#item = isOutside && (isNoText || afterBlank) ? 'none' : 'unknown';
    }
    const isContainer = rest.startsWith('>') || rest.startsWith('[^');
    return afterBlank && isFree && !(isContainer && this.#afterCode) ? 'block' : undefined;
  }

  #readMarker(rest: string, indent: number, afterBlank: boolean): Cut['starts'] | undefined {
    const [prefix = '', number] = listMarker.exec(rest) ?? [];
    const marker = prefix.at(-1) ?? '';
    const before = this.#item;
    const isSibling = typeof before === 'object' && before.marker === marker;
    const behind = rest.slice(prefix.length);
    const isEmpty = /^[ \t]*$/u.test(behind);
    // Within a paragraph, these are text.
    const mayBeText = isEmpty || (number !== undefined && number !== '1');
    if (before === 'unknown' && indent > 1) {
      return undefined;
    }
    if (!isSibling && mayBeText && (!afterBlank || this.#afterCode)) {
      this.#item = 'unknown';
      return undefined;
    }
    const column = indent + prefix.length;
    const wide = indentation(behind, column).indent - column;
    const content = isEmpty || wide > 4 ? column + 1 : column + wide;
    this.#item = { marker, content, bare: isEmpty };
    if (isSibling) {
      return indent < 2 ? 'item' : undefined;
    }
    return before !== 'unknown' && afterBlank && !this.#afterCode && indent < 2 ? 'block' : undefined;
  }
}

/** The width of the white space at a line's start, tabs going to the next of every fourth column, and what follows it. */
function indentation(line: string, from = 0): { indent: number; rest: string } {
  let column = from;
  let index = 0;
  for (; line[index] === ' ' || line[index] === '\t'; index += 1) {
    column += line[index] === '\t' ? 4 - (column % 4) : 1;
  }
  return { indent: column, rest: line.slice(index) };
}

function opensOpaque(rest: string): boolean {
  return fenceOf(rest) !== undefined || (rest.startsWith('<') && opaqueHtml.some(({ start }) => start.test(rest)));
}

/**
 * The fence of the code that a line opens.
 *
 * @param rest The line from its first character on that is no white space.
 * @returns Nothing where it opens none.
 */
export function fenceOf(rest: string): string | undefined {
  return /^(?:(`{3,})[^`]*|(~{3,}).*)$/su.exec(rest)?.slice(1).find(Boolean);
}

/** The fence or HTML that a line opens, unless it ends on the same line. */
function opaqueBlock(rest: string, doubtBelow: number): Opaque | undefined {
  const fence = fenceOf(rest);
  if (fence !== undefined) {
    const closing = fence.startsWith('`') ? /^(`{3,})[ \t]*$/u : /^(~{3,})[ \t]*$/u;
    const isClosed = (line: string): boolean => (closing.exec(line)?.[1] ?? '').length >= fence.length;
    return { ends: (line, indent) => indent < 4 && isClosed(line), doubtBelow };
  }
  const html = opaqueHtml.find(({ start }) => start.test(rest));
  return !html || html.endBehind.test(rest.replace(html.start, ''))
    ? undefined
    : { ends: (line) => html.end.test(line), doubtBelow };
}

function tagKind(rest: string): 'sure' | 'maybe' | undefined {
  if (blockTag.test(rest)) {
    return 'sure';
  }
  return anyTag.test(rest) && />[ \t]*$/u.test(rest) ? 'maybe' : undefined;
}
