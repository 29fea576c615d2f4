import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exponent } from './growth.js';
import { libraryFiles } from './libraryFiles.js';
import { goalsOf, type Goal } from './libraryGoals.js';
import { measureLibrary, type LibraryReport, type Place } from './libraryRun.js';

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
  const reports: LibraryReport[] = [];
  for (const size of options.sizes.split(',').map(Number)) {
    const bytes = writeLibrary(path.join(folder, 'notes'), size);
    console.error(`${size} notes, ${(bytes / 1e6).toFixed(1)} MB`);
    reports.push(await measureLibrary({ folder, size, bytes, rounds: Number(options.rounds) }, place));
    rmSync(folder, { recursive: true, force: true });
  }
  const goals = goalsOf(reports, place.isEditor, (value) =>
    exponent(
      reports.map((report) => [report.size, value(report)]),
      0,
    ),
  );
  const result = JSON.stringify(
    { host: place.name, date: new Date().toISOString().slice(0, 10), reports, goals },
    null,
    2,
  );
  const file = process.env['YOJEOM_BENCH_RESULT'];
  if (file !== undefined) {
    writeFileSync(file, result);
  }
  if (options.json) {
    console.log(result);
  } else {
    print(goals);
  }
  return !options.gate || !goals.some(({ failsGate }) => failsGate);
}

/** Returns how many bytes it has. */
function writeLibrary(folder: string, size: number): number {
  let bytes = 0;
  for (const { path: name, text } of libraryFiles(size)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

function print(all: readonly Goal[]): void {
  const widest = Math.max(...all.map(({ what }) => what.length));
  for (const { size, what, goal, measured, of, holds, failsGate } of all) {
    const mark = holds ? ' ' : failsGate ? '✗' : '!';
    const times = of ? `, ${of.map((time) => time.toFixed(0)).join(' / ')} ms` : '';
    console.log(
      `${mark} ${size.padStart(7)}  ${what.padEnd(widest)}  ${measured.toFixed(2).padStart(9)}  (${goal}${times})`,
    );
  }
}
