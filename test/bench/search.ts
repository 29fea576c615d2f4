// `npm run bench -- search [-- OPTIONS]` with `[--size N] [--json]`: how well and how fast concepts are found, beside other engines.
import Fuse from 'fuse.js/basic';
import { parseArgs } from 'node:util';
import type { Note } from '../../src/core/note/model.js';
import { ConceptSearch } from '../../src/core/search/conceptSearch.js';
import { collectGarbage } from './garbage.js';
import { Pauses, type PauseReport } from './pauses.js';
import { quantile } from './quantile.js';
import { goalsOf, type Goal, type Measured } from './searchGoals.js';
import { engines, flatNames, type Engine } from './searchEngines.js';
import { generatedNotes } from './searchLibrary.js';
import { benchQueries, rightConcepts, type BenchQuery } from './searchQueries.js';

/** Queries of each kind, and how many of them slow engines answer: fuse.js takes a second for one of 100,000 concepts. */
const queriesOfKind = 30;
const slowQueriesOfKind: Readonly<Record<'small' | 'large', Readonly<Record<string, number>>>> = {
  small: { 'fuse.js .4': 3 },
  large: { 'fuse.js .4': 1, uFuzzy: 3 },
};

/** From here on a library is large. */
const largeSize = 50_000;

/** What was found and how long it took, for one engine and query. */
interface Answer {
  readonly query: BenchQuery;
  readonly milliseconds: number;
  /** The place of the right concept, from 1; `Infinity` where it is not among them. */
  readonly place: number;
}

/** All that is known of one size. */
interface Report {
  readonly size: number;
  readonly engines: Readonly<Record<string, EngineReport>>;
  readonly fuseRatio: { readonly median: number; readonly least: number };
  readonly bodies: { readonly milliseconds: number; readonly fuseMilliseconds: number };
  /** Of changes of one note, and of the steps of queries, in milliseconds. */
  readonly changes: PauseReport;
  readonly longest: PauseReport;
  readonly heapRatio: number;
  readonly koreanKinds: readonly string[];
}

interface EngineReport {
  /** How many queries it answered. */
  readonly queries: number;
  readonly median: number;
  readonly p95: number;
  readonly kinds: Readonly<Record<string, readonly [top1: number, top5: number]>>;
}

const { values } = parseArgs({ options: { size: { type: 'string' }, json: { type: 'boolean' } } });
const sizes = values.size === undefined ? [10_000, 100_000] : [Number(values.size)];
const reports: Report[] = [];
for (const size of sizes) {
  reports.push(await reportOf(size));
}
const goals = goalsOf(reports.map(measured));
if (values.json === true) {
  console.log(JSON.stringify({ reports, goals }, undefined, 2));
} else {
  reports.forEach(print);
  printGoals(goals);
}

async function reportOf(size: number): Promise<Report> {
  const notes = generatedNotes(size);
  const before = memory();
  const search = new ConceptSearch(notes);
  const own = memory() - before;
  const fuse = fuseIndexMemory(notes);
  const queries = benchQueries(notes, queriesOfKind);
  // Before the others are there, whose memory would have to be looked through for garbage.
  const longest = await longestStep(search, queries).withoutGarbage();
  const changes = await updates(notes, search).withoutGarbage();
  const all = engines(notes, search);
  const ofKind = new Map<string, number>();
  const answers = new Map<string, Answer[]>(all.map(({ name }) => [name, []]));
  const right = rightConcepts(queries, flatNames(notes));
  const slow = slowQueriesOfKind[size < largeSize ? 'small' : 'large'];
  warmUp(all, queries, slow);
  for (const query of queries) {
    const number = ofKind.get(query.kind) ?? 0;
    ofKind.set(query.kind, number + 1);
    const asked = all.filter(({ name }) => number < (slow[name] ?? queriesOfKind));
    asked.forEach((engine) => answers.get(engine.name)?.push(answerOf(engine, query, right)));
  }
  return {
    size,
    engines: Object.fromEntries([...answers].map(([name, of]) => [name, engineReport(of)])),
    fuseRatio: fuseRatio(answers),
    bodies: bodies(notes, search),
    changes,
    heapRatio: own / fuse,
    longest,
    koreanKinds: [...new Set(queries.filter(({ isKorean }) => isKorean).map(({ kind }) => kind))],
  };
}

