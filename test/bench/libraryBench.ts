import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exponent } from './growth.js';
import { libraryFiles } from './libraryFiles.js';
import { goalsOf, type Goal } from './libraryGoals.js';
import { figure } from './libraryRows.js';
import { measureLibrary, type LibraryReport } from './libraryRun.js';
import type { Place } from './libraryWindow.js';

/**
 * How long ago the notes were written, in milliseconds. What is read right after it was written is not kept, for it may have
 * been written once more meanwhile.
 */
const age = 24 * 60 * 60 * 1000;

/**
 * Makes libraries, measures them and prints what came of it.
 *
 * @param argv `[--sizes 100,1000,10000] [--rounds N] [--json] [--gate] [--readme]`.
 * @param folder Path of an empty folder for the libraries.
 * @param place How files are read there.
 * @returns Whether no goal was missed by so much that it must be a defect.
 */
export async function benchLibrary(argv: readonly string[], folder: string, place: Place): Promise<boolean> {
  const { values: options } = parseArgs({
    args: [...argv],
    options: {
      sizes: { type: 'string', default: '100,1000,10000' },
      rounds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
      gate: { type: 'boolean', default: false },
      // For whoever started this, who gets the result as a file.
      readme: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(options.rounds);
  const reports: LibraryReport[] = [];
  for (const size of options.sizes.split(',').map(Number)) {
    const bytes = writeLibrary(path.join(folder, 'notes'), size);
    console.error(`${size} notes, ${(bytes / 1e6).toFixed(1)} MB`);
    reports.push(await measureLibrary({ folder, size, bytes, rounds, isShort: options.gate }, place));
    rmSync(folder, { recursive: true, force: true });
  }
  const goals = goalsOf(reports, place.isEditor, (value, over) =>
    exponent(
      reports.map((report) => [over(report), value(report)]),
      0,
    ),
  );
  const date = new Date().toISOString().slice(0, 10);
  const result = JSON.stringify({ host: place.name, machine: machine(), date, rounds, reports, goals }, null, 2);
  const file = process.env['YOJEOM_BENCH_RESULT'];
  if (file !== undefined) {
    writeFileSync(file, result);
  }
  if (!options.json) {
    print(goals);
  } else if (file === undefined) {
    console.log(result);
  }
  return !options.gate || !goals.some(({ failsGate }) => failsGate);
}

/** What the figures depend on, and nothing that tells whose machine it is. */
function machine(): string {
  const processors = os.cpus();
  const model = (processors[0]?.model ?? 'an unknown processor').replace(/\s+/gu, ' ').trim();
  const system = `${os.type()} ${/^\d+(?:\.\d+)?/u.exec(os.release())?.[0] ?? ''}`.trim();
  return `${model} (${processors.length} cores, ${os.arch()}), ${system}, Node ${process.versions.node}`;
}

/** Returns how many bytes it has. */
function writeLibrary(folder: string, size: number): number {
  const written = new Date(Date.now() - age);
  let bytes = 0;
  for (const { path: name, text } of libraryFiles(size)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, written, written);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

function print(all: readonly Goal[]): void {
  const widest = Math.max(...all.map(({ what }) => what.length));
  for (const { size, what, goal, measured, beside, holds, failsGate } of all) {
    const mark = holds ? ' ' : failsGate ? '✗' : '!';
    const explained = [goal, beside].filter((text) => text !== '').join('; ');
    console.log(`${mark} ${size.padStart(7)}  ${what.padEnd(widest)}  ${figure(measured).padStart(6)}  (${explained})`);
  }
}
