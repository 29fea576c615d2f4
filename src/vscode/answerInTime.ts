/** How long a file system may take for one answer, in milliseconds. */
export const patienceMilliseconds = 15_000;

/** In how many steps that is waited for. */
const steps = 4;

/** Marks what did not come in time. */
const nothing = Symbol('nothing came');

/** Is thrown where a file system does not answer. */
export class NoAnswer extends Error {}

/**
 * Waits for an answer.
 *
 * @param answer What was asked for. An error is an answer.
 * @param patience How long to wait, in milliseconds.
 * @returns The answer.
 * @throws {NoAnswer} Where nothing comes.
 */
export async function answerInTime<T>(answer: Thenable<T>, patience: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<typeof nothing>((resolve) => {
    // In steps: a host that was held up has answers waiting, which come before the next step.
    const wait = (left: number): void => {
      timer = setTimeout(() => (left > 1 ? wait(left - 1) : resolve(nothing)), patience / steps);
    };
    wait(steps);
  });
  try {
    const came = await Promise.race([answer, limit]);
    if (came === nothing) {
      throw new NoAnswer('The file system did not answer in time.');
    }
    return came;
  } finally {
    clearTimeout(timer);
  }
}
