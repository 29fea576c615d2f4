import type { PhrasingContent } from 'mdast';
import { characterKind, isAlphanumeric } from './characterKind.js';
import type { Content } from './content.js';
import { runAt } from './delimiters.js';
import { buildInlines, plainValue, type Mark } from './inlineTree.js';
import { decline } from './notPlain.js';
import { readResource } from './resource.js';
import { urlEnd } from './urlEnd.js';

/** Longest run of backticks that is read: each length may be looked for once up to the content's end. */
const longestFence = 8;
/** Most brackets that are open at once. */
const mostOpeners = 30;
const punctuation = /[!-/:-@[-`{-~]/;
const reference = /&#?\w+;/y;
const special = new Uint8Array(128);
for (const character of '\n\t\0&*:<@W[\\]_`w~') {
  special[character.charCodeAt(0)] = 1;
}

interface Opener {
  /** How many marks there are before it. */
  readonly marks: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Reads what stands in a paragraph, heading or cell.
 *
 * @param content Its text and lines.
 * @param from Where it starts, at no white space.
 * @param to Where it ends.
 * @param inTable Whether a backslash before a bar counts in code, too.
 * @throws {Error} `notPlain` where there is something that is not sure to be understood.
 */
export function readInlines(content: Content, from: number, to: number, inTable = false): PhrasingContent[] {
  if (from < to && isText(content.text, from, to)) {
    return [{ type: 'text', value: content.text.slice(from, to), position: content.position(from, to) }];
  }
  return new InlineReader(content, from, to, inTable).read();
}

/** Whether there is nothing but text, as in most contents, and no white space at its end. */
function isText(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128 && special[code] === 1) {
      return false;
    }
  }
  return text.charCodeAt(to - 1) !== 32;
}

class InlineReader {
  readonly #content: Content;
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  readonly #inTable: boolean;
  readonly #marks: Mark[] = [];
  readonly #openers: Opener[] = [];
  /** Openers of links below this height have a link within, so that they can be none. */
  #inactive = 0;
  /** Where the first of the URLs is that are none if they turn out to be within a link, and else not read here. */
  #doubtful = Infinity;
  /** A bit for each length of backticks that close nothing from here on. */
  #unclosed = 0;
  /** Where the next `>` is, if that was looked for. */
  #greater = 0;
  /** Where the last mark ends: what is behind it is text so far. */
  #done: number;

  constructor(content: Content, from: number, to: number, inTable: boolean) {
    this.#content = content;
    this.#text = content.text;
    this.#from = from;
    this.#to = to;
    this.#inTable = inTable;
    this.#done = from;
  }

