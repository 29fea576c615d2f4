// @ts-check
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { LOOPBACK } from './free-port.mjs';
import { END_OF_TESTS } from './test-module.mjs';

/**
 * What to run, and where.
 *
 * @typedef {object} PageTests
 * @property {import('./browser.mjs').Browser} browser
 * @property {import('./vscode-server.mjs').RunningServer} server started with its smoke-test driver
 * @property {string[]} extensions folders of the extensions under development
 * @property {string} tests a module that {@link import('./test-module.mjs').writeTestModule} has written
 * @property {string | undefined} folder the workspace folder; none opens an empty window
 * @property {number} timeoutSeconds
 */

/**
 * Opens VS Code in a headless browser with the tests of an extension, the way VS Code's own web tests do, and prints
 * what the extension host prints.
 *
 * @param {PageTests} run
 * @returns {Promise<number>} 0 when all tests passed
 */
export async function runTestsInPage({ browser, server, extensions, tests, folder, timeoutSeconds }) {
  const chrome = await chromium.launch(browser);
  try {
    const page = await chrome.newPage();
    const code = await Promise.race([
      exitCodeOf(page),
      mishapOf(page, server, timeoutSeconds),
      page.goto(addressOf(server, extensions, tests, folder)).then(() => never(), String),
    ]);
    if (typeof code === 'number') return code;
    console.error(`yojeom: ${code}`);
    return 1;
  } finally {
    await chrome.close();
  }
}

/**
 * Hands the page the two functions that VS Code calls during tests.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number | string>} what the tests ended with, or that they did not
 */
async function exitCodeOf(page) {
  let ended = false;
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ level, /** @type {unknown[]} */ args) => {
    if (args[0] === END_OF_TESTS) ended = true;
    else printLog(level, args);
  });
  return await new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
      resolve(ended || code !== 0 ? code : 'the extension host ended before the tests did');
    });
  });
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./vscode-server.mjs').RunningServer} server
 * @param {number} timeoutSeconds
 * @returns {Promise<string>} what ended the tests before they came to their end
 */
function mishapOf(page, server, timeoutSeconds) {
  return new Promise((resolve) => {
    page.on('crash', () => resolve('the page of VS Code crashed'));
    page.on('close', () => resolve('the page of VS Code was closed before the tests ended'));
    void server.ended.then(() => resolve("VS Code's server ended before the tests did"));
    setTimeout(
      () => resolve(`the tests did not end within ${timeoutSeconds} s (YOJEOM_TEST_TIMEOUT sets another limit)`),
      timeoutSeconds * 1000,
    ).unref();
  });
}

/** @returns {Promise<never>} */
function never() {
  return new Promise(() => {});
}

/** How lines begin that VS Code itself logs during tests: they come the same way as the extension host's console. */
const OWN_LOG = new RegExp(
  [
    /^(Resolv(ing|ed) connection token|Creating a socket|Loading development extension|No search provider registered)/,
    /^(Ignoring fetching additional|Updating additional) builtin extensions/,
    /^(Extension host \(|Started (local|remote) extension host|getaddrinfo )/,
    /^\[(AccountPolicyGate|AgentHost|Service Worker|reconnection-grace-time|remote-connection)\b/,
    /^An unknown error occurred\. Please consult the log/,
  ]
    .map((pattern) => pattern.source)
    .join('|'),
);

/**
 * @param {string} level
 * @param {unknown[]} args
 */
function printLog(level, args) {
  const text = format(...args);
  // A trace through the page's own bundle is none of the extension's.
  if (OWN_LOG.test(text) || text.includes('/workbench/workbench.js:')) return;
  if (level === 'error' || level === 'warn') console.error(text);
  else console.log(text);
}

/**
 * @param {import('./vscode-server.mjs').RunningServer} server
 * @param {string[]} extensions
 * @param {string} tests
 * @param {string | undefined} folder
 */
function addressOf(server, extensions, tests, folder) {
  const authority = `${LOOPBACK}:${server.port}`;
  /** @param {string} file */
  const remote = (file) => `vscode-remote://${authority}${encodeURI(file)}`;
  const payload = [
    ...extensions.map((extension) => ['extensionDevelopmentPath', remote(extension)]),
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ];
  const address = new URL(`http://${authority}/`);
  if (folder === undefined) address.searchParams.set('ew', 'true');
  else address.searchParams.set('folder', folder);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
