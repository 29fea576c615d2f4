#!/usr/bin/env node
// @ts-check
// `npm test`: runs the suites one after the other, all of them or those that are named: `npm test -- core ui`.
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { ensureBrowser } from './host/browser.mjs';
import { atEnd, endWithParent } from './host/clean-up.mjs';
import { ensureDependencies } from './host/dependencies.mjs';
import { ensureServer } from './host/install-server.mjs';
import { repo } from './host/paths.mjs';
import { signalGroup } from './host/process-tree.mjs';
import { runMain } from './host/trouble.mjs';

/**
 * A suite: commands to run, one after the other until one fails.
 *
 * @typedef {object} Suite
 * @property {string[][]} commands
 * @property {boolean} [atOnce] whether its commands do not need each other and may all run at once
 * @property {boolean} counts whether its commands are mocha runs: then it must run a test at least
 * @property {boolean} [built] whether it tests what `build` makes
 * @property {boolean} [onServer] whether it needs VS Code's server, which runs on Linux only
 */

/** @param {string} name */
const npmRun = (name) => ['npm', 'run', '--silent', name];

/** @type {Readonly<Record<string, Suite>>} */
const suites = {
  check: { commands: [npmRun('lint'), npmRun('typecheck')], atOnce: true, counts: false },
  build: {
    commands: [
      ['node', 'esbuild.mjs', '--production'],
      ['node', 'esbuild.mjs', '--tests'],
    ],
    counts: false,
  },
  core: { commands: [npmRun('test:core')], counts: true },
  bench: { commands: [npmRun('bench:gate')], counts: false },
  vscode: { commands: [['node', 'test/host/run-vscode.mjs', 'node']], counts: true, built: true },
  'vscode-web': { commands: [['node', 'test/host/run-vscode.mjs', 'web']], counts: true, built: true },
  ui: { commands: [npmRun('test:ui')], counts: true, built: true, onServer: true },
  vsix: { commands: [npmRun('test:vsix')], counts: true, built: true, onServer: true },
};

/**
 * What came of a suite.
 *
 * @typedef {object} Result
 * @property {string} name
 * @property {'ok' | 'FAILED' | 'skipped'} outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} again tests that passed only when they were tried again
 * @property {number} seconds
 * @property {string} remark
 * @property {string} trouble what it printed of its failures; empty where there were none
 */

await runMain(async () => {
  endWithParent();
  const wanted = chooseSuites(process.argv.slice(2));
  if (wanted === undefined) return 2;
  await ensureDependencies();
  // Mostly a download: it need not wait for suites that go without. What goes wrong here, its first user tells.
  const server =
    wanted.some(([, suite]) => suite.onServer) && process.platform === 'linux' ? prepareServer() : undefined;
  const results = [];
  for (const [name, suite] of wanted) {
    if (suite.built) await server;
    results.push(await runSuite(name, suite));
  }
  return summarize(results);
});

