/** A place in the source; lines and columns count from 1. */
interface Point {
  line: number;
  column: number;
  offset: number;
}

/** Where a node is. */
export interface Position {
  start: Point;
  end: Point;
}

/**
 * The lines of one paragraph, heading or cell, without what belongs to the containers around them: a part of the source
 * where that is in one piece, else its lines put together.
 */
export class Content {
  /** What `from` and `to` of the parts of this content count in. */
  text = '';
  /** Number of the first line. */
  line = 1;
  /** How many lines there are. The arrays may be longer: to shorten them takes longer than all else that is done here. */
  #count = 0;
  /** Where each line starts in `text`. */
  readonly #starts: number[] = [];
  /** Where each line starts in the source. */
  readonly #sources: number[] = [];
  /** The column of each line's start, from 1. */
  readonly #columns: number[] = [];
  /** Whether containers have the beginning of any line. */
  isIndented = false;
  /** The line that was asked for last; the next is near. */
  #near = 0;

  /**
   * Makes this the content of other lines, which are added one by one.
   *
   * @param text The text.
   * @param line Number of the first line.
   */
  reset(text: string, line: number): void {
    this.text = text;
    this.line = line;
    this.#count = this.#near = 0;
    this.isIndented = false;
  }

  /** Adds a line that starts at a place in the text, at one in the source, and in a column. */
  add(start: number, source: number, column: number): void {
    this.#starts[this.#count] = start;
    this.#sources[this.#count] = source;
    this.#columns[this.#count] = column;
    this.#count += 1;
    this.isIndented ||= column > 1;
  }

  /**
   * The place in the source of a place in the text.
   *
   * @param at The place; between two lines it belongs to the second.
   */
  point(at: number): Point {
    const starts = this.#starts;
    let near = this.#near;
    while (at < (starts[near] ?? 0)) {
      near -= 1;
    }
    while (near + 1 < this.#count && at >= (starts[near + 1] ?? 0)) {
      near += 1;
    }
    this.#near = near;
    const into = at - (starts[near] ?? 0);
    return {
      line: this.line + near,
      column: (this.#columns[near] ?? 1) + into,
      offset: (this.#sources[near] ?? 0) + into,
    };
  }

  /** The place in the source of a part of the text; one that ends with a line's end ends where the next line starts. */
  position(from: number, to: number): Position {
    const start = this.point(from);
    const end = this.point(to);
    return to === this.#starts[this.#near] && to > from
      ? { start, end: { line: end.line, column: 1, offset: end.offset - end.column + 1 } }
      : { start, end };
  }
}
