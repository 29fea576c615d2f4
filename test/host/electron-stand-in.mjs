#!/usr/bin/env node
// @ts-check
// Stands in for the executable of a desktop VS Code where only its tests are wanted: it takes the arguments that
// `runTests` of @vscode/test-electron passes and runs the tests in VS Code's server and a headless browser.
//
//   YOJEOM_TEST_HOST=web    tests in the web-worker extension host instead of the Node one
//   YOJEOM_TEST_TIMEOUT=s   ends a run that takes longer, 600 if not set
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser.mjs';
import { runTestsInPage } from './page-tests.mjs';
import { temporaryFolder } from './temporary-folder.mjs';
import { writeTestModule } from './test-module.mjs';
import { Trouble, runMain } from './trouble.mjs';
import { NO_GALLERY, startServer } from './vscode-server.mjs';
import { copyForWebHost } from './web-extension.mjs';

await runMain(async () => {
  const wanted = readArguments(process.argv.slice(2));
  const workshop = temporaryFolder('extension');
  const { extensions, tests } =
    process.env['YOJEOM_TEST_HOST'] === 'web'
      ? forWebHost(wanted, workshop.folder)
      : { extensions: wanted.extensions, tests: writeTestModule('node', wanted.tests, workshop.folder) };
  const browser = await ensureBrowser();
  const server = await startServer({ smokeTestDriver: true, env: NO_GALLERY });
  try {
    const timeoutSeconds = Number(process.env['YOJEOM_TEST_TIMEOUT'] ?? 600);
    return await runTestsInPage({ browser, server, extensions, tests, folder: wanted.folder, timeoutSeconds });
  } finally {
    await server.stop();
    workshop.remove();
  }
});

/**
 * @typedef {object} Wanted
 * @property {string[]} extensions
 * @property {string} tests
 * @property {string | undefined} folder
 */

/**
 * @param {string[]} args
 * @returns {Wanted}
 */
function readArguments(args) {
  const { values, positionals } = parseArgs({
    args,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
    },
    allowPositionals: true,
    // Electron's and VS Code's other flags mean nothing here.
    strict: false,
  });
  const { extensionDevelopmentPath: extensions, extensionTestsPath: tests } = values;
  if (!Array.isArray(extensions) || typeof tests !== 'string') {
    throw new Trouble('the stand-in for VS Code needs --extensionDevelopmentPath=… and --extensionTestsPath=….');
  }
  const folder = positionals[0];
  return {
    extensions: extensions.map((extension) => path.resolve(String(extension))),
    tests: path.resolve(tests),
    folder: folder === undefined ? undefined : path.resolve(folder),
  };
}

/**
 * Replaces the extensions by copies for the web-worker host. VS Code runs the tests in the host of the extension in
 * whose folder they are, so they are moved along with it.
 *
 * @param {Wanted} wanted
 * @param {string} workshop an empty folder
 */
function forWebHost({ extensions, tests }, workshop) {
  const copies = extensions.map((extension, index) => {
    const copy = path.join(workshop, String(index));
    copyForWebHost(extension, copy);
    return copy;
  });
  const home = copies[extensions.findIndex((extension) => tests.startsWith(extension + path.sep))];
  if (home === undefined) {
    throw new Trouble('tests of the web-worker host must be inside the folder of the extension that they test.');
  }
  return { extensions: copies, tests: writeTestModule('web', tests, home) };
}
