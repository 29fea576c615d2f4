import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long the event loop was held up, in milliseconds, with the one millisecond between two looks at it. */
export interface Delays {
  readonly most: number;
  readonly p99: number;
  /** Name of the phase with the longest. */
  readonly mostIn: string;
}

/**
 * Watches the event loop during some work.
 *
 * @param phases What is done, one after the other, by its name.
 */
export async function delaysDuring(phases: Readonly<Record<string, () => Promise<unknown>>>): Promise<Delays> {
  const monitor = monitorEventLoopDelay({ resolution: 1 });
  let [most, mostIn] = [0, ''];
  monitor.enable();
  for (const [name, work] of Object.entries(phases)) {
    await work();
    if (monitor.max > most) {
      [most, mostIn] = [monitor.max, name];
    }
  }
  monitor.disable();
  return { most: most / 1e6, p99: monitor.percentile(99) / 1e6, mostIn };
}
