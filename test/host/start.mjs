#!/usr/bin/env node
// @ts-check
// `npm start`: builds Yojeom and opens a VS Code that has it. A desktop VS Code is used where there is one; elsewhere a
// VS Code in the browser is served on this machine's loopback address.
//
//   --port N, PORT=N         the port to serve on, 8420 if not given
//   --server, YOJEOM_VSCODE=server   serves it even where there is a desktop VS Code
//
// The editor opens without a folder: then Yojeom has no notes of the reader's and shows those that it brings along.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { endWithParent } from './clean-up.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { findDesktop } from './desktop.mjs';
import { installFolder } from './development-install.mjs';
import { freePort } from './free-port.mjs';
import { cache, repo } from './paths.mjs';
import { Trouble, runMain } from './trouble.mjs';
import { startServer } from './vscode-server.mjs';

const DEFAULT_PORT = 8420;

await runMain(async () => {
  endWithParent();
  const { port, server } = readOptions();
  await ensureDependencies();
  await build();
  const desktop = server ? undefined : (findDesktop() ?? (await fetchDesktop()));
  if (desktop !== undefined) return await openDesktop(desktop);
  return await serve(port);
});

function readOptions() {
  const { values } = parseArguments();
  const text = values.port ?? process.env['PORT'];
  const port = text === undefined || text === '' ? DEFAULT_PORT : Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Trouble(`"${text}" is no port number (1 to 65535).`);
  return { port, server: values.server === true || process.env['YOJEOM_VSCODE'] === 'server' };
}

function parseArguments() {
  try {
    return parseArgs({ options: { port: { type: 'string' }, server: { type: 'boolean' } } });
  } catch {
    throw new Trouble('usage: npm start -- [--port N] [--server]');
  }
}

/** Builds the extension; the build prints its own lines. */
async function build() {
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['esbuild.mjs'], { cwd: repo, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (code !== 0) throw new Trouble('the build failed; its errors are above.');
}

/** @returns {Promise<string | undefined>} a desktop VS Code where its server cannot run */
async function fetchDesktop() {
  if (process.platform === 'linux') return undefined;
  // Imported late: what it needs may only just have been installed.
  const { downloadDesktop } = await import('./download.mjs');
  return await downloadDesktop();
}

/**
 * @param {string} program
 * @returns {Promise<number>}
 */
async function openDesktop(program) {
  console.log(`yojeom: opening VS Code (${program}); click the Yojeom icon in the activity bar`);
  const shell = process.platform === 'win32';
  const args = [`--extensionDevelopmentPath=${repo}`, '--new-window'];
  const child = shell
    ? spawn(
        `"${program}"`,
        args.map((arg) => `"${arg}"`),
        { stdio: 'inherit', shell },
      )
    : spawn(program, args, { stdio: 'inherit' });
  return await new Promise((resolve, reject) => {
    child.on('error', () => reject(new Trouble(`${program} could not be started; try npm start -- --server.`)));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * @param {number} wanted
 * @returns {Promise<number>}
 */
async function serve(wanted) {
  const dataDir = path.join(cache, 'start');
  installFolder(repo, path.join(dataDir, 'extensions'));
  const port = await freePort(wanted);
  if (port !== wanted) console.log(`yojeom: port ${wanted} is in use, taking ${port}`);
  const server = await startServer({ port, serverDataDir: dataDir });
  console.log(`
yojeom: VS Code with Yojeom runs at

    ${server.url}

Open it in a browser and click the Yojeom icon in the activity bar. Ctrl+C stops it.`);
  await server.ended;
  console.error("yojeom: VS Code's server has ended");
  return 1;
}
