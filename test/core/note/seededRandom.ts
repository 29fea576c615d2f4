import fc from 'fast-check';

/** The seed of this run: another from run to run, or the one of the environment variable `SEED`. */
export const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

/**
 * Checks that something holds for random values, from this run's seed on. What fails is made as small as it can be; the
 * message names the seed.
 *
 * @param values Where the values come from.
 * @param runs How many values are tried.
 * @param check Throws where it does not hold.
 */
export function forRandom<T>(values: fc.Arbitrary<T>, runs: number, check: (value: T) => void): void {
  fc.assert(fc.property(values, check), { seed, numRuns: runs });
}

/**
 * One of some things, each as likely as the next; what fails with one is tried with the first.
 *
 * @param things At least one.
 */
export function oneOf<T>(things: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...things);
}