  read(): PhrasingContent[] {
    const [text, to] = [this.#text, this.#to];
    for (let at = this.#from; at < to;) {
      const code = text.charCodeAt(at);
      at = code < 128 && special[code] === 1 ? this.#readSpecial(code, at) : at + 1;
    }
    let end = to;
    while (end > this.#done && text.charCodeAt(end - 1) === 32) {
      end -= 1;
    }
    if (this.#doubtful < to) {
      decline();
    }
    return buildInlines(this.#content, this.#marks, this.#from, end);
  }

  /** Reads what may start with a character, and tells where to go on. */
  #readSpecial(code: number, at: number): number {
    const next = at + 1 < this.#to ? this.#text.charCodeAt(at + 1) : 0;
    switch (code) {
      case 10:
        return this.#readLineEnd(at, false);
      case 42:
      case 95:
      case 126:
        return this.#readRun(code, at);
      case 96:
        return this.#readCode(at);
      case 91: {
        const isImage = at > this.#done && this.#text.charCodeAt(at - 1) === 33;
        this.#openers.push({ marks: this.#marks.length, from: isImage ? at - 1 : at, to: at + 1 });
        return this.#openers.length > mostOpeners ? decline() : at + 1;
      }
      case 93:
        return this.#closeBracket(next, at);
      case 92:
        return this.#readEscape(next, at);
      case 58:
        return next === 47 && this.#text.charCodeAt(at + 2) === 47 ? this.#readProtocol(at) : at + 1;
      case 87:
      case 119:
        return this.#text.slice(at, at + 4).toLowerCase() === 'www.' ? this.#readWww(at) : at + 1;
      case 38:
        reference.lastIndex = at;
        return reference.test(this.#text) ? decline() : at + 1;
      case 60:
        return this.#readLess(next, at);
      case 64:
        return /[\w+\-.]/.test(this.#text.charAt(at - 1)) && /[\w\\.-]/.test(String.fromCharCode(next))
          ? decline()
          : at + 1;
      default:
        return decline();
    }
  }

  #mark(from: number, to: number, rest: Omit<Mark, 'from' | 'to'> = {}): number {
    this.#marks.push({ from, to, ...rest });
    this.#done = to;
    return to;
  }

  #readLineEnd(at: number, isEscaped: boolean): number {
    const text = this.#text;
    const end = text.charCodeAt(at - 1) === 13 ? at - 1 : at;
    let start = isEscaped ? end - 1 : end;
    while (!isEscaped && start > this.#done && text.charCodeAt(start - 1) === 32) {
      start -= 1;
    }
    let next = at + 1;
    while (text.charCodeAt(next) === 32) {
      next += 1;
    }
    if (isEscaped || end - start > 1) {
      return this.#mark(start, next, { node: { type: 'break', position: this.#content.position(start, at + 1) } });
    }
    if (start < end) {
      this.#mark(start, end);
    }
    return next > at + 1 ? this.#mark(at + 1, next) : next;
  }

  #readEscape(next: number, at: number): number {
    if (next === 10 || next === 13) {
      return this.#readLineEnd(next === 10 ? at + 1 : at + 2, true);
    }
    if (next === 0 || !punctuation.test(String.fromCharCode(next))) {
      return at + 1;
    }
    // What looks like an address when the backslash is gone becomes a link without a position.
    if (next === 47 || next === 58 || next === 64 || (next === 46 && (this.#text.charCodeAt(at - 1) | 32) === 119)) {
      decline();
    }
    this.#mark(at, at + 1, { isText: true });
    return (this.#done = at + 2);
  }

  #readRun(code: number, at: number): number {
    const end = this.#runEnd(code, at);
    if (code === 126 && at > this.#from && this.#text.charCodeAt(at - 1) === 126) {
      decline();
    }
    return code === 126 && end - at > 2
      ? end
      : this.#mark(at, end, { run: runAt(this.#text, at, end, this.#from, this.#to) });
  }

  #runEnd(code: number, at: number): number {
    while (at < this.#to && this.#text.charCodeAt(at) === code) {
      at += 1;
    }
    return at;
  }

  #readCode(at: number): number {
    const start = this.#runEnd(96, at);
    const size = start - at;
    if (size > longestFence) {
      decline();
    }
    let end = (this.#unclosed >> size) & 1 ? -1 : this.#text.indexOf('`', start);
    while (end >= 0 && end < this.#to) {
      const next = this.#runEnd(96, end);
      if (next - end === size) {
        const value = codeValue(this.#text.slice(start, end), this.#inTable);
        return this.#mark(at, next, {
          node: { type: 'inlineCode', value, position: this.#content.position(at, next) },
        });
      }
      end = this.#text.indexOf('`', next);
    }
    this.#unclosed |= 1 << size;
    this.#lookAhead();
    return start;
  }

  #closeBracket(next: number, at: number): number {
    const opener = this.#openers.pop();
    const height = this.#openers.length;
    const isActive = height >= this.#inactive;
    this.#inactive = Math.min(this.#inactive, height);
    const isImage = opener && opener.to - opener.from > 1;
    if (!opener || !(isActive || isImage)) {
      return at + 1;
    }
    if (next !== 40) {
      if (next === 91) {
        this.#lookAhead();
      }
      return at + 1;
    }
    const resource = readResource(this.#text, at + 1);
    if (!resource || resource.end > this.#to) {
      return decline();
    }
    const { url, title, end } = resource;
    const children = buildInlines(this.#content, this.#marks.splice(opener.marks), opener.to, at);
    const position = this.#content.position(opener.from, end);
    if (this.#doubtful >= opener.from) {
      this.#doubtful = Infinity;
    }
    if (isImage) {
      return this.#mark(opener.from, end, { node: { type: 'image', title, url, alt: plainValue(children), position } });
    }
    this.#inactive = height;
    return this.#mark(opener.from, end, { node: { type: 'link', title, url, children, position } as PhrasingContent });
  }

  #readProtocol(at: number): number {
    const scheme = /https?$/i.exec(this.#text.slice(Math.max(this.#from, at - 5), at));
    if (!scheme) {
      return at + 1;
    }
    const start = at - scheme[0].length;
    const domain = at + 3;
    if (start > this.#from && isAlphanumeric(this.#text.charCodeAt(start - 1))) {
      decline();
    }
    return this.#readUrl(start, domain, '');
  }

  #readWww(at: number): number {
    const before = at > this.#from ? this.#text.charAt(at - 1) : ' ';
    // Right behind a letter it is text, and behind other characters a link without a position.
    if (!' \n(*_[]~'.includes(before) && this.#openers.length === 0) {
      return characterKind(before.charCodeAt(0)) === 0 ? at + 4 : decline();
    }
    return characterKind(this.#text.charCodeAt(at + 4)) > 0 ? decline() : this.#readUrl(at, at, 'http://');
  }

  #readUrl(start: number, domain: number, prefix: string): number {
    if (this.#openers.length > 0) {
      this.#doubtful = Math.min(this.#doubtful, start);
      return Math.max(domain, start + 4);
    }
    const end = urlEnd(this.#text, domain, this.#to);
    const value = this.#text.slice(start, end);
    if (prefix !== '' && value.includes('@')) {
      decline();
    }
    const children: PhrasingContent[] = [{ type: 'text', value, position: this.#content.position(start, end) }];
    const position = this.#content.position(start, end);
    const node = { type: 'link', title: null, url: prefix + value, children, position } as PhrasingContent;
    return this.#mark(start, end, { node });
  }

  #readLess(next: number, at: number): number {
    if (!/[A-Za-z/!?]/.test(String.fromCharCode(next))) {
      return at + 1;
    }
    if (this.#greater < at) {
      const found = this.#text.indexOf('>', at);
      this.#greater = found < 0 ? Infinity : found;
    }
    this.#lookAhead();
    return this.#greater < this.#to ? decline() : at + 1;
  }

  /** Gives up where looking ahead in vain makes micromark count columns differently: behind marks of containers. */
  #lookAhead(): void {
    if (this.#content.isIndented) {
      decline();
    }
  }
}

function codeValue(value: string, inTable: boolean): string {
  const isPadded = /^[ \r\n]/.test(value) && /[ \n]$/.test(value) && /[^ \r\n]/.test(value);
  const inner = isPadded ? value.replace(/^(?: |\r?\n)|(?: |\r?\n)$/g, '') : value;
  return inTable ? inner.replace(/\\[\\|]/g, (pair) => (pair === '\\|' ? '|' : pair)) : inner;
}
