// @ts-check

/** Something that only the person at the keyboard can put right; its message is the sentence that tells how. */
export class Trouble extends Error {}

/**
 * Prints the sentence of a {@link Trouble}, without the stack trace that would hide it.
 *
 * @param {Trouble} trouble
 */
export function explain(trouble) {
  console.error(`yojeom: ${trouble.message}`);
}

/**
 * Runs a program's main function. A {@link Trouble} ends it with its sentence and exit code 1; anything else is a bug
 * and keeps its stack trace.
 *
 * @param {() => Promise<number | void>} main may return the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof Trouble) explain(error);
    else console.error(error);
    process.exitCode = 1;
  }
}
