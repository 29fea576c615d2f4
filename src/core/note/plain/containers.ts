import type { Blockquote, List, ListItem, RootContent } from 'mdast';
import type { Position } from './content.js';
import type { ListMarker } from './listMarker.js';
import { decline } from './notPlain.js';

type Point = Position['start'];

/** Most containers within each other: no tree is so deep that whoever walks it must look out. */
const deepest = 40;

/** A quote that is open, or a list's item. */
interface Container {
  readonly node: Blockquote | ListItem;
  readonly list?: List;
  /** Of an item: its marker. */
  readonly code?: number;
  /** Of an item: how far further lines must be indented to belong to it. */
  size: number;
  /** Number of the line that it starts on. */
  readonly line: number;
}

/** The quotes and list items that are open, from the outermost on, and what was read of the text so far. */
export class Containers {
  readonly root: RootContent[] = [];
  readonly open: Container[] = [];
  /** Whether a blank line, which is in no quote, stands before this one. */
  isAfterBlank = false;

  /** The item in which the next block comes, if that is directly in one. */
  item(): (Container & { node: ListItem }) | undefined {
    const last = this.open.at(-1);
    return last?.list ? (last as Container & { node: ListItem }) : undefined;
  }

  /**
   * Notes that a block starts here, for what a blank line before it says.
   *
   * @throws {Error} `notPlain` where nesting is deeper than anybody writes: each line costs as much as that is deep.
   */
  start(): void {
    if (this.open.length > deepest) {
      decline();
    }
    const item = this.item();
    if (this.isAfterBlank && item && item.node.children.length > 0) {
      item.node.spread = true;
    }
  }

  /**
   * Notes that a line is blank.
   *
   * @throws {Error} `notPlain` within a list in a quote: where that ends is a matter of its own.
   */
  noteBlank(): void {
    const quote = this.open.findIndex(({ list }) => !list);
    if (quote >= 0 && this.open.some(({ list }, index) => list && index > quote)) {
      decline();
    }
    this.isAfterBlank = quote < 0;
  }

  /**
   * Looks whether another container may come in the place of those from one on.
   *
   * @param depth How many stay open.
   * @throws {Error} `notPlain` within a quote: those that are closed so end on this line, and not where they did.
   */
  checkQuotes(depth: number): void {
    if (depth < this.open.length && this.open.slice(0, depth).some(({ list }) => !list)) {
      decline();
    }
  }

  /** Adds a block. */
  add(node: RootContent): void {
    const children: RootContent[] = this.open.at(-1)?.node.children ?? this.root;
    children.push(node);
  }

  /**
   * Closes all containers from one on.
   *
   * @param depth How many stay open.
   * @param end Where the last of them has its last line.
   * @param kept A list that gets another item.
   */
  close(depth: number, end: Point, kept?: List): void {
    for (const { node, list } of depth < this.open.length ? this.open.splice(depth) : []) {
      endAt(node, end);
      if (list && list !== kept) {
        endAt(list, end);
      }
    }
  }

  /** Opens a quote. */
  openQuote(start: Point): void {
    this.start();
    const node: Blockquote = { type: 'blockquote', children: [], position: { start, end: start } };
    this.add(node);
    this.open.push({ node, size: 0, line: start.line });
  }

  /** Opens a list, for its first item. */
  openList(start: Point, { number }: ListMarker): List {
    this.start();
    const list: List = {
      type: 'list',
      ordered: number !== null,
      start: number,
      spread: false,
      children: [],
      position: { start, end: start },
    };
    this.add(list);
    return list;
  }

  /** Opens an item of a list. */
  openItem(list: List, start: Point, code: number, size: number): void {
    const position = { start: { ...start }, end: start };
    const node: ListItem = { type: 'listItem', spread: false, checked: null, children: [], position };
    list.children.push(node);
    this.open.push({ node, list, code, size, line: start.line });
  }
}

function endAt({ position }: Blockquote | ListItem | List, end: Point): void {
  if (position) {
    position.end = { ...end };
  }
}
