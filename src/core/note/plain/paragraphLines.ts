import type { Content } from './content.js';

/** The lines of a paragraph that is open. */
export class ParagraphLines {
  /** Number of the first line. */
  line = 0;
  /** Where the last line ends. */
  end = 0;
  /** Whether the last line may be the head of a table. */
  mayBeHead = false;
  /** How many lines there are. The arrays may be longer: to shorten them takes long. */
  count = 0;
  readonly #starts: number[] = [];
  readonly #froms: number[] = [];

  /** Where the first line starts, behind its white space. */
  get from(): number {
    return this.#froms[0] ?? 0;
  }

  /**
   * Adds a line.
   *
   * @param start Where the line starts.
   * @param from Where what its containers leave of it does: of the first line, behind the white space.
   * @param end Where it ends.
   */
  add(start: number, from: number, end: number): void {
    this.#starts[this.count] = start;
    this.#froms[this.count] = from;
    this.count += 1;
    this.end = end;
  }

  /** The last line: where it starts, where its text does and where it ends. */
  last(text: string): { start: number; from: number; end: number } {
    let from = this.#froms[this.count - 1] ?? 0;
    while (text.charCodeAt(from) === 32) {
      from += 1;
    }
    return { start: this.#starts[this.count - 1] ?? 0, from, end: this.end };
  }

  /** Takes the last line away. */
  pop(text: string): void {
    this.count -= 1;
    const start = this.#starts[this.count] ?? 0;
    this.end = text.charCodeAt(start - 2) === 13 ? start - 2 : start - 1;
  }

  /**
   * Takes all lines.
   *
   * @param text The text.
   * @param content Gets them.
   * @returns Where they start and end there.
   */
  take(text: string, content: Content): { from: number; to: number } {
    const { count, from, end } = this;
    this.count = 0;
    content.reset(text, this.line);
    if (this.#isInOnePiece(count)) {
      for (let index = 0; index < count; index += 1) {
        const start = this.#starts[index] ?? 0;
        content.add(start, start, 1);
      }
      return { from, to: end };
    }
    let joined = '';
    for (let index = 0; index < count; index += 1) {
      const [start = 0, own = 0] = [this.#starts[index], this.#froms[index]];
      content.add(joined.length, own, own - start + 1);
      joined += text.slice(own, index + 1 < count ? this.#starts[index + 1] : end);
    }
    content.text = joined;
    return { from: 0, to: joined.length };
  }

  /** Whether containers have nothing of these lines but of the first. */
  #isInOnePiece(count: number): boolean {
    for (let index = 1; index < count; index += 1) {
      if (this.#froms[index] !== this.#starts[index]) {
        return false;
      }
    }
    return true;
  }
}
