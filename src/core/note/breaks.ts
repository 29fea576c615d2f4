/** How many lines of a note are gone through between two breaks: to take one costs as much as some of them. */
const linesOfStep = 120;

/** Tells when whoever goes through a note from top to bottom should break off. */
export class Breaks {
  #last = 1;

  /**
   * Whether a break is due.
   *
   * @param line The line that was reached, 1-based.
   */
  isDue(line: number): boolean {
    if (line < this.#last + linesOfStep) {
      return false;
    }
    this.#last = line;
    return true;
  }
}
