// @ts-check

/** @type {Set<() => void>} */
const pending = new Set();
let listening = false;

/**
 * Has something done when this process ends, be it by Ctrl+C, by a signal or at its own end.
 *
 * @param {() => void} action must be synchronous
 * @returns {() => void} does it now, and not again at the end
 */
export function atEnd(action) {
  listen();
  pending.add(action);
  return () => {
    if (pending.delete(action)) action();
  };
}

function listen() {
  if (listening) return;
  listening = true;
  process.once('exit', () => {
    for (const action of [...pending].reverse()) action();
  });
  // By default these end a process without its `exit` event.
  for (const [signal, number] of /** @type {const} */ ([
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ])) {
    process.once(signal, () => process.exit(128 + number));
  }
}

/**
 * Ends this process when the one that started it ends. Not every shell between npm and this program hands a signal on,
 * so a stopped `npm start` would otherwise leave its server running.
 */
export function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 500).unref();
}
