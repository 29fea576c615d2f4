/** Work that can be broken off and gone on with between any two of its steps. Its result comes with the last. */
export type Steps<T> = Generator<undefined, T>;

/**
 * Does some work without a break.
 *
 * @param steps The work.
 * @returns Its result.
 */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
  }
}
