/** What the goals are about, as measured for one size. */
export interface Measured {
  readonly size: number;
  /** Shares in percent. */
  readonly recall: { readonly top1: number; readonly top5: number; readonly leastKoreanTop5: number };
  /** How many times longer fuse.js takes, for names and for texts. */
  readonly fuseRatio: { readonly median: number; readonly least: number };
  readonly bodiesRatio: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
  readonly fuzzysortP95: number;
  readonly longestStep: number;
  readonly longestUpdate: number;
  /** The index's memory by that of fuse.js's. */
  readonly heapRatio: number;
}

/** A goal beside what was measured. */
export interface Goal {
  readonly size: string;
  readonly goal: string;
  /** The most or the least that is wanted. */
  readonly sign: '≤' | '≥';
  readonly wanted: number;
  readonly measured: number;
  readonly holds: boolean;
}

/** Up to this size the goals for 10,000 concepts hold, beyond it those for 100,000. */
const smallSize = 50_000;

/** The goals for the sizes that were measured. */
export function goalsOf(all: readonly Measured[]): Goal[] {
  const [small, large] = [all.find(({ size }) => size <= smallSize), all.find(({ size }) => size > smallSize)];
  const growth =
    small && large ? [atMost('all', '10 times the concepts, times as long', 8, large.median / small.median)] : [];
  return [...all.flatMap(goalsOfSize), ...growth];
}

function goalsOfSize(of: Measured): Goal[] {
  const isSmall = of.size <= smallSize;
  const size = String(of.size);
  const ofSmall = [atLeast(size, 'found in 5, worst Korean kind, %', 100, of.recall.leastKoreanTop5)];
  const ofLarge = [
    atMost(size, "95 %, ms, against fuzzysort's", of.fuzzysortP95, of.p95),
    atMost(size, 'one note changed, worst, without garbage, ms', 5, of.longestUpdate),
    atMost(size, 'longest step, without garbage, ms', 50, of.longestStep),
  ];
  return [
    atLeast(size, 'found first, %', isSmall ? 97 : 93, of.recall.top1),
    atLeast(size, 'found in 5, %', isSmall ? 99.5 : 99, of.recall.top5),
    atLeast(size, 'fuse.js takes times as long, median', isSmall ? 20 : 40, of.fuseRatio.median),
    atLeast(size, 'fuse.js takes times as long, least', 1, of.fuseRatio.least),
    atLeast(size, 'fuse.js on texts takes times as long', 100, of.bodiesRatio),
    atMost(size, "memory by fuse.js's index", 3, of.heapRatio),
    ...(isSmall ? ofSmall : ofLarge),
  ];
}

function atMost(size: string, goal: string, wanted: number, measured: number): Goal {
  return { size, goal, sign: '≤', wanted, measured, holds: measured <= wanted };
}

function atLeast(size: string, goal: string, wanted: number, measured: number): Goal {
  return { size, goal, sign: '≥', wanted, measured, holds: measured >= wanted };
}
