import type { List, RootContent, Table } from 'mdast';
import { Containers } from './containers.js';
import { Content, type Position } from './content.js';
import { openFence, type CodeFence } from './codeFence.js';
import { readHeading } from './heading.js';
import { isInterrupting, isThematicBreak, readListMarker, type ListMarker } from './listMarker.js';
import { decline } from './notPlain.js';
import { headingNode, paragraphNode } from './paragraphNode.js';
import { ParagraphLines } from './paragraphLines.js';
import { readAlignment, readRow } from './tableRow.js';

/** Reads the blocks of a text. Tabs are known only within code. */
export class BlockReader {
  readonly containers = new Containers();
  readonly #text: string;
  readonly #content = new Content();
  readonly #paragraph = new ParagraphLines();
  #fence: CodeFence | undefined;
  #table: Table | undefined;
  /** The end of the last line that is not blank: there end the containers that the next line closes. */
  #end: Position['end'] = { line: 1, column: 1, offset: 0 };
  #line: number;
  #lineStart: number;
  #lineEnd = 0;
  /** Behind what belongs to containers. */
  #at = 0;
  /** Behind the white space there. */
  #from = 0;

  /**
   * @param text The text.
   * @param lineStart Where the first line starts.
   * @param line Its number.
   */
  constructor(text: string, lineStart: number, line: number) {
    this.#text = text;
    this.#lineStart = lineStart;
    this.#line = line;
  }

  /**
   * Reads all blocks into `containers.root`.
   *
   * @returns Where the text ends.
   * @throws {Error} `notPlain` where there is something that is not sure to be understood.
   */
  read(): Position['end'] {
    const text = this.#text;
    while (this.#lineStart < text.length) {
      const found = text.indexOf('\n', this.#lineStart);
      const end = found < 0 ? text.length : found;
      this.#lineEnd = text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      this.#readLine(end + 1);
      if (found < 0) {
        break;
      }
      this.#lineStart = end + 1;
      this.#line += 1;
    }
    if (this.#fence) {
      // Within a container, it would end where that does.
      this.#closeFence(this.containers.open.length > 0 ? decline() : this.#fence, text.length);
    }
    this.#close(0);
    return this.#point(text.length);
  }

  #point(at: number): Position['start'] {
    return { line: this.#line, column: at - this.#lineStart + 1, offset: at };
  }

  #codeAt(at: number): number {
    return at < this.#lineEnd ? this.#text.charCodeAt(at) : 0;
  }

