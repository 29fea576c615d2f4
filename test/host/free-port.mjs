// @ts-check
import { createServer } from 'node:net';

/** Only this machine itself may reach what the tests start. */
export const LOOPBACK = '127.0.0.1';

/**
 * Finds a free port on the loopback interface.
 *
 * @param {number} [wanted] this one or the next free one above it; any, if left out
 * @returns {Promise<number>}
 */
export async function freePort(wanted = 0) {
  for (let port = wanted; port < 65_536; port++) {
    const got = await tryPort(port);
    if (got !== undefined) return got;
  }
  throw new Error(`no free port from ${wanted} on`);
}

/**
 * @param {number} port
 * @returns {Promise<number | undefined>} undefined when it is taken
 */
function tryPort(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on('error', () => resolve(undefined));
    probe.listen(port, LOOPBACK, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}
