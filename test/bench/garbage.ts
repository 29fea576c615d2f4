import { setTimeout as pause } from 'node:timers/promises';
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--expose-gc');

/** Collects all garbage now, so that whatever is measured next does not pay for what went before. */
export const collectGarbage = runInNewContext('gc') as () => void;

/**
 * How much of the heap is in use, without garbage: what has just ended may be let go of only a little later.
 *
 * @returns Bytes.
 */
export async function heapInUse(): Promise<number> {
  let before = Infinity;
  for (;;) {
    await pause(100);
    collectGarbage();
    const { heapUsed } = process.memoryUsage();
    if (heapUsed > 0.99 * before) {
      return heapUsed;
    }
    before = heapUsed;
  }
}
