// @ts-check
import path from 'node:path';
import { SilentReporter, downloadAndUnzipVSCode } from '@vscode/test-electron';
import { findProgram } from './find-program.mjs';
import { cache, hostFolder } from './paths.mjs';
import { CommandFailed, runCommand } from './run-command.mjs';
import { Trouble } from './trouble.mjs';

/** How long a desktop VS Code may take to come; it is some 150 MB. */
const DOWNLOAD_MS = 5 * 60_000;

/**
 * An executable for `runTests` of @vscode/test-electron.
 *
 * @typedef {object} Host
 * @property {'desktop' | 'stand-in'} kind
 * @property {string} executable
 * @property {Record<string, string>} env what it must find in its environment
 */

/**
 * Decides what runs the tests: a desktop VS Code if one can be downloaded and shown here, else the stand-in.
 *
 * `YOJEOM_VSCODE=desktop` or `=server` decides otherwise; `YOJEOM_VSCODE_VERSION` names a version, `stable` if not set.
 *
 * @returns {Promise<Host>}
 * @throws {Trouble} when the desktop is asked for and cannot be had
 */
export async function desktopOrStandIn() {
  const wish = process.env['YOJEOM_VSCODE'];
  if (wish === 'server') return standIn();
  const reason = whyNoWindow();
  const found = reason === undefined ? await desktop() : reason;
  if (typeof found !== 'string') return found;
  if (wish === 'desktop') throw new Trouble(`the desktop VS Code cannot be used: ${found}.`);
  console.log(`yojeom: testing in VS Code's server and a headless browser, since ${found}`);
  return standIn();
}

/** @returns {Host} */
function standIn() {
  return { kind: 'stand-in', executable: path.join(hostFolder, 'electron-stand-in.mjs'), env: {} };
}

/** @returns {string | undefined} why no window can be opened here */
function whyNoWindow() {
  if (process.platform !== 'linux' || hasDisplay() || findProgram('xvfb-run') !== undefined) return undefined;
  return 'there is neither a display nor xvfb-run for a desktop VS Code';
}

function hasDisplay() {
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/** @returns {Promise<Host | string>} or why there is none */
async function desktop() {
  let executable;
  try {
    executable = await downloadDesktop();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return error.message;
  }
  try {
    // Electron loads its libraries before it does anything: a missing one shows here.
    if (process.platform === 'linux') {
      await runCommand(executable, ['--version'], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
    }
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    return `the downloaded desktop VS Code does not start here (${error.gist})`;
  }
  if (process.platform !== 'linux' || hasDisplay()) return { kind: 'desktop', executable, env: {} };
  return { kind: 'desktop', executable: path.join(hostFolder, 'under-xvfb.mjs'), env: { YOJEOM_DESKTOP: executable } };
}

/**
 * Downloads a desktop VS Code, or takes the one that was downloaded before.
 *
 * @returns {Promise<string>} its executable
 * @throws {Trouble} when it cannot be had in time
 */
export async function downloadDesktop() {
  console.log('yojeom: looking for a desktop VS Code (the first download can take minutes)');
  const version = process.env['YOJEOM_VSCODE_VERSION'] ?? 'stable';
  const download = downloadAndUnzipVSCode({
    version,
    cachePath: path.join(cache, 'desktop'),
    reporter: new SilentReporter(),
  });
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${DOWNLOAD_MS / 60_000} minutes`)), DOWNLOAD_MS);
  });
  try {
    return /** @type {string} */ (await Promise.race([download, limit]));
  } catch (error) {
    throw new Trouble(
      `no desktop VS Code could be downloaded (${error instanceof Error ? error.message : String(error)})`,
    );
  } finally {
    clearTimeout(timer);
  }
}
