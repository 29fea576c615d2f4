// `npm run bench -- page [-- OPTIONS]` with `[--rounds N] [--json]`: how long a concept's page takes, beside a preview of the same text by
// markdown-it, and how that grows with the note in which the concept stands.
import footnote from 'markdown-it-footnote';
import MarkdownIt, { type PluginSimple } from 'markdown-it';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { decodeText } from '../../src/core/note/decode.js';
import { builtInLabels } from '../../src/core/note/label.js';
import type { NoteSource } from '../../src/core/note/model.js';
import { readNoteTree, type NoteTree } from '../../src/core/note/read.js';
import { Rereader } from '../../src/core/note/rereader.js';
import { conceptMarkdown } from '../../src/core/page/conceptMarkdown.js';
import type { PageContext } from '../../src/core/page/pageContext.js';
import { renderConcept } from '../../src/core/page/renderConcept.js';
import { english } from '../../src/core/translate.js';
import { seededRandom } from '../core/search/seededRandom.js';
import { exponent, type Measured } from './growth.js';
import { noteAround, ordinaryConcept, pageNote } from './pageNotes.js';
import { quantile } from './quantile.js';
import { finish } from '../../src/core/steps.js';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '15' }, json: { type: 'boolean', default: false } },
});
const rounds = Number(options.rounds);
/** Reading all of a long note takes long. */
const longRounds = Math.ceil(rounds / 5);
const seed = 20_260_101;
const sizes = [4, 20, 50, 100, 200, 400];
/** The size whose page shall take no longer than some times that in the smallest note. */
const goal = { kilobytes: 200, times: 2 };

/** As the preview of VS Code has it, without what it does for scrolling and for the colours of code; and with footnotes. */
const peer = new MarkdownIt({ html: true, linkify: true });
// Its types are those for CommonJS, which are declared once more for modules: the same class by two names.
peer.use(footnote as unknown as PluginSimple);
const reader = new Rereader(builtInLabels);
const context: PageContext = {
  translate: english,
  location: 'notes/a.md',
  linkedFrom: [],
  resolveImage: () => undefined,
};

/** Reading all of a note, the way to one page and both parts of that, the peer: each is timed by itself. */
type Way = 'whole' | 'page' | 'part' | 'render' | 'peer';
const quickWays: readonly Way[] = ['page', 'part', 'render', 'peer'];

/** One concept's times, in milliseconds, each the median of the rounds. */
interface Timed {
  readonly length: number;
  /** Whether only a part of the note was read. */
  readonly isPart: boolean;
  readonly times: Readonly<Record<Way, number>>;
}

/** A ratio over all concepts of a corpus. */
interface Spread {
  readonly median: number;
  readonly p95: number;
}

interface CorpusReport {
  readonly corpus: string;
  readonly concepts: number;
  readonly medianLength: number;
  readonly inPart: number;
  readonly peerMs: Spread;
  readonly ratios: Readonly<Record<Exclude<Way, 'peer'>, Spread>>;
}

/** Times of one concept in a note of some size, in milliseconds, with the quartiles of the page's. */
interface SizeReport {
  readonly kilobytes: number;
  readonly part: number;
  readonly render: number;
  readonly page: number;
  readonly quartiles: readonly [number, number];
  readonly whole: number;
}

const corpora = { 'notes/ko': [bundled('ko')], 'notes/en': [bundled('en')], generated: generated() };
const reports = Object.entries(corpora).map(([corpus, sources]) => reportOf(corpus, sources));
const growth = growthReports();
const exponents = { page: growthOf('page'), whole: growthOf('whole') };
if (options.json) {
  console.log(JSON.stringify({ seed, rounds, reports, growth, exponents, goal }, undefined, 2));
} else {
  print();
}

function bundled(edition: 'ko' | 'en'): NoteSource {
  return { ...sourceOf(''), ...decodeText(readFileSync(`notes/${edition}/devops.md`)) };
}

function generated(): NoteSource[] {
  const random = seededRandom(seed);
  return Array.from({ length: 8 }, () => sourceOf(pageNote(random, 3 + random.below(10))));
}

function sourceOf(text: string): NoteSource {
  return { uri: 'file:///notes/a.md', name: 'a', folder: 'notes', text };
}

/** The ways to the page of a concept in a note that the reader has read. */
function waysTo(source: NoteSource, tree: NoteTree, id: string): Readonly<Record<Way, () => unknown>> {
  const text = conceptMarkdown(source.text, tree, id) ?? '';
  const part = reader.reread(source, tree.note, id);
  return {
    whole: () => readNoteTree(source),
    page: () => renderConcept(reader.reread(source, tree.note, id), id, context),
    part: () => reader.reread(source, tree.note, id),
    render: () => renderConcept(part, id, context),
    peer: () => peer.render(text),
  };
}

/** Reads a note as the library does, so that its concepts can be read in part. */
function treeOf(source: NoteSource): NoteTree {
  return { ...readNoteTree(source), note: finish(reader.read(source)) };
}