/** Installs what the suites need that run VS Code's server. */
async function prepareServer() {
  try {
    await ensureServer();
    await ensureBrowser();
  } catch (error) {
    console.log(`yojeom: not installed beforehand: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * @param {string[]} names
 * @returns {[string, Suite][] | undefined} undefined when there is no such suite
 */
function chooseSuites(names) {
  const unknown = names.find((name) => suites[name] === undefined);
  if (unknown !== undefined) {
    console.error(`yojeom: there is no suite "${unknown}"; there are ${Object.keys(suites).join(', ')}.`);
    return undefined;
  }
  const all = Object.entries(suites);
  if (names.length === 0) return all;
  // What tests a build must not test an old one.
  const needsBuild = names.some((name) => suites[name]?.built);
  return all.filter(([name]) => names.includes(name) || (name === 'build' && needsBuild));
}

/**
 * @param {string} name
 * @param {Suite} suite
 * @returns {Promise<Result>}
 */
async function runSuite(name, suite) {
  console.log(`\n=== ${name}`);
  const nothing = { passed: 0, failed: 0, skipped: 0, again: 0, seconds: 0, trouble: '' };
  if (suite.onServer && process.platform !== 'linux') {
    const remark = "needs VS Code's server, which runs on Linux only";
    console.log(remark);
    return { name, outcome: 'skipped', ...nothing, skipped: 1, remark };
  }
  const started = Date.now();
  let output = '';
  let remark = '';
  const runs = suite.atOnce ? suite.commands.map(runCommand) : [];
  for (const [place, command] of suite.commands.entries()) {
    const run = await (runs[place] ?? runCommand(command));
    output += run.output;
    if (run.code === 0) continue;
    remark = `${command.join(' ')} ended with ${run.code}`;
    break;
  }
  const seconds = (Date.now() - started) / 1000;
  const counts = { ...nothing, ...(suite.counts ? countTests(output) : {}) };
  if (remark === '' && counts.failed > 0) remark = 'tests failed, and yet it ended with 0';
  if (remark === '' && suite.counts && counts.passed === 0) remark = 'no test ran';
  console.log(`--- ${name}: ${remark === '' ? 'ok' : remark} (${seconds.toFixed(1)} s)`);
  if (remark === '') {
    return { name, outcome: 'ok', ...counts, seconds, remark: counts.again > 0 ? `${counts.again} tried again` : '' };
  }
  // A suite that fails without a failing test, by a crash or a type error, counts as one.
  const failed = Math.max(1, counts.failed);
  return { name, outcome: 'FAILED', ...counts, failed, seconds, remark, trouble: failuresIn(output) };
}

/**
 * Runs a command, shows what it prints and keeps it.
 *
 * @param {string[]} command
 * @returns {Promise<{ code: number | NodeJS.Signals, output: string }>}
 */
function runCommand([program = '', ...args]) {
  const windows = process.platform === 'win32';
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: repo,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    // npm is a `.cmd` file on Windows, which only a shell can start.
    shell: windows && program === 'npm',
    // A process group of its own, so that all of it ends when this program is stopped.
    detached: !windows,
  });
  const end = atEnd(() => {
    if (child.pid !== undefined && !windows) signalGroup(child.pid, 'SIGTERM');
  });
  let output = '';
  child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
    output += chunk.toString();
    process.stdout.write(chunk);
  });
  child.stderr.on('data', (/** @type {Buffer} */ chunk) => process.stderr.write(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      end();
      resolve({ code: code ?? signal ?? 1, output });
    });
  });
}

/**
 * Adds up the closing lines of the mocha runs in an output, such as `  12 passing (3s)`.
 *
 * @param {string} output
 */
function countTests(output) {
  const counts = { passed: 0, failed: 0, skipped: 0, again: 0 };
  const kinds = /** @type {const} */ ({
    passing: 'passed',
    failing: 'failed',
    pending: 'skipped',
    'tried again': 'again',
  });
  for (const [, number, kind] of stripVTControlCharacters(output).matchAll(
    /^ {2}(\d+) (passing|failing|pending|tried again)\b/gm,
  )) {
    counts[kinds[/** @type {keyof typeof kinds} */ (kind)]] += Number(number);
  }
  return counts;
}

/**
 * The failures that an output ends with: from mocha's list of them on, or else its last lines.
 *
 * @param {string} output
 */
function failuresIn(output) {
  const text = stripVTControlCharacters(output);
  const list = text.search(/^ {2}\d+ failing\b/m);
  const lines = text.slice(Math.max(0, list)).trimEnd().split('\n');
  return (list === -1 ? lines.slice(-40) : lines.slice(0, 100)).join('\n');
}

/**
 * Prints once more what failed, then the table and, as the very last line, the sums.
 *
 * @param {Result[]} results
 * @returns {number} the exit code
 */
function summarize(results) {
  const rows = results.map((result) => {
    const { name, outcome, passed, failed, skipped, seconds, remark } = result;
    return [name, outcome, ...[passed, failed, skipped].map(String), seconds.toFixed(1), remark];
  });
  for (const { name, trouble } of results) if (trouble !== '') console.log(`\n=== ${name}: what failed\n${trouble}`);
  console.log('');
  for (const [name = '', outcome = '', ...others] of [
    ['suite', '', 'passed', 'failed', 'skipped', 'seconds', ''],
    ...rows,
  ]) {
    const remark = others.pop() ?? '';
    console.log(
      `${name.padEnd(12)}${outcome.padEnd(8)}${others.map((text) => text.padStart(9)).join('')}  ${remark}`.trimEnd(),
    );
  }
  /** @param {'passed' | 'failed' | 'skipped'} what */
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  console.log(`yojeom: ${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return results.some(({ outcome }) => outcome === 'FAILED') ? 1 : 0;
}
