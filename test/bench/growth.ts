import { collectGarbage } from './garbage.js';

/** A measured run: how long the text was, in thousands of characters, and how long it took, in milliseconds. */
export type Measured = readonly [kilobytes: number, milliseconds: number];

/**
 * The processor's time of the fastest of some runs, in milliseconds: short ones are taken more often. Garbage is collected
 * before each. What else the machine does hardly counts, but for what it takes away from the processor itself.
 *
 * @param run What is measured.
 * @param enough Milliseconds after which there are no more runs.
 */
export function fastest(run: () => void, enough: number): number {
  let best = Infinity;
  for (let count = 0, spent = 0; count < 7 && spent < enough; count += 1) {
    collectGarbage();
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    const time = (user + system) / 1000;
    best = Math.min(best, time);
    spent += time;
  }
  return best;
}

/**
 * The slope of the line through the logarithms of sizes and times: 1 is linear, 2 quadratic. Small sizes are left out, in
 * which constant costs count and code is still being compiled.
 *
 * @param measured At least two runs of different sizes.
 * @param from Smallest size that counts, in thousands of characters; where fewer than two reach it, all count.
 */
export function exponent(measured: readonly Measured[], from: number): number {
  const large = measured.filter(([size]) => size >= from);
  const logs = (large.length > 1 ? large : measured).map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const mean = (of: readonly number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [x, y] = [mean(logs.map(([size]) => size)), mean(logs.map(([, time]) => time))];
  const covariance = mean(logs.map(([size, time]) => (size - x) * (time - y)));
  return covariance / mean(logs.map(([size]) => (size - x) ** 2));
}
