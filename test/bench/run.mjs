#!/usr/bin/env node
// @ts-check
// `npm run bench [-- NAME … [-- OPTION …]]`: bundles benchmarks as the product is bundled, and runs them one after the
// other. Loaded file by file, helpers of the loader would be measured too. `npm run bench -- --OPTION …` gives options to all.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TestRunFailedError, runTests } from '@vscode/test-electron';
import { desktopOrStandIn } from '../host/download.mjs';
import { repo } from '../host/paths.mjs';
import { temporaryFolder } from '../host/temporary-folder.mjs';
import { writeScales } from './scalesTable.mjs';

const all = ['shapes', 'parseGrowth', 'page', 'search', 'library', 'hostLibrary'];
/** Those that run inside VS Code. */
const inHost = ['hostLibrary'];
const [names, options] = namesAndOptions(process.argv.slice(2));
const unknown = names.find((name) => !all.includes(name));
if (unknown !== undefined) {
  console.error(`yojeom: there is no benchmark "${unknown}"; there are ${all.join(', ')}.`);
  process.exit(2);
}
/**
 * What reads fixtures looks for them beside itself, and not beside the bundle.
 *
 * @type {import('esbuild').Plugin}
 */
const fixturesInPlace = {
  name: 'fixtures-in-place',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]test[\\/]fixtures[\\/][^\\/]+\.ts$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href)),
      loader: 'ts',
    }));
  },
};
/** How long VS Code may take for all sizes, in seconds, where other processes take most of the machine. */
const hostSeconds = process.env['YOJEOM_TEST_TIMEOUT'] ?? '3600';
const { write } = process.stdout;
const isJson = options.includes('--json');
const wanted = names.length === 0 ? all : names;
/**
 * What each printed as JSON.
 *
 * @type {Record<string, unknown>}
 */
const printed = {};
for (const name of wanted) {
  console.error(`\n=== ${name}`);
  const isInHost = inHost.includes(name);
  const outfile = path.join(repo, 'dist-test', 'bench', isInHost ? `${name}.cjs` : `${name}.mjs`);
  await build({
    absWorkingDir: repo,
    entryPoints: { [name]: `test/bench/${name}.ts`, ...(isInHost && { fileWorker: 'src/node/fileWorker.ts' }) },
    outdir: path.dirname(outfile),
    outExtension: { '.js': path.extname(outfile) },
    bundle: true,
    platform: 'node',
    target: 'es2022',
    logLevel: 'warning',
    plugins: [fixturesInPlace],
    ...(isInHost
      ? { format: 'cjs', mainFields: ['module', 'main'], external: ['vscode'] }
      : {
          format: 'esm',
          packages: 'external',
          // The live search is an adapter, but for an event emitter it is as fit for this as the core.
          alias: { vscode: './test/bench/vscodeStandIn.ts' },
        }),
  });
  const { folder, remove } = temporaryFolder('bench');
  const result = path.join(folder, 'result.json');
  const env = {
    YOJEOM_BENCH_FOLDER: path.join(folder, 'library'),
    YOJEOM_BENCH_ARGUMENTS: JSON.stringify(options),
    YOJEOM_BENCH_RESULT: result,
    YOJEOM_BENCH_FILE_WORKER: path.join(path.dirname(outfile), 'fileWorker.cjs'),
  };
  const { status, output } = isInHost ? await runInHost(outfile, folder, env) : runInNode(outfile, env);
  if (isJson && existsSync(result)) printed[name] = JSON.parse(readFileSync(result, 'utf8'));
  else if (isJson && status === 0) printed[name] = JSON.parse(output);
  if (status === 0 && options.includes('--readme')) await writeScales(path.join(repo, 'README.md'), result);
  remove();
  process.exitCode = status;
  if (status !== 0) break;
}
if (isJson) {
  // One document, whatever ran.
  const result = wanted.length === 1 ? printed[wanted[0] ?? ''] : printed;
  if (result !== undefined) console.log(JSON.stringify(result, null, 2));
}

/**
 * What came of a benchmark.
 *
 * @typedef {object} Outcome
 * @property {number} status the exit code
 * @property {string} output what it printed, where that is JSON
 */

/**
 * @param {string} bundle
 * @param {Record<string, string>} env
 * @returns {Outcome}
 */
function runInNode(bundle, env) {
  const { status, stdout } = spawnSync(process.execPath, [bundle, ...options], {
    cwd: repo,
    stdio: ['inherit', isJson ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: Infinity,
    env: { ...process.env, ...env },
  });
  return { status: status ?? 1, output: isJson ? stdout : '' };
}

/**
 * @param {string} bundle
 * @param {string} folder
 * @param {Record<string, string>} env
 * @returns {Promise<Outcome>}
 */
async function runInHost(bundle, folder, env) {
  // Among JSON, nobody wants to read what the editor has to say.
  if (isJson) process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    const host = await desktopOrStandIn();
    await runTests({
      vscodeExecutablePath: host.executable,
      extensionDevelopmentPath: repo,
      extensionTestsPath: bundle,
      launchArgs: [folder, `--user-data-dir=${path.join(folder, 'user')}`, '--disable-extensions'],
      extensionTestsEnv: { ...host.env, ...env, YOJEOM_TEST_HOST: 'node', YOJEOM_TEST_TIMEOUT: hostSeconds },
    });
    return { status: 0, output: '' };
  } catch (error) {
    if (error instanceof TestRunFailedError) return { status: 1, output: '' };
    throw error;
  } finally {
    process.stdout.write = write;
  }
}

/**
 * @param {string[]} args names, and from the first option or `--` on what is handed to all of them
 * @returns {[string[], string[]]} names and options
 */
function namesAndOptions(args) {
  const place = args.findIndex((arg) => arg.startsWith('--'));
  if (place === -1) return [args, []];
  return [args.slice(0, place), args.slice(args[place] === '--' ? place + 1 : place)];
}
