import type { LibraryReport } from './libraryRun.js';

/** A goal beside what was measured. */
export interface Goal {
  /** Number of notes, or `growth`. */
  readonly size: string;
  readonly what: string;
  readonly goal: string;
  readonly measured: number;
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
 * @param exponentOf The growth exponent of a value over the sizes.
 */
export function goalsOf(
  reports: readonly LibraryReport[],
  exponentOf: (value: (report: LibraryReport) => number) => number,
): Goal[] {
  const growth = (what: string, most: number, value: (report: LibraryReport) => number): Goal => {
    const measured = exponentOf(value);
    return {
      size: 'growth',
      what,
      goal: `≤ ${most}`,
      measured,
      holds: measured <= most,
      failsGate: measured > most + gateMargin,
    };
  };
  const ofSizes = reports.flatMap((report) => goalsOfSize(report));
  return reports.length < 2
    ? ofSizes
    : [
        ...ofSizes,
        growth('tree complete', 1.1, ({ tree }) => tree),
        growth('all read', 1.1, ({ all }) => all),
        growth('second start', 1.1, ({ warm }) => warm),
        growth('one note changed', 0.1, ({ edit }) => edit),
      ];
}

function goalsOfSize(report: LibraryReport): Goal[] {
  const { size, reading, tree, titles, all, remark, warm, listing, cacheLoad, edit, batch, pauses, heap, bytes } =
    report;
  const isLarge = size >= smallest;
  const most = (what: string, wanted: number, measured: number, unit = ''): Goal => ({
    size: String(size),
    what,
    goal: isLarge ? `≤ ${wanted}${unit}` : 'no goal',
    measured,
    holds: !isLarge || measured <= wanted,
    failsGate: isLarge && unit === '' && measured > 2 * wanted,
  });
  return [
    most('tree complete, by reading the files', 1.5, tree / reading),
    most('titles searchable, by reading the files', 3, titles / reading),
    most('all read, by remark on all', 1 / 8, all / remark),
    most('second start, by listing the files and loading what is kept', 2, warm / (listing + cacheLoad)),
    most('heap with all read, by the bytes of the notes', 6, heap / bytes),
    most('one note changed until tree and search show it', 50, edit, ' ms'),
    most('the host is blocked, longest', 50, pauses.most, ' ms'),
    most('the host is blocked, 99th percentile', 16, pauses.p99, ' ms'),
    most('1,000 notes changed at once', Infinity, batch, ' ms'),
  ];
}
