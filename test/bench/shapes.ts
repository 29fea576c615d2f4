/** How well the reader does on the notes of `test/fixtures/shapes`: `npm run bench -- shapes [-- OPTIONS]` with `[--verbose] [--json]`. */
import { parseArgs } from 'node:util';
import { pointsRead, shapeFixtures, type OwnedPoint, type ShapeFixture } from '../fixtures/shapes.js';

interface Count {
  notes: number;
  /** Points that the notes have. */
  expected: number;
  /** Points that were read. */
  read: number;
  /** Points that were read and are there: same role, line and text. */
  matched: number;
  /** Matched points of the right concept. */
  owned: number;
}

const { values: options } = parseArgs({
  options: { verbose: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});

const total: Count = { notes: 0, expected: 0, read: 0, matched: 0, owned: 0 };
const shapes = new Map<string, Count>();
const remarks: string[] = [];
for (const fixture of shapeFixtures()) {
  const count = measure(fixture);
  const shape = shapes.get(fixture.shape) ?? { notes: 0, expected: 0, read: 0, matched: 0, owned: 0 };
  shapes.set(fixture.shape, add(shape, count));
  add(total, count);
}

const rows = [...shapes, ['total', total] as const].map(([shape, count]) => rowOf(shape, count));
if (options.json) {
  console.log(JSON.stringify({ shapes: rows.slice(0, -1), total: rows.at(-1), ...(options.verbose && { remarks }) }));
} else {
  printTable();
  if (options.verbose) {
    console.log(['', ...remarks].join('\n'));
  }
}

function measure(fixture: ShapeFixture): Count {
  const read = pointsRead(fixture);
  const left = [...read];
  const count = { notes: 1, expected: fixture.points.length, read: read.length, matched: 0, owned: 0 };
  for (const point of fixture.points) {
    const found = takeMatch(left, point);
    count.matched += Number(found !== undefined);
    count.owned += Number(found?.concept === point.concept);
    if (!found) {
      remark(fixture, 'missed', point);
    } else if (found.concept !== point.concept) {
      remark(fixture, `of “${found.concept}”, not “${point.concept}”`, point);
    }
  }
  left.forEach((point) => remark(fixture, 'extra', point));
  return count;
}

/** Takes the point of the same role, line and text out of those left: the right concept's, if there is a choice. */
function takeMatch(left: OwnedPoint[], { concept, role, line, text }: OwnedPoint): OwnedPoint | undefined {
  const matches = left.filter((other) => other.role === role && other.line === line && other.text === text);
  const match = matches.find((other) => other.concept === concept) ?? matches[0];
  if (match) {
    left.splice(left.indexOf(match), 1);
  }
  return match;
}

function remark({ name }: ShapeFixture, what: string, { line, role, text }: OwnedPoint): void {
  remarks.push(`${name}.md:${line} ${role} ${text} (${what})`);
}

function add(sum: Count, count: Count): Count {
  sum.notes += count.notes;
  sum.expected += count.expected;
  sum.read += count.read;
  sum.matched += count.matched;
  sum.owned += count.owned;
  return sum;
}

function rowOf(
  shape: string,
  count: Count,
): Count & Record<'recall' | 'precision' | 'concept', number> & { shape: string } {
  const { expected, read, matched, owned } = count;
  return {
    shape,
    ...count,
    recall: share(matched, expected),
    precision: share(matched, read),
    concept: share(owned, matched),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function printTable(): void {
  console.log(['shape    ', 'notes', 'points', ' read', ' recall', 'precision', 'concept'].join('  '));
  for (const { shape, notes, expected, read, recall, precision, concept } of rows) {
    const counts = [String(notes).padStart(5), String(expected).padStart(6), String(read).padStart(5)];
    const shares = [recall.toFixed(3).padStart(7), precision.toFixed(3).padStart(9), concept.toFixed(3).padStart(7)];
    console.log([shape.padEnd(9), ...counts, ...shares].join('  '));
  }
}
