// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { linkBuiltinExtensions } from './builtin-extensions.mjs';
import { atEnd } from './clean-up.mjs';
import { LOOPBACK, freePort } from './free-port.mjs';
import { ensureServer } from './install-server.mjs';
import { hostFolder } from './paths.mjs';
import { signalGroup } from './process-tree.mjs';
import { CommandFailed, runCommand } from './run-command.mjs';
import { temporaryFolder } from './temporary-folder.mjs';
import { Trouble } from './trouble.mjs';
import { quietSettings } from './user-settings.mjs';

/** How long the server may take until it answers; it takes a second on an idle machine. */
const START_MS = 60_000;

/** @typedef {import('./user-settings.mjs').UserSettings} UserSettings */

/** Put in the environment of a server, this keeps it from asking the marketplace. */
export const NO_GALLERY = { EXTENSIONS_GALLERY: '{}' };

/**
 * How to start a server.
 *
 * @typedef {object} ServerOptions
 * @property {number} [port] the port to listen on; a free one if left out
 * @property {string} [folder] the folder that the address opens
 * @property {readonly string[]} [builtinExtensions] the only ones of VS Code's built-in extensions that it shall have
 * @property {string} [vsix] a packaged extension to install before the start
 * @property {UserSettings} [userSettings] on top of the quiet ones; if left out, those of an earlier start stay
 * @property {string} [serverDataDir] where the server keeps settings, extensions and logs; a new, empty folder that goes
 *   away with the server if left out
 * @property {NodeJS.ProcessEnv} [env] variables that the server and the Node extension host see besides this process's
 * @property {boolean} [workspaceTrust] lets the settings decide whether windows ask if their folder is trusted; they never
 *   ask if left out
 * @property {boolean} [smokeTestDriver] lets the page obey test parameters in its address
 * @property {(line: string) => void} [log] hears what the server prints
 */

/**
 * A running server.
 *
 * @typedef {object} RunningServer
 * @property {string} url what to open in a browser
 * @property {number} port
 * @property {(vsix: string) => Promise<void>} installExtension installs a packaged extension; open pages see it when
 *   they are loaded again
 * @property {(settings: UserSettings) => void} writeSettings replaces the user settings by
 *   the quiet ones and these
 * @property {Promise<void>} ended resolves when the server is gone
 * @property {() => Promise<void>} stop ends the server and all that it started
 */

/**
 * Starts VS Code's server on this machine's loopback address.
 *
 * @param {ServerOptions} [options]
 * @returns {Promise<RunningServer>}
 */
export async function startServer(options = {}) {
  const { node, main } = await ensureServer();
  const temporary = options.serverDataDir === undefined ? temporaryFolder('server') : undefined;
  const dataDir = temporary?.folder ?? options.serverDataDir ?? '';
  const port = options.port ?? (await freePort());
  const settingsFile = path.join(dataDir, 'data', 'User', 'settings.json');
  /** @param {UserSettings} settings */
  const writeSettings = (settings) => {
    mkdirSync(path.dirname(settingsFile), { recursive: true });
    writeFileSync(settingsFile, `${JSON.stringify({ ...quietSettings, ...settings }, null, 2)}\n`);
  };
  // What somebody has set in an editor that stays is theirs.
  if (options.userSettings !== undefined || !existsSync(settingsFile)) writeSettings(options.userSettings ?? {});

  /** @param {string} vsix */
  const installExtension = async (vsix) => {
    try {
      await runCommand(node, [main, '--install-extension', vsix, '--force', ...commonArgs(dataDir)]);
    } catch (error) {
      if (error instanceof CommandFailed) throw new Trouble(`${vsix} could not be installed: ${error.gist}`);
      throw error;
    }
  };
  if (options.vsix !== undefined) await installExtension(options.vsix);

  const builtin = path.join(dataDir, 'builtin-extensions');
  if (options.builtinExtensions) linkBuiltinExtensions(main, options.builtinExtensions, builtin);

  // VS Code leaves its sockets behind; their paths must be short, so they cannot be below this repository.
  const sockets = mkdtempSync(path.join(tmpdir(), 'yojeom-'));
  const removeSockets = atEnd(() => rmSync(sockets, { recursive: true, force: true }));
  const child = spawn(
    node,
    [
      '--import',
      pathToFileURL(path.join(hostFolder, 'exit-with-parent.mjs')).href,
      main,
      ...['--host', LOOPBACK, '--port', String(port), '--without-connection-token'],
      ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...(options.builtinExtensions ? ['--builtin-extensions-dir', builtin] : []),
      ...(options.smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
      ...commonArgs(dataDir),
    ],
    // A process group of its own, so that the extension hosts can be ended with it.
    { env: serverEnv({ ...options.env, XDG_RUNTIME_DIR: sockets }), detached: true, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const leader = child.pid;
  const ended = /** @type {Promise<void>} */ (new Promise((resolve) => child.once('exit', () => resolve())));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString()).slice(-10_000);
      for (const line of chunk.toString().split('\n')) if (line.trim() !== '') options.log?.(line);
    });
  }

  const kill = atEnd(() => {
    if (leader !== undefined) signalGroup(leader, 'SIGKILL');
  });
  const stop = async () => {
    kill();
    await ended;
    removeSockets();
    temporary?.remove();
  };

  try {
    await untilItAnswers(port, ended);
  } catch {
    await stop();
    throw new Trouble(`VS Code's server did not start; it said:\n${output.trim() || '(nothing)'}`);
  }
  const url = new URL(`http://${LOOPBACK}:${port}/`);
  if (options.folder !== undefined) url.searchParams.set('folder', path.resolve(options.folder));
  return { url: url.href, port, installExtension, writeSettings, ended, stop };
}

/** @param {string} dataDir */
function commonArgs(dataDir) {
  return ['--server-data-dir', dataDir, '--accept-server-license-terms', '--telemetry-level', 'off'];
}

/**
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
function serverEnv(more = {}) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ...more, YOJEOM_EXIT_WITH_PARENT: '1' };
  // Set in a terminal of VS Code, these would make the server think that it belongs to that editor.
  for (const name of Object.keys(env)) if (/^(VSCODE_|ELECTRON_)/.test(name)) delete env[name];
  return env;
}

/**
 * @param {number} port
 * @param {Promise<void>} ended
 */
async function untilItAnswers(port, ended) {
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && !gone) {
    try {
      const answer = await fetch(`http://${LOOPBACK}:${port}/version`);
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no answer');
}
