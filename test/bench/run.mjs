#!/usr/bin/env node
// @ts-check
// `npm run bench [-- NAME … [-- OPTION …]]`: bundles benchmarks as the product is bundled, and runs them one after the
// other. Loaded file by file, helpers of the loader would be measured too.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { TestRunFailedError, runTests } from '@vscode/test-electron';
import { desktopOrStandIn } from '../host/download.mjs';
import { repo } from '../host/paths.mjs';
import { temporaryFolder } from '../host/temporary-folder.mjs';
import { writeScales } from './scalesTable.mjs';

const all = ['shapes', 'parseGrowth', 'page', 'search', 'library', 'hostLibrary'];
/** Those that run inside VS Code. */
const inHost = ['hostLibrary'];
const [names, options] = splitAt(process.argv.slice(2), '--');
const unknown = names.find((name) => !all.includes(name));
if (unknown !== undefined) {
  console.error(`yojeom: there is no benchmark "${unknown}"; there are ${all.join(', ')}.`);
  process.exit(2);
}
for (const name of names.length === 0 ? all : names) {
  console.error(`\n=== ${name}`);
  const isInHost = inHost.includes(name);
  const outfile = path.join(repo, 'dist-test', 'bench', isInHost ? `${name}.cjs` : `${name}.mjs`);
  await build({
    absWorkingDir: repo,
    entryPoints: [`test/bench/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'es2022',
    logLevel: 'warning',
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
  };
  const status = isInHost ? await runInHost(outfile, folder, env) : runInNode(outfile, env);
  if (status === 0 && options.includes('--readme')) await writeScales(path.join(repo, 'README.md'), result);
  remove();
  if (status !== 0) process.exit(status);
}

/**
 * @param {string} bundle
 * @param {Record<string, string>} env
 */
function runInNode(bundle, env) {
  const { status } = spawnSync(process.execPath, [bundle, ...options], {
    cwd: repo,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

/**
 * @param {string} bundle
 * @param {string} folder
 * @param {Record<string, string>} env
 */
async function runInHost(bundle, folder, env) {
  const host = await desktopOrStandIn();
  try {
    await runTests({
      vscodeExecutablePath: host.executable,
      extensionDevelopmentPath: repo,
      extensionTestsPath: bundle,
      launchArgs: [folder, `--user-data-dir=${path.join(folder, 'user')}`, '--disable-extensions'],
      extensionTestsEnv: { ...host.env, ...env, YOJEOM_TEST_HOST: 'node' },
    });
    return 0;
  } catch (error) {
    if (error instanceof TestRunFailedError) return 1;
    throw error;
  }
}

/**
 * @param {string[]} args
 * @param {string} mark
 * @returns {[string[], string[]]} what is before the mark and what is behind it
 */
function splitAt(args, mark) {
  const place = args.indexOf(mark);
  return place === -1 ? [args, []] : [args.slice(0, place), args.slice(place + 1)];
}
