// `npm run bench -- parseGrowth [-- OPTIONS]` with `[--largest KB] [--seconds N] [--shape NAME] [--json]`: how the time to read a note
// grows with its length, and what becomes of texts that nobody would write.
import { parseArgs } from 'node:util';
import { parseWithRemark } from '../../src/core/note/markdown.js';
import { readNote } from '../../src/core/note/read.js';
import type { Note } from '../../src/core/note/model.js';
import { exponent, fastest, type Measured } from './growth.js';
import { documentOf, growthShapes, type Shape } from './growthShapes.js';
import { pathologicalTexts } from './pathologicalTexts.js';

const { values: options } = parseArgs({
  options: {
    largest: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '4' },
    shape: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
const sizes = [10, 30, 100, 300, 1000, 3000, 10_000].filter((size) => size <= Number(options.largest));
const fitFrom = 100;
/** remark by itself takes minutes beyond. */
const largestWhole = 100;
const goal = 1.1;

interface Growth {
  readonly shape: string;
  readonly reading: readonly Measured[];
  readonly exponent: number;
  readonly remark: readonly Measured[];
}

function read(text: string): Note {
  return readNote({ uri: 'a.md', name: 'a', folder: 'Folder', text });
}

/** Measures ever longer notes, as long as the next one can be expected to end in time. */
function measure(run: (text: string) => void, shape: Shape, largest: number): Measured[] {
  const measured: Measured[] = [];
  const limit = Number(options.seconds) * 1000;
  for (const size of sizes.filter((kilobytes) => kilobytes <= largest)) {
    const [last, time] = measured.at(-1) ?? [size, 0];
    const isFit = measured.filter(([kilobytes]) => kilobytes >= fitFrom).length > 1;
    if (isFit && (time * size) / last > limit) {
      break;
    }
    const text = documentOf(shape, size);
    measured.push([size, fastest(() => run(text), limit / 10)]);
  }
  return measured;
}

function growthOf(name: string, shape: Shape): Growth {
  const reading = measure(read, shape, Infinity);
  return {
    shape: name,
    reading,
    exponent: exponent(reading, fitFrom),
    remark: measure((text) => void parseWithRemark(text), shape, largestWhole),
  };
}

function cells(measured: readonly Measured[]): string {
  return sizes.map((size) => (measured.find(([of]) => of === size)?.[1].toFixed(0) ?? '').padStart(9)).join('');
}

function log(line: string): void {
  if (!options.json) {
    console.log(line);
  }
}

// The first runs compile the code.
for (const shape of Object.values(growthShapes)) {
  read(documentOf(shape, 10));
}
log(`Time to read a note, in ms of the processor: the fastest run of up to 7, garbage collected before each. A shape grows until the
next size can be expected to take more than ${options.seconds} s (--seconds), but at least two sizes are fitted. The exponent is the slope of time over size, in logarithms,
from ${fitFrom} KB on: 1 is linear, 2 quadratic; the goal is ${goal}. remark: the parser by itself on the whole text, its exponent from 10 KB.
`);
log(''.padEnd(38) + sizes.map((size) => `${size} KB`.padStart(9)).join('') + '  exponent');
const growths = Object.entries(growthShapes)
  .filter(([name]) => name.includes(options.shape))
  .map(([name, shape]) => {
    const growth = growthOf(name, shape);
    const mark = growth.exponent > goal ? '  above the goal' : '';
    log(name.padEnd(38) + cells(growth.reading) + growth.exponent.toFixed(2).padStart(10) + mark);
    log('  remark'.padEnd(38) + cells(growth.remark) + exponent(growth.remark, 0).toFixed(2).padStart(10));
    return growth;
  });

log('\nms, MB, concepts and problems of texts that nobody would write');
const pathological = Object.entries(pathologicalTexts)
  .filter(([name]) => name.includes(options.shape))
  .map(([name, make]) => {
    const text = make();
    let note: Note | undefined;
    const ms = fastest(() => (note = read(text)), 0.1);
    const counts = { megabytes: text.length / 1e6, concepts: note?.concepts.length, problems: note?.problems.length };
    log(
      name.padEnd(38) +
        ms.toFixed(0).padStart(9) +
        counts.megabytes.toFixed(1).padStart(9) +
        [counts.concepts, counts.problems].map((count) => String(count).padStart(9)).join(''),
    );
    return { name, ms, ...counts };
  });

if (options.json) {
  console.log(JSON.stringify({ fitFrom, goal, growths, pathological }));
}
