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

/** How many items are done with between two breaks. */
const itemsOfStep = 64;

/**
 * Does something with each of many.
 *
 * @param items What there is.
 * @param act What to do; it takes about as long for each.
 */
export function* eachInSteps<T>(items: Iterable<T>, act: (item: T) => void): Steps<void> {
  let count = 0;
  for (const item of items) {
    act(item);
    count += 1;
    if (count % itemsOfStep === 0) {
      yield;
    }
  }
}