function warmUp(all: readonly Engine[], queries: readonly BenchQuery[], slow: Readonly<Record<string, number>>): void {
  for (const engine of all.filter(({ name }) => slow[name] === undefined)) {
    queries.filter((_, place) => place % 3 === 0).forEach(({ text }) => engine.search(text));
  }
  all.forEach((engine) => engine.search('warm'));
}

function answerOf(engine: Engine, query: BenchQuery, right: ReadonlyMap<BenchQuery, ReadonlySet<string>>): Answer {
  const start = performance.now();
  const found = engine.search(query.text);
  const milliseconds = performance.now() - start;
  const ids = right.get(query) ?? new Set();
  const place = [...new Set(found)].findIndex((id) => ids.has(id)) + 1;
  return { query, milliseconds, place: place === 0 ? Infinity : place };
}

function engineReport(answers: readonly Answer[]): EngineReport {
  const kinds = [...new Set(answers.map(({ query }) => query.kind))];
  const share = (of: readonly Answer[], top: number): number =>
    (100 * of.filter(({ place }) => place <= top).length) / of.length;
  const row = (of: readonly Answer[]): [number, number] => [share(of, 1), share(of, 5)];
  return {
    queries: answers.length,
    median: quantile(
      answers.map(({ milliseconds }) => milliseconds),
      0.5,
    ),
    p95: quantile(
      answers.map(({ milliseconds }) => milliseconds),
      0.95,
    ),
    kinds: {
      all: row(answers),
      ...Object.fromEntries(kinds.map((kind) => [kind, row(answers.filter(({ query }) => query.kind === kind))])),
    },
  };
}

/** How many times longer fuse.js took for the same queries. */
function fuseRatio(answers: ReadonlyMap<string, readonly Answer[]>): { median: number; least: number } {
  const own = new Map(answers.get('yojeom')?.map(({ query, milliseconds }) => [query, milliseconds]));
  const ratios = (answers.get('fuse.js .4') ?? []).map(
    ({ query, milliseconds }) => milliseconds / (own.get(query) ?? 1),
  );
  return { median: quantile(ratios, 0.5), least: Math.min(...ratios) };
}

function bodies(notes: readonly Note[], search: ConceptSearch): { milliseconds: number; fuseMilliseconds: number } {
  const texts = notes.flatMap(({ concepts }) =>
    concepts.map(({ gist, pros, cons }) => [gist, ...[...pros, ...cons].map(({ text }) => text)].join('\n')),
  );
  const queries = ['요청을 Redis', '한다 큐의', 'cursor wait 없는말'];
  const fuse = new Fuse(texts, { threshold: 0.4, ignoreLocation: true });
  search.search('한다 만든다', 50);
  const own = queries.map((query) => timed(() => search.search(query, 50)));
  const theirs = queries
    .slice(0, texts.length >= largeSize ? 1 : 3)
    .map((query) => timed(() => fuse.search(query, { limit: 50 })));
  return { milliseconds: quantile(own, 0.5), fuseMilliseconds: quantile(theirs, 0.5) };
}

/** How long changes of one note take. */
function updates(notes: readonly Note[], search: ConceptSearch): Pauses {
  const change = (round: number): void => {
    const note = notes[(round * 7919) % notes.length];
    if (note) {
      search.update(round % 3 === 0 ? [] : [note], round % 3 === 0 ? [note.uri] : []);
    }
  };
  const rounds = Array.from({ length: 300 }, (_, round) => round);
  // Compiled as it is in an editor that has been open for a while.
  rounds.forEach(change);
  const pauses = new Pauses();
  rounds.forEach((round) => pauses.time(() => change(round)));
  search.update(notes);
  return pauses;
}

