import { collectGarbage } from './garbage.js';

/** What something took. */
export interface Took {
  /** By the clock, in milliseconds. */
  readonly time: number;
  /** Of the processor, in milliseconds, by all threads of this process: what else the machine does hardly counts. */
  readonly work: number;
}

/**
 * Measures something.
 *
 * @param run What is measured.
 */
export async function took(run: () => unknown): Promise<Took> {
  const [start, startOfWork] = [performance.now(), process.cpuUsage()];
  await run();
  const time = performance.now() - start;
  const { user, system } = process.cpuUsage(startOfWork);
  return { time, work: (user + system) / 1000 };
}

/**
 * Measures several things by turns, so that what else the machine does meets all of them alike. The first round, which
 * compiles their code and brings their files into memory, does not count. Garbage is collected before each.
 *
 * @param ways What is measured, by its name.
 * @param rounds How many rounds count.
 * @returns The least that each took in any round.
 */
export async function byTurns<Way extends string>(
  ways: Readonly<Record<Way, () => Promise<Took>>>,
  rounds: number,
): Promise<Record<Way, Took>> {
  const names = Object.keys(ways) as Way[];
  const least = new Map<Way, Took>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      collectGarbage();
      const { time, work } = await ways[name]();
      if (round > 0) {
        const before = least.get(name) ?? { time: Infinity, work: Infinity };
        least.set(name, { time: Math.min(before.time, time), work: Math.min(before.work, work) });
      }
    }
  }
  return Object.fromEntries(least) as Record<Way, Took>;
}
