import type { LibraryReport, Way } from './libraryRun.js';
import type { Took } from './rounds.js';

/** Something that is read off a report. */
export type Measure = (report: LibraryReport) => number;

/** A figure of a library, and what it is to be. */
export interface Row {
  readonly what: string;
  /** The most that it is to be, where there is a goal. */
  readonly most?: number | undefined;
  /** From how much on no busy machine explains it: twice the most, if not given. */
  readonly defect?: number;
  /** ` ms` for what is no ratio. */
  readonly unit?: string;
  /** NaN where a short run leaves it out. */
  readonly measured: Measure;
  /** What the figure is made of, or what the peer took in the same run. */
  readonly beside: (report: LibraryReport) => string;
  readonly growth?: Growth;
}

/** How a figure may grow. */
export interface Growth {
  /** The largest exponent: 1.1 for what is linear, 0.1 for what is flat. */
  readonly most: number;
  readonly of: Measure;
  /** Over what it grows: the number of notes, if not given. */
  readonly over?: Measure;
  /** Whether something else that the machine does can explain any growth. */
  readonly isUnsure?: boolean;
}

/** So many times as long as the editor takes to read a file, remark takes to parse it, at least: in VS Code 1.139. */
const remarkByReading = 16;

/** By what is measured how long something takes. */
interface Scale {
  /** For the names of rows. */
  readonly suffix: string;
  readonly amount: (took: Took) => number;
  /** What growth is told in. */
  readonly unit: Measure;
}

const byClock: Scale = { suffix: '', amount: ({ time }) => time, unit: () => 1 };

/**
 * Work of the processor, and growth of it in notes that remark could have parsed meanwhile: other processes slow down both
 * alike, also where they do so at one size alone.
 */
const byWork: Scale = {
  suffix: ', by work',
  amount: ({ work }) => work,
  unit: ({ ways, size }) => ways.remark.work / size,
};

/**
 * All figures of a library. In the editor they are times, in Node work of the processor, so that no busy machine fails the
 * gate.
 *
 * @param isEditor Whether the files were read by the editor's API.
 */
export function rowsOf(isEditor: boolean): Row[] {
  const scale = isEditor ? byClock : byWork;
  const name = isEditor ? nameRow : nameRowByWork;
  return [
    name('tree complete', 'tree', 1.5),
    name('titles searchable', 'titles', 3),
    {
      ...ratio(`all read ÷ remark on all${scale.suffix}`, amountOf('all', scale), amountOf('remark', scale), 1 / 8),
      // In a library of 1,000 notes, half of the work is to compile the code that reads them.
      defect: 3 / 8,
      growth: linear('all', scale),
    },
    name('tree complete on a second start', 'treeAgain', 1.5),
    {
      ...ratio(
        'second start ÷ listing the files with their times and loading what was kept',
        amountOf('allAgain', byClock),
        ({ ways }) => ways.listing.time + ways.loading.time,
        2,
      ),
      growth: linear('allAgain', scale),
    },
    heapRow,
    editRow,
    {
      ...batchRow,
      // What the rest of the library adds to it counts as growth too.
      growth: {
        most: 1.1,
        of: (report) => scale.amount(report.batch.own) / scale.unit(report),
        over: ({ batch }) => batch.files,
      },
    },
    delayRow('longest time that the host is held up', 50, 'most'),
    {
      ...delayRow('99th percentile of that', 16, 'p99'),
      // None for the longest: the longer one looks, the longer is the longest of the same pauses.
      growth: { most: 0.1, of: ({ delays }) => delays?.own.p99 ?? NaN, isUnsure: true },
    },
  ];
}

/** What names take beside reading the files, by the clock. */
function nameRow(what: string, way: Way, most: number): Row {
  const row = ratio(`${what} ÷ reading the files`, amountOf(way, byClock), amountOf('reading', byClock), most);
  return { ...row, growth: linear(way, byClock) };
}

/**
 * The same in Node, which reads files so fast by itself that names could not be told as fast as that. The goal takes another
 * form: the editor reads a file in a part of the time in which remark parses it, and what remark takes is known in Node too.
 */
function nameRowByWork(what: string, way: Way, most: number): Row {
  const [own, peer] = [amountOf(way, byWork), amountOf('remark', byWork)];
  const row = ratio(`${what} ÷ remark on all${byWork.suffix}`, own, peer, most / remarkByReading);
  return { ...row, growth: linear(way, byWork) };
}

function amountOf(way: Way, { amount }: Scale): Measure {
  return ({ ways }) => amount(ways[way]);
}

function linear(way: Way, scale: Scale): Growth {
  return { most: 1.1, of: (report) => amountOf(way, scale)(report) / scale.unit(report) };
}

const heapRow: Row = {
  what: 'bytes of heap for a byte of notes',
  most: 6,
  measured: ({ heap, bytes }) => heap / bytes,
  beside: ({ heap, bytes }) => `${figure(heap / 1e6)} / ${figure(bytes / 1e6)} MB`,
};

const editRow: Row = {
  what: 'work until tree, search and page show one changed note, beside remark on it',
  most: 50,
  unit: ' ms',
  measured: ({ edit }) => edit.own,
  beside: ({ edit }) => `${figure(edit.own / edit.remark)} × ${figure(edit.remark)}`,
  // Of the ratio: notes are about as long in each library, not quite.
  growth: { most: 0.1, of: ({ edit }) => edit.own / edit.remark },
};

const batchRow: Row = ratio(
  'tree and search show 1,000 files changed at once (of fewer notes, all) ÷ reading them',
  ({ batch }) => batch.own.time,
  ({ batch }) => batch.reading.time,
  undefined,
);

function delayRow(what: string, most: number, of: 'most' | 'p99'): Row {
  return {
    what: `${what}, beside merely reading files and idling`,
    most,
    unit: ' ms',
    measured: ({ delays }) => delays?.own[of] ?? NaN,
    beside: ({ delays }) => `${figure(delays?.reading[of] ?? NaN)} reading, ${figure(delays?.idle[of] ?? NaN)} idle`,
  };
}

function ratio(what: string, own: Measure, peer: Measure, most: number | undefined): Row {
  return {
    what,
    most,
    measured: (report) => own(report) / peer(report),
    beside: (report) => `${figure(own(report))} / ${figure(peer(report))}`,
  };
}

/**
 * A figure with as many digits as say something.
 *
 * @param value Any figure.
 */
export function figure(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0);
}