/** The longest that one step of a query took. */
function longestStep(search: ConceptSearch, queries: readonly BenchQuery[]): Pauses {
  const pauses = new Pauses();
  search.search('warm', 50);
  for (const { text } of queries) {
    const steps = search.steps(text, 50);
    let step = steps.next();
    while (step.done !== true) {
      pauses.time(() => (step = steps.next()));
    }
  }
  return pauses;
}

/** What fuse.js keeps of titles and aliases, beside the notes. */
function fuseIndexMemory(notes: readonly Note[]): number {
  const concepts = notes.flatMap((note) => note.concepts);
  const before = memory();
  const index = Fuse.createIndex(['title', 'aliases'], concepts);
  const after = memory();
  return index.size() > 0 ? after - before : NaN;
}

function memory(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  // Array buffers are counted as external.
  return heapUsed + external;
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function measured({ size, engines: of, fuseRatio: ratio, bodies: texts, ...report }: Report): Measured {
  const { kinds = {}, median = NaN, p95 = NaN } = of['yojeom'] ?? {};
  const [top1, top5] = kinds['all'] ?? [NaN, NaN];
  const leastKoreanTop5 = Math.min(...report.koreanKinds.map((kind) => kinds[kind]?.[1] ?? NaN));
  return {
    size,
    median,
    p95,
    recall: { top1, top5, leastKoreanTop5 },
    fuseRatio: ratio,
    heapRatio: report.heapRatio,
    bodiesRatio: texts.fuseMilliseconds / texts.milliseconds,
    fuzzysortP95: of['fuzzysort']?.p95 ?? NaN,
    longestStep: report.longest.most,
    longestUpdate: report.changes.most,
  };
}

function printGoals(all: readonly Goal[]): void {
  console.log(`\n${'concepts'.padEnd(10)}${'goal'.padEnd(48)}${'wanted'.padStart(10)}${'measured'.padStart(10)}`);
  for (const { size, goal, sign, wanted, measured: was, holds } of all) {
    const cells = `${sign} ${Number(wanted.toFixed(1))}`.padStart(10) + was.toFixed(1).padStart(10);
    console.log(`${size.padEnd(10)}${goal.padEnd(48)}${cells}  ${holds ? 'holds' : 'MISSED'}`);
  }
}

function print(report: Report): void {
  const names = Object.keys(report.engines);
  const line = (title: string, cells: readonly string[]): void =>
    console.log(title.padEnd(30) + cells.map((cell) => cell.padStart(14)).join(''));
  console.log(`\n${report.size} concepts`);
  line('', names);
  line(
    'queries',
    Object.values(report.engines).map(({ queries }) => String(queries)),
  );
  line(
    'ms, median / 95 %',
    Object.values(report.engines).map(({ median, p95 }) => `${median.toFixed(1)} / ${p95.toFixed(1)}`),
  );
  for (const kind of Object.keys(report.engines['yojeom']?.kinds ?? {})) {
    const cells = Object.values(report.engines).map(
      ({ kinds }) => kinds[kind]?.map((share) => share.toFixed(0)).join('/') ?? '',
    );
    line(kind === 'all' ? 'found first/in 5, %' : `  ${kind}`, cells);
  }
  const { fuseRatio: ratio, bodies: of, changes, longest } = report;
  console.log(
    `fuse.js takes ${ratio.median.toFixed(0)} times as long (median), at least ${ratio.least.toFixed(1)} times`,
  );
  console.log(
    `texts: ${of.milliseconds.toFixed(1)} ms, fuse.js ${(of.fuseMilliseconds / of.milliseconds).toFixed(0)} times as long`,
  );
  console.log(`one note changed: ${pauseText(changes)}`);
  console.log(`one step of a query: ${pauseText(longest)}`);
  console.log(`memory: ${report.heapRatio.toFixed(2)} of fuse.js's index`);
}

function pauseText({ median, most, mostWithGarbage }: PauseReport): string {
  const whole = `with collection of garbage ${mostWithGarbage.toFixed(1)} ms`;
  return `${median.toFixed(2)} ms (median), at most ${most.toFixed(1)} ms, ${whole}`;
}
