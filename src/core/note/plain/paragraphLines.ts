import type { Content } from './content.js';

/** The lines of a paragraph that is open. */
export class ParagraphLines {
  /** Number of the first line. */
  line = 0;
  /** Where the last line ends. */
  end = 0;
  /** Whether the last line may be the head of a table. */
  mayBeHead = false;
  readonly #starts: number[] = [];
  readonly #froms: number[] = [];

  /** How many lines there are. */
  get count(): number {
    return this.#froms.length;
  }

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
    this.#starts.push(start);
    this.#froms.push(from);
    this.end = end;
  }

  /** The last line: where it starts, where its text does and where it ends. */
  last(text: string): { start: number; from: number; end: number } {
    let from = this.#froms.at(-1) ?? 0;
    while (text.charCodeAt(from) === 32) {
      from += 1;
    }
    return { start: this.#starts.at(-1) ?? 0, from, end: this.end };
  }

  /** Takes the last line away. */
  pop(text: string): void {
    const start = this.#starts.pop() ?? 0;
    this.#froms.pop();
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
    const [starts, froms] = [this.#starts, this.#froms];
    let [from, to] = [this.from, this.end];
    content.reset(text, this.line);
    if (froms.every((at, index) => index === 0 || at === starts[index])) {
      starts.forEach((start) => content.add(start, start, 1));
    } else {
      let joined = '';
      froms.forEach((at, index) => {
        content.add(joined.length, at, at - (starts[index] ?? 0) + 1);
        joined += text.slice(at, starts[index + 1] ?? to);
      });
      content.text = joined;
      [from, to] = [0, joined.length];
    }
    starts.length = froms.length = 0;
    return { from, to };
  }
}
