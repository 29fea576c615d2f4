import { rowsOf, type Growth, type Measure, type Row } from './libraryRows.js';
import type { LibraryReport } from './libraryRun.js';

/** A goal beside what was measured. */
export interface Goal {
  /** Number of notes, or `growth`. */
  readonly size: string;
  readonly what: string;
  readonly goal: string;
  readonly measured: number;
  /** What the figure is made of, or what the peer took in the same run; empty for growth. */
  readonly beside: string;
  readonly holds: boolean;
  /** Whether it is missed by so much that no busy machine explains it. */
  readonly failsGate: boolean;
}

/** A ratio's goal holds for libraries of this size on: in small ones, constant costs count. */
const smallest = 1000;

/** How far a growth exponent may be off in a short run, and be no defect. */
const gateMargin = 0.35;

/**
 * Sets what was measured beside the goals.
 *
 * @param reports One for each size.
 * @param isEditor Whether the files were read by the editor's API.
 * @param exponentOf The growth exponent of one thing over another.
 */
export function goalsOf(
  reports: readonly LibraryReport[],
  isEditor: boolean,
  exponentOf: (value: Measure, over: Measure) => number,
): Goal[] {
  const rows = rowsOf(isEditor).filter(({ measured }) => !reports.some((report) => Number.isNaN(measured(report))));
  const ofSizes = reports.flatMap((report) => rows.map((row) => goalOfSize(row, report)));
  const ofGrowth = rows.flatMap(({ what, growth }) => {
    const over = growth?.over ?? (({ size }) => size);
    const isGrowing = new Set(reports.map(over)).size > 1;
    return growth && isGrowing ? [goalOfGrowth(what, growth, exponentOf(growth.of, over))] : [];
  });
  return [...ofSizes, ...ofGrowth];
}

function goalOfSize({ what, most, defect, unit = '', measured: measure, beside }: Row, report: LibraryReport): Goal {
  const { size } = report;
  const wanted = size >= smallest ? most : undefined;
  const measured = measure(report);
  return {
    size: String(size),
    what,
    goal: wanted === undefined ? 'no goal' : `≤ ${Number(wanted.toFixed(3))}${unit}`,
    measured,
    beside: beside(report),
    holds: wanted === undefined || measured <= wanted,
    failsGate: wanted !== undefined && unit === '' && measured > (defect ?? 2 * wanted),
  };
}

function goalOfGrowth(what: string, { most, isUnsure = false }: Growth, measured: number): Goal {
  return {
    size: 'growth',
    what,
    goal: `≤ ${most}`,
    measured,
    beside: '',
    holds: measured <= most,
    failsGate: !isUnsure && measured > most + gateMargin,
  };
}
