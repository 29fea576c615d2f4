import { characterKind } from './characterKind.js';
import { decline } from './notPlain.js';

/** What a run of delimiters opens in one place and closes in another. */
export interface Span {
  readonly type: 'emphasis' | 'strong' | 'delete';
  /** How many characters open it, and close it. */
  readonly size: number;
}

/** A run of `*`, `_` or `~`. What is used is taken from its right end to open spans, from its left end to close some. */
export interface Run {
  readonly code: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  left: number;
  /** In the order in which they are closed. */
  readonly closes: Span[];
  /** The innermost first. */
  readonly opens: Span[];
}

const tilde = 126;
const underscore = 95;

/**
 * Judges a run by the characters around it, as CommonMark's “left-flanking” and “right-flanking” say, and as micromark has
 * them beside `~`.
 *
 * @param text The text.
 * @param from Where the run starts.
 * @param to Where it ends.
 * @param first Where the content starts, before which there is nothing.
 * @param end Where it ends.
 */
export function runAt(text: string, from: number, to: number, first: number, end: number): Run {
  const code = text.charCodeAt(from);
  const previous = from > first ? text.charCodeAt(from - 1) : NaN;
  const next = to < end ? text.charCodeAt(to) : NaN;
  const before = characterKind(previous);
  const after = characterKind(next);
  const isLoose = code !== tilde;
  const opens = after === 0 || (after === 2 && before > 0) || (isLoose && next === tilde);
  const closes = before === 0 || (before === 2 && after > 0) || (isLoose && previous === tilde);
  const isStrict = code === underscore;
  return {
    code,
    canOpen: opens && (!isStrict || before > 0 || !closes),
    canClose: closes && (!isStrict || after > 0 || !opens),
    left: to - from,
    closes: [],
    opens: [],
  };
}

/**
 * Pairs runs. Those of `~` and the others are paired each by themselves; where their spans cross, which of them counts
 * depends on more than is looked at here, so that who builds the spans must decline.
 *
 * @param runs In document order.
 * @throws {Error} `notPlain` where that takes too many steps.
 */
export function pairRuns(runs: readonly Run[]): void {
  // Of those who write, nobody comes near; looking back for each run would be quadratic.
  let steps = 200 + runs.length * 8;
  const openers: [Run[], Run[]] = [[], []];
  for (const run of runs) {
    const open = openers[run.code === tilde ? 1 : 0];
    for (let at = open.length - 1; run.canClose && run.left > 0 && at >= 0; at -= 1) {
      const opener = open[at];
      steps -= 1;
      if (steps < 0) {
        decline();
      }
      if (!opener || !isPair(opener, run)) {
        continue;
      }
      const size = run.code === tilde ? run.left : Math.min(2, opener.left, run.left);
      const type = run.code === tilde ? 'delete' : size > 1 ? 'strong' : 'emphasis';
      const span: Span = { type, size };
      opener.left -= size;
      run.left -= size;
      opener.opens.push(span);
      run.closes.push(span);
      // What stands between them stays text. An opener that has some left is tried again.
      open.length = opener.left > 0 ? at + 1 : at;
      at = open.length;
    }
    if (run.canOpen && run.left > 0) {
      open.push(run);
    }
  }
}

function isPair(opener: Run, closer: Run): boolean {
  if (closer.code === tilde) {
    return opener.left === closer.left;
  }
  return (
    opener.code === closer.code &&
    !((opener.canClose || closer.canOpen) && closer.left % 3 > 0 && (opener.left + closer.left) % 3 === 0)
  );
}
