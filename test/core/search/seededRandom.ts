/** Random choices that come again for the same seed. */
export interface SeededRandom {
  readonly seed: number;
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  /** One of the given things. */
  pick<T>(from: readonly T[]): T;
}

/**
 * Makes random choices with mulberry32, a generator of 32 bits of state by Tommy Ettinger (public domain).
 *
 * @param seed Any whole number; print it when a test fails.
 */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
  return {
    seed,
    below,
    pick: <T>(from: readonly T[]): T => from[below(from.length)]!,
  };
}

/** A seed that differs from run to run, or the one of the environment variable `SEED`. */
export function freshSeed(): number {
  return Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
}
