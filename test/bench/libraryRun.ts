import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { parseWithRemark } from '../../src/core/note/markdown.js';
import { folderUri } from './diskFiles.js';
import { heapInUse } from './garbage.js';
import { delaysOf, type LibraryDelays } from './libraryDelays.js';
import { EditedNotes } from './libraryEdits.js';
import { askForTimes, listFiles, loadKept, readFiles } from './libraryPeers.js';
import { LibraryWindow, type Place } from './libraryWindow.js';
import { quantile } from './quantile.js';
import { byTurns, took, type Took } from './rounds.js';

/** A library to measure. */
export interface LibraryOnDisk {
  /** Path of the folder that holds `notes`, and is to hold what is kept. */
  readonly folder: string;
  readonly size: number;
  readonly bytes: number;
  readonly rounds: number;
  /** Whether to leave out what is no ratio and does not grow: how long the event loop is held up. */
  readonly isShort: boolean;
}

/**
 * What is measured by turns. The peers: listing all files and reading them as text; listing them with their times; loading
 * what was kept; parsing all texts by remark. Ours: until the tree is complete, until all titles can be found and until all
 * is read, and at a second start until the tree is complete and until all is compared with the files.
 */
export type Way = 'reading' | 'listing' | 'loading' | 'remark' | 'tree' | 'titles' | 'all' | 'treeAgain' | 'allAgain';

/** What was measured. */
export interface LibraryReport {
  readonly size: number;
  readonly bytes: number;
  readonly ways: Readonly<Record<Way, Took>>;
  /** Bytes, with everything read and kept, more than before. */
  readonly heap: number;
  /** Work in milliseconds, medians: until tree, search and page show an edit of one note, and of remark on that note. */
  readonly edit: { readonly own: number; readonly remark: number };
  /** Many files changed at once: until tree and search show them, and merely reading them. */
  readonly batch: { readonly files: number; readonly own: Took; readonly reading: Took };
  /** Nothing in a short run. */
  readonly delays?: LibraryDelays;
}

/**
 * How many texts remark parses, some of them again where notes are fewer; their time stands for that of all. The first few
 * hundred behind other work take twice as long as those after them: as few as that would stand for nothing.
 */
const sample = 1000;

/** Edits of one note in a round. */
const editsOfRound = 20;

/** Most files that change at once. */
const filesOfBatch = 1000;

/**
 * Measures a library.
 *
 * @param library Where it is.
 * @param place How its files are read.
 */
export async function measureLibrary(library: LibraryOnDisk, place: Place): Promise<LibraryReport> {
  const { size, bytes, rounds, isShort } = library;
  const run = new LibraryRun(library, place, await listFiles(place.files, notesOf(library)));
  await run.prepare();
  const ways = await byTurns(run.ways(), rounds);
  const { window, heap } = await run.openMeasured();
  const edit = await run.edits(window, rounds);
  const batch = await run.batch(window, rounds);
  await window.end();
  return { size, bytes, ways, heap, edit, batch, ...(isShort ? {} : { delays: await run.delays() }) };
}

function notesOf({ folder }: LibraryOnDisk): string {
  return folderUri(path.join(folder, 'notes'));
}

class LibraryRun {
  readonly #library: LibraryOnDisk;
  readonly #place: Place;
  readonly #uris: readonly string[];

  constructor(library: LibraryOnDisk, place: Place, uris: readonly string[]) {
    this.#library = library;
    this.#place = place;
    this.#uris = uris;
  }

