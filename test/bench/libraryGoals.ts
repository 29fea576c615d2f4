import type { LibraryReport } from './libraryRun.js';

/** A goal beside what was measured. */
export interface Goal {
  /** Number of notes, or `growth`. */
  readonly size: string;
  readonly what: string;
  readonly goal: string;
  readonly measured: number;
  /** What it is made of: the two times of a ratio, in milliseconds. */
  readonly of?: readonly [own: number, peer: number];
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
 * @param isEditor Whether the files were read by the editor's API. Names are to come about as fast as it reads files; Node
 *   by itself reads them much faster.
 * @param exponentOf The growth exponent of a value over the sizes.
 */
export function goalsOf(
  reports: readonly LibraryReport[],
  isEditor: boolean,
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
  const ofSizes = reports.flatMap((report) => goalsOfSize(report, isEditor));
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

function goalsOfSize(report: LibraryReport, isEditor: boolean): Goal[] {
  const { size, reading, tree, titles, all, remark, warm, listing, cacheLoad, edit, pauses, heap, bytes } = report;
  const isLarge = size >= smallest;
  const goal = (what: string, wanted: number, measured: number, unit: string, counts = isLarge): Goal => ({
    size: String(size),
    what,
    measured,
    goal: counts ? `≤ ${wanted}${unit}` : 'no goal',
    holds: !counts || measured <= wanted,
    failsGate: counts && unit === '' && measured > 2 * wanted,
  });
  const ratio = (what: string, wanted: number, own: number, peer: number, counts = isLarge): Goal => ({
    ...goal(what, wanted, own / peer, '', counts),
    of: [own, peer],
  });
  return [
    ratio('tree complete ÷ reading the files', 1.5, tree, reading, isLarge && isEditor),
    ratio('titles searchable ÷ reading the files', 3, titles, reading, isLarge && isEditor),
    ratio('all read ÷ remark on all', 1 / 8, all, remark),
    ratio('second start ÷ listing the files and loading the cache', 2, warm, listing + cacheLoad),
    goal('bytes of heap for a byte of notes', 6, heap / bytes, ''),
    goal('one note changed until tree and search show it', 50, edit, ' ms'),
    goal('longest time that the host is blocked', 50, pauses.most, ' ms'),
    goal('99th percentile of that', 16, pauses.p99, ' ms'),
  ];
}
