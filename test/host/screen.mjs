// @ts-check

/** Where a suite prints: what it prints is held back until it is shown. */
export class Screen {
  /** @type {[NodeJS.WriteStream, string | Buffer][] | undefined} */
  #held = [];

  /** @param {string} line */
  log(line) {
    this.write(process.stdout, `${line}\n`);
  }

  /**
   * @param {NodeJS.WriteStream} stream
   * @param {string | Buffer} chunk
   */
  write(stream, chunk) {
    if (this.#held) this.#held.push([stream, chunk]);
    else stream.write(chunk);
  }

  /** Shows what was held back, and from now on all at once. */
  show() {
    this.#held?.forEach(([stream, chunk]) => stream.write(chunk));
    this.#held = undefined;
  }
}
