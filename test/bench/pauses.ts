import { PerformanceObserver } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from './quantile.js';

/** How long some work of one kind took, each time, in milliseconds. */
export interface PauseReport {
  readonly median: number;
  readonly most: number;
  /** The same with what the engine took meanwhile to collect garbage, of the benchmark's own libraries too. */
  readonly mostWithGarbage: number;
}

/** Times work, and tells apart what the collection of garbage took of it: that comes when it comes. */
export class Pauses {
  readonly #times: { readonly start: number; readonly end: number }[] = [];
  readonly #garbage: { readonly start: number; readonly duration: number }[] = [];
  readonly #observer = new PerformanceObserver((list) => {
    this.#garbage.push(...list.getEntries().map(({ startTime: start, duration }) => ({ start, duration })));
  });

  constructor() {
    this.#observer.observe({ entryTypes: ['gc'] });
  }

  /** Does some work. */
  time(work: () => unknown): void {
    const start = performance.now();
    work();
    this.#times.push({ start, end: performance.now() });
  }

  /** Ends the timing. */
  async withoutGarbage(): Promise<PauseReport> {
    // Collections are told of late.
    await pause(100);
    this.#observer.disconnect();
    const whole = this.#times.map(({ start, end }) => end - start);
    const own = this.#times.map(({ start, end }, place) => {
      const meanwhile = this.#garbage.filter((one) => one.start >= start && one.start <= end);
      return (whole[place] ?? 0) - meanwhile.reduce((sum, { duration }) => sum + duration, 0);
    });
    return {
      median: quantile(own, 0.5),
      most: quantile(own, 1),
      mostWithGarbage: whole.reduce((a, b) => Math.max(a, b), 0),
    };
  }
}
