#!/usr/bin/env node
// @ts-check
// `npm run bench [-- NAME … [-- OPTION …]]`: bundles benchmarks as the product is bundled, and runs them one after the
// other. Loaded file by file, helpers of the loader would be measured too.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { repo } from '../host/paths.mjs';

const all = ['shapes', 'parseGrowth', 'page', 'search', 'library'];
const [names, options] = splitAt(process.argv.slice(2), '--');
const unknown = names.find((name) => !all.includes(name));
if (unknown !== undefined) {
  console.error(`yojeom: there is no benchmark "${unknown}"; there are ${all.join(', ')}.`);
  process.exit(2);
}
for (const name of names.length === 0 ? all : names) {
  console.log(`\n=== ${name}`);
  const outfile = path.join(repo, 'dist-test', 'bench', `${name}.mjs`);
  await build({
    absWorkingDir: repo,
    entryPoints: [`test/bench/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    // The live search is an adapter, but for an event emitter it is as fit for this as the core.
    alias: { vscode: './test/bench/vscodeStandIn.ts' },
    target: 'es2022',
    logLevel: 'warning',
  });
  const { status } = spawnSync(process.execPath, [outfile, ...options], { cwd: repo, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
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
