// `npm run bench -- library [-- OPTIONS]` with `[--sizes 100,1000,10000] [--rounds N] [--json] [--gate]`: how long it takes to open a
// library, to start again and to take in what changed, beside what the files themselves cost in the same run.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { temporaryFolder } from '../host/temporary-folder.mjs';
import { exponent } from './growth.js';
import { libraryFiles } from './libraryFiles.js';
import { goalsOf, type Goal } from './libraryGoals.js';
import { measureLibrary, type LibraryReport } from './libraryRun.js';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    gate: { type: 'boolean', default: false },
  },
});

const reports: LibraryReport[] = [];
for (const size of options.sizes.split(',').map(Number)) {
  const { folder, remove } = temporaryFolder('library');
  let bytes = 0;
  for (const { path: name, text } of libraryFiles(size)) {
    const file = path.join(folder, 'notes', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  console.error(`${size} notes, ${(bytes / 1e6).toFixed(1)} MB`);
  try {
    reports.push(await measureLibrary({ folder, size, bytes, rounds: Number(options.rounds) }));
  } finally {
    remove();
  }
}
const goals = goalsOf(reports, (value) =>
  exponent(
    reports.map((report) => [report.size, value(report)]),
    0,
  ),
);
if (options.json) {
  console.log(JSON.stringify({ reports, goals }, null, 2));
} else {
  print(goals);
}
// What a gate is for: a mistake that makes something grow, not a machine that is busy.
if (options.gate && goals.some(({ failsGate }) => failsGate)) {
  process.exitCode = 1;
}

function print(all: readonly Goal[]): void {
  const widest = Math.max(...all.map(({ what }) => what.length));
  for (const { size, what, goal, measured, holds, failsGate } of all) {
    const mark = holds ? ' ' : failsGate ? '✗' : '!';
    console.log(`${mark} ${size.padStart(7)}  ${what.padEnd(widest)}  ${measured.toFixed(2).padStart(9)}  (${goal})`);
  }
}
