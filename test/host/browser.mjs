// @ts-check
import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { findProgram, isExecutable } from './find-program.mjs';
import { writeFontSettings } from './fonts.mjs';
import { ensureServer } from './install-server.mjs';
import { cache } from './paths.mjs';
import { CommandFailed, runCommand } from './run-command.mjs';
import { temporaryFolder } from './temporary-folder.mjs';
import { Trouble } from './trouble.mjs';

/** Keeps any Chromium quiet, off the network and alike on every machine. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  // A window lives for seconds: compiling its scripts for speed takes a fifth of its time and hardly gives it back.
  '--js-flags=--no-maglev,--no-turbofan',
  '--no-first-run',
  // Root, as in most containers, may not use the sandbox; only pages from this machine are shown.
  '--no-sandbox',
];

/**
 * A browser, as playwright's `launch` takes it.
 *
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string[]} args
 * @property {Record<string, string>} env the environment to start it with
 */

/**
 * Finds a headless Chromium: the one that CHROME_PATH names, else the one that was installed with the test server, else
 * a browser of this machine.
 *
 * @returns {Promise<Browser>}
 * @throws {Trouble} when there is none
 */
export async function ensureBrowser() {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) throw new Trouble(`CHROME_PATH names ${named}, which is no program that can be started.`);
    return { executablePath: named, args: FLAGS, env: environment() };
  }
  if (process.platform === 'linux' && process.arch === 'x64') return await npmChromium();
  const found = findBrowser();
  if (found === undefined) {
    throw new Trouble('no Chrome, Chromium or Edge was found; let CHROME_PATH name one.');
  }
  return { executablePath: found, args: FLAGS, env: environment() };
}

/** @returns {Promise<Browser>} */
async function npmChromium() {
  const { folder, node } = await ensureServer();
  const manifest = path.join(folder, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = /** @type {{ version: string }} */ (JSON.parse(readFileSync(manifest, 'utf8')));
  const unpacked = path.join(cache, `chromium-${version}`);
  if (!existsSync(unpacked)) await unpack(folder, node, unpacked);
  const executablePath = path.join(unpacked, 'chromium');
  const fontSettings = writeFontSettings(unpacked, [
    path.join(folder, 'node_modules', '@expo-google-fonts'),
    path.join(unpacked, 'fonts'),
  ]);
  return {
    executablePath,
    args: FLAGS,
    env: environment({ FONTCONFIG_FILE: fontSettings, ...(await librariesFor(executablePath, unpacked)) }),
  };
}

/**
 * @param {string} folder where the package is installed
 * @param {string} node
 * @param {string} target
 */
async function unpack(folder, node, target) {
  console.log('yojeom: unpacking the browser, once (about 5 s)');
  const workshop = temporaryFolder('chromium');
  const script = 'const { default: chromium } = await import("@sparticuz/chromium"); await chromium.executablePath();';
  await runCommand(node, ['--input-type=module', '--eval', script], {
    cwd: folder,
    // The package unpacks to the temporary folder; on AWS Lambda, also the system libraries that are missing there.
    env: { ...process.env, TMPDIR: workshop.folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    doing: 'unpacking the browser',
  });
  if (!existsSync(target)) renameSync(workshop.folder, target);
  workshop.remove();
}

/**
 * A minimal system lacks some of Chromium's libraries, libnss3 first of all; the package has brought them along.
 *
 * @param {string} executable
 * @param {string} unpacked
 * @returns {Promise<Record<string, string>>}
 */
async function librariesFor(executable, unpacked) {
  try {
    await runCommand(executable, ['--version']);
    return {};
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
  }
  const own = { LD_LIBRARY_PATH: path.join(unpacked, 'al2023', 'lib') };
  try {
    await runCommand(executable, ['--version'], { env: environment(own) });
    return own;
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new Trouble(`the browser from npm does not start (${error.gist}); let CHROME_PATH name another.`);
  }
}

/** @returns {string | undefined} */
function findBrowser() {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'chrome'];
  for (const name of names) {
    const found = findProgram(name);
    if (found !== undefined) return found;
  }
  const places = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
      const base = process.env[variable];
      if (base === undefined) return [];
      return [
        path.join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        path.join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ];
    }),
  ];
  return places.find(isExecutable);
}

/**
 * @param {Record<string, string>} [more]
 * @returns {Record<string, string>}
 */
function environment(more = {}) {
  /** @type {Record<string, string>} */
  const env = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  return { ...env, ...more };
}
