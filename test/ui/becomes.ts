import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

/** How long something may take to become as a test wants it, in milliseconds; a busy machine has taken ten seconds. */
const limit = 30_000;

/**
 * Waits until a value is as expected, and fails with the difference if it never is.
 *
 * @param read Reads the value.
 * @param expected What it shall become.
 * @param patience How long to wait, in milliseconds.
 */
export async function becomes<T>(read: () => Promise<T>, expected: T, patience = limit): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await read();
    try {
      assert.deepEqual(value, expected);
      return;
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
    await pause(50);
  }
}