  /** Keeps what is read of the library, for what begins with that. */
  async prepare(): Promise<void> {
    const window = this.#window('kept');
    await window.openWhole();
    await window.keep();
    await window.end();
    const kept = await loadKept(this.#place.store(this.#folder('kept')));
    if (kept < this.#library.size) {
      // A second start has to read the others, which nobody would guess from its figures.
      console.error(`Of ${this.#library.size} notes, only ${kept} were kept for the next start.`);
    }
  }

  ways(): Record<Way, () => Promise<Took>> {
    const { files, store } = this.#place;
    const { size } = this.#library;
    const list = (): Promise<string[]> => listFiles(files, notesOf(this.#library));
    return {
      reading: () => took(async () => readFiles(files, await list())),
      tree: () => this.#opened('none', (window) => window.openTree(size)),
      titles: () => this.#opened('none', (window) => window.openTitles()),
      treeAgain: () => this.#opened('kept', (window) => window.openTree(size)),
      listing: () => took(async () => askForTimes(files, await list())),
      loading: () => took(() => loadKept(store(this.#folder('kept')))),
      allAgain: () => this.#opened('kept', (window) => window.openWhole()),
      remark: this.#remark(),
      all: () => this.#opened('none', (window) => window.openWhole()),
    };
  }

  /** Opens a window with everything, and measures what it takes of the heap. */
  async openMeasured(): Promise<{ window: LibraryWindow; heap: number }> {
    const before = await heapInUse();
    const window = this.#window('heap');
    await window.openWhole();
    await window.search.whole();
    await window.keep();
    return { window, heap: (await heapInUse()) - before };
  }

  async edits(window: LibraryWindow, rounds: number): Promise<LibraryReport['edit']> {
    const middle = this.#uris.length >> 1;
    const note = await EditedNotes.of(this.#uris.slice(middle, middle + 1));
    const times: { own: number; remark: number }[] = [];
    for (let count = 0; count <= rounds * editsOfRound; count += 1) {
      const word = `edit${count}`;
      const text = await note.write(word);
      const own = await took(() => window.showEdit(note.uris, word));
      const remark = await took(() => parseWithRemark(text));
      times.push({ own: own.work, remark: remark.work });
      await window.mustShow(word, note.uris);
    }
    // The first compile what they need.
    const counting = times.slice(editsOfRound / 4);
    const median = (of: 'own' | 'remark'): number =>
      quantile(
        counting.map((one) => one[of]),
        0.5,
      );
    return { own: median('own'), remark: median('remark') };
  }

  async batch(window: LibraryWindow, rounds: number): Promise<LibraryReport['batch']> {
    const notes = await EditedNotes.of(this.#uris.slice(0, filesOfBatch));
    let count = 0;
    const own = async (): Promise<Took> => {
      count += 1;
      await notes.write(`batch${count}`);
      const time = await took(() => window.touch(notes.uris));
      await window.mustShow(`batch${count}`, notes.uris);
      return time;
    };
    const reading = (): Promise<Took> => took(() => readFiles(this.#place.files, notes.uris));
    return { files: notes.uris.length, ...(await byTurns({ reading, own }, rounds)) };
  }

  delays(): Promise<LibraryDelays> {
    const many = this.#uris.slice(0, filesOfBatch);
    return delaysOf(this.#place.files, this.#uris, many, () => this.#window('delays'));
  }

  /** Of all texts, from some of them. */
  #remark(): () => Promise<Took> {
    const { length } = this.#uris;
    const some = Array.from({ length: sample }, (_, index) =>
      length < sample ? index % length : Math.floor((index * length) / sample),
    );
    const texts = some.map((index) => readFileSync(fileURLToPath(this.#uris[index] ?? ''), 'utf8'));
    const times = this.#library.bytes / texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    return async () => {
      const { time, work } = await took(() => {
        // No tree is kept: to collect garbage around all of them would take time that is not remark's.
        for (const text of texts) {
          parseWithRemark(text);
        }
      });
      return { time: time * times, work: work * times };
    };
  }

  async #opened(kept: string, until: (window: LibraryWindow) => Promise<void>): Promise<Took> {
    const window = this.#window(kept);
    const time = await took(() => until(window));
    await window.end();
    return time;
  }

  #window(kept: string): LibraryWindow {
    return new LibraryWindow(this.#place, notesOf(this.#library), this.#folder(kept));
  }

  #folder(kept: string): string {
    return path.join(this.#library.folder, kept);
  }
}