  #moveTo(at: number): void {
    this.#at = at;
    while (this.#codeAt(at) === 32) {
      at += 1;
    }
    this.#from = at;
  }

  #rest(): string {
    return this.#text.slice(this.#from, this.#lineEnd);
  }

  /** Ends the block that is open, and all containers but some. */
  #close(depth: number): void {
    this.#table = undefined;
    if (this.#paragraph.count > 0) {
      this.#closeParagraph();
    }
    this.containers.close(depth, this.#end);
  }

  #readLine(next: number): void {
    const { open } = this.containers;
    this.#moveTo(this.#lineStart);
    const { depth, isMarked, isNew } = this.#continueContainers();
    const isContinued = depth === open.length;
    if (this.#fence) {
      this.#readFenceLine(isContinued ? this.#fence : decline(), next);
    } else if (this.#from < this.#lineEnd) {
      this.#readBlock(depth, isContinued);
    } else if (!isNew) {
      this.#close(depth);
      this.containers.noteBlank();
      if (!isMarked) {
        return;
      }
    }
    this.containers.isAfterBlank = false;
    this.#end = this.#point(this.#lineEnd);
  }

  /**
   * Goes behind what a line has of the containers that are open, and tells how many go on, whether there is a mark of one,
   * and whether the last is a list's next item.
   */
  #continueContainers(): { depth: number; isMarked: boolean; isNew: boolean } {
    const { open } = this.containers;
    let [depth, isMarked, isNew] = [0, false, false];
    for (; depth < open.length; depth += 1) {
      const container = open[depth];
      const indent = this.#from - this.#at;
      if (!container?.list) {
        if (indent > 3 || this.#codeAt(this.#from) !== 62) {
          break;
        }
        isMarked = true;
        this.#skipQuoteMark();
      } else if (this.#from >= this.#lineEnd) {
        if (container.node.children.length === 0 && this.#paragraph.count === 0 && !this.#fence) {
          container.size = Infinity;
        }
        this.#at = Math.min(this.#at + container.size, this.#from);
      } else if (indent >= container.size) {
        this.#at += container.size;
      } else {
        const marker = indent < 4 ? readListMarker(this.#text, this.#from, this.#lineEnd) : undefined;
        if (!marker || marker.code !== container.code) {
          break;
        }
        const { list } = container;
        if (this.#fence) {
          decline();
        }
        this.#close(depth + 1);
        this.containers.close(depth, this.#end, list);
        list.spread = list.spread === true || this.containers.isAfterBlank;
        this.#openItem(list, marker);
        isNew = true;
      }
    }
    if (this.#codeAt(this.#from) === 9 && !(this.#fence && depth === open.length)) {
      decline();
    }
    return { depth, isMarked, isNew };
  }

  #skipQuoteMark(): void {
    const at = this.#from + 1;
    if (this.#codeAt(at) === 9) {
      decline();
    }
    this.#moveTo(this.#codeAt(at) === 32 ? at + 1 : at);
  }

  #openItem(list: List, marker: ListMarker): void {
    const [at, from] = [this.#at, this.#from];
    this.#moveTo(marker.end);
    const space = this.#from - marker.end;
    const isEmpty = this.#from >= this.#lineEnd;
    if (this.#codeAt(this.#from) === 9 || (space > 4 && !isEmpty)) {
      decline();
    }
    this.containers.openItem(list, this.#point(from), marker.code, marker.end - at + (isEmpty ? 1 : space));
    this.#at = this.#from;
  }

  #readBlock(depth: number, isContinued: boolean): void {
    const mayInterrupt = this.#paragraph.count > 0 && isContinued;
    let isOpened = false;
    while (this.#from - this.#at < 4 && this.#from < this.#lineEnd) {
      const isQuote = this.#codeAt(this.#from) === 62;
      const marker = isQuote ? undefined : readListMarker(this.#text, this.#from, this.#lineEnd);
      if (!isQuote && (!marker || (mayInterrupt && !isInterrupting(this.#text, marker, this.#from, this.#lineEnd)))) {
        break;
      }
      if (!isOpened) {
        this.containers.checkQuotes(depth);
        this.#close(depth);
      }
      isOpened = true;
      const start = this.#point(this.#from);
      if (marker) {
        this.#openItem(this.containers.openList(start, marker), marker);
      } else {
        this.containers.openQuote(start);
        this.#skipQuoteMark();
        if (this.#codeAt(this.#from) === 9) {
          decline();
        }
      }
      this.containers.isAfterBlank = false;
    }
    if (this.#from < this.#lineEnd) {
      this.#readLeaf(isOpened ? this.containers.open.length : depth, isContinued && !isOpened);
    }
  }

  /**
   * Reads what is no container.
   *
   * @param depth How many containers are open on this line.
   * @param isContinued Whether these are those of the block before, if that is still open.
   */
  #readLeaf(depth: number, isContinued: boolean): void {
    const [text, from, end] = [this.#text, this.#from, this.#lineEnd];
    const code = text.charCodeAt(from);
    const isParagraph = this.#paragraph.count > 0;
    if (from - this.#at > 3) {
      this.#addLine(isParagraph ? false : decline());
      return;
    }
    if (code === 60 && /[A-Za-z/!?]/.test(text.charAt(from + 1))) {
      decline();
    }
    if (isParagraph && isContinued) {
      if ((code === 45 || code === 61) && /^(?:-+|=+) *$/.test(this.#rest())) {
        this.#closeParagraph(code === 61 ? 1 : 2);
        return;
      }
      if ((code === 45 || code === 58 || code === 124) && this.#openTable()) {
        return;
      }
    }
    const block = this.#lineBlock(code);
    if (block) {
      this.#close(depth);
      this.containers.start();
      this.containers.add(block);
      return;
    }
    const fence = code === 96 || code === 126 ? openFence(this.#rest(), this.#point(from), from - this.#at) : undefined;
    if (fence) {
      this.#close(depth);
      this.containers.start();
      this.#fence = fence;
      return;
    }
    if (code === 91 && text.charCodeAt(from + 1) === 94 && this.#rest().includes(']:')) {
      decline();
    }
    if (this.#table && isContinued) {
      this.#addRow(this.#table, this.#line, this.#lineStart, from, end);
      return;
    }
    // To micromark, the line behind a quoted table might go on with it, and no table starts on such.
    const mayBeHead = isContinued || !(isParagraph || this.#table);
    if (!isParagraph) {
      this.#close(depth);
    }
    this.#addLine(mayBeHead);
  }

  #addLine(mayBeHead: boolean): void {
    const paragraph = this.#paragraph;
    const isFirst = paragraph.count === 0;
    if (isFirst) {
      this.containers.start();
      paragraph.line = this.#line;
    }
    paragraph.mayBeHead = mayBeHead;
    paragraph.add(this.#lineStart, isFirst ? this.#from : this.#at, this.#lineEnd);
  }

  /** Makes a node of the paragraph: a heading, if it has a line below it. */
  #closeParagraph(depth?: 1 | 2): void {
    const [text, paragraph, content] = [this.#text, this.#paragraph, this.#content];
    const { line } = paragraph;
    const { from, to } = paragraph.take(text, content);
    const end = depth && this.#point(this.#lineEnd);
    const item = this.containers.item();
    // Only where it is the first block of an item, on its first line, is it known to be a task.
    const task = item?.line === line && item.node.children.length === 0 ? item.node : undefined;
    this.containers.add(
      depth && end ? headingNode(content, from, to, depth, end) : paragraphNode(content, from, to, task),
    );
  }

  /** A block that is just this line. */
  #lineBlock(code: number): RootContent | undefined {
    if (code === 35) {
      this.#takeLine(this.#line, this.#lineStart);
      return readHeading(this.#content, this.#from, this.#lineEnd);
    }
    return isThematicBreak(this.#text, this.#from, this.#lineEnd)
      ? { type: 'thematicBreak', position: { start: this.#point(this.#from), end: this.#point(this.#lineEnd) } }
      : undefined;
  }

  /** Makes one line the content. */
  #takeLine(line: number, start: number): void {
    this.#content.reset(this.#text, line);
    this.#content.add(start, start, 1);
  }

  #readFenceLine(fence: CodeFence, next: number): void {
    const [at, from] = [this.#at, this.#from];
    if (from - at < 4 && fence.isClosedBy(this.#rest())) {
      this.#closeFence(fence, this.#lineEnd);
    } else if (from - at < fence.indent && this.#codeAt(from) === 9) {
      decline();
    } else {
      fence.value += this.#text.slice(Math.min(from, at + fence.indent), next);
    }
  }

  #closeFence(fence: CodeFence, end: number): void {
    this.containers.add(fence.node(this.#point(end)));
    this.#fence = undefined;
  }

  /** Takes the last line of the paragraph for the head of a table, if this line is one below such. */
  #openTable(): boolean {
    const [text, paragraph] = [this.#text, this.#paragraph];
    const head = paragraph.last(text);
    const align = readAlignment(this.#rest(), text, head.from, head.end);
    if (!align) {
      return false;
    }
    if (!paragraph.mayBeHead) {
      decline();
    }
    paragraph.pop(text);
    if (paragraph.count > 0) {
      this.#closeParagraph();
      this.containers.start();
    }
    this.#table = { type: 'table', align, children: [] };
    this.containers.add(this.#table);
    this.#addRow(this.#table, this.#line - 1, head.start, head.from, head.end, this.#point(this.#lineEnd));
    return true;
  }

  #addRow(table: Table, line: number, lineStart: number, from: number, to: number, end?: Position['end']): void {
    this.#takeLine(line, lineStart);
    table.children.push(readRow(this.#content, from, to));
    const position = this.#content.position(from, to);
    table.position = { start: table.position?.start ?? position.start, end: end ?? position.end };
  }
}