function reportOf(corpus: string, sources: readonly NoteSource[]): CorpusReport {
  const timed = sources.flatMap((source) => {
    const tree = treeOf(source);
    const whole = median(timesOf([{ waysTo: waysTo(source, tree, '') }], ['whole'], longRounds)[0]?.whole ?? []);
    return tree.note.concepts.map(({ id }): Timed => {
      const isPart = reader.reread(source, tree.note, id).note === tree.note;
      const length = conceptMarkdown(source.text, tree, id)?.length ?? 0;
      const [times = noTimes()] = timesOf([{ waysTo: waysTo(source, tree, id) }], quickWays, rounds);
      const render = median(times.render);
      const [page, part, other] = [median(times.page), median(times.part), median(times.peer)];
      return { length, isPart, times: { whole: whole + render, page, part, render, peer: other } };
    });
  });
  const ratio = (way: Way): Spread => spread(timed.map(({ times }) => times[way] / times.peer));
  return {
    corpus,
    concepts: timed.length,
    medianLength: median(timed.map(({ length }) => length)),
    inPart: timed.filter(({ isPart }) => isPart).length / timed.length,
    peerMs: spread(timed.map(({ times }) => times.peer)),
    ratios: { whole: ratio('whole'), page: ratio('page'), part: ratio('part'), render: ratio('render') },
  };
}

function growthReports(): SizeReport[] {
  const places = sizes.map((kilobytes) => {
    const source = sourceOf(noteAround(seededRandom(seed), ordinaryConcept, kilobytes));
    const tree = treeOf(source);
    const concept = tree.note.concepts.find(({ title }) => ordinaryConcept.startsWith(`## ${title}\n`));
    return { kilobytes, waysTo: waysTo(source, tree, concept?.id ?? '') };
  });
  const quick = timesOf(places, ['page', 'part', 'render'], 3 * rounds);
  const long = timesOf(places, ['whole'], longRounds);
  return places.map(({ kilobytes }, place) => {
    const of = (way: Way): number[] => quick[place]?.[way] ?? [];
    return {
      kilobytes,
      part: median(of('part')),
      render: median(of('render')),
      page: median(of('page')),
      quartiles: [quantile(of('page'), 0.25), quantile(of('page'), 0.75)],
      whole: median(long[place]?.whole ?? []),
    };
  });
}

type Times = Readonly<Record<Way, number[]>>;

/**
 * Times ways to some pages, all by turns, so that what else the machine does meets all of them alike. The first round
 * compiles the code and does not count.
 */
function timesOf(
  places: readonly { readonly waysTo: Readonly<Record<Way, () => unknown>> }[],
  wanted: readonly Way[],
  count: number,
): Times[] {
  const times = places.map(noTimes);
  for (let round = 0; round <= count; round += 1) {
    for (const way of wanted) {
      places.forEach((place, index) => {
        const start = performance.now();
        place.waysTo[way]();
        const time = performance.now() - start;
        if (round > 0) {
          times[index]?.[way].push(time);
        }
      });
    }
  }
  return times;
}

function noTimes(): Times {
  return { whole: [], page: [], part: [], render: [], peer: [] };
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function spread(values: readonly number[]): Spread {
  return { median: median(values), p95: quantile(values, 0.95) };
}

function growthOf(of: 'page' | 'whole'): number {
  return exponent(
    growth.map((report): Measured => [report.kilobytes, report[of]]),
    0,
  );
}

function print(): void {
  console.log(`Time for a concept's page by that of markdown-it for the same text: the median and the 95th percentile over all concepts, of ${rounds} runs
each (--rounds), by turns. The page reads what the concept needs of a note that the library knows, and renders it; “whole”: all of
the note is read, and the concept rendered. Seed ${seed}.
`);
  console.log(
    'corpus     concepts  characters  markdown-it, ms        page       whole  reading alone  rendering alone  read in part',
  );
  for (const { corpus, concepts, medianLength, peerMs, ratios, inPart } of reports) {
    const row = [
      corpus.padEnd(9),
      String(concepts).padStart(8),
      String(medianLength).padStart(10),
      both(peerMs, 2).padStart(15),
      both(ratios.page, 0).padStart(10),
      both(ratios.whole, 0).padStart(10),
      both(ratios.part, 0).padStart(13),
      both(ratios.render, 1).padStart(15),
      `${(100 * inPart).toFixed(0)} %`.padStart(12),
    ];
    console.log(row.join('  '));
  }
  console.log(`\nOne concept of ${ordinaryConcept.length} characters in ever longer notes: ms, medians\n`);
  console.log('     note  reading  rendering   page  quartiles    times  reading all  times');
  const [first] = growth;
  for (const { kilobytes, part, render, page, quartiles, whole } of growth) {
    const times = page / (first?.page ?? NaN);
    const row = [
      `${kilobytes} KB`.padStart(9),
      part.toFixed(1).padStart(7),
      render.toFixed(1).padStart(9),
      page.toFixed(1).padStart(5),
      quartiles
        .map((value) => value.toFixed(1))
        .join('–')
        .padStart(9),
      times.toFixed(1).padStart(7),
      whole.toFixed(0).padStart(11),
      (whole / (first?.whole ?? NaN)).toFixed(1).padStart(5),
    ];
    const isOver = kilobytes === goal.kilobytes && times > goal.times;
    console.log(row.join('  ') + (isOver ? '  above the goal' : ''));
  }
  console.log(
    `\nexponent: page ${exponents.page.toFixed(2)}, reading all ${exponents.whole.toFixed(2)}. The goal: in ${goal.kilobytes} KB at most ${goal.times} times as long as in ${sizes[0]} KB.`,
  );
}

function both({ median: middle, p95 }: Spread, digits: number): string {
  return `${middle.toFixed(digits)}, ${p95.toFixed(digits)}`;
}
