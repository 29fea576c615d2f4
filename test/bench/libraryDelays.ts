import { setTimeout as pause } from 'node:timers/promises';
import type { NoteFiles } from '../../src/core/reading/noteFiles.js';
import { heapInUse } from './garbage.js';
import { delaysDuring, type Delays } from './hostDelays.js';
import { EditedNotes } from './libraryEdits.js';
import { readFiles } from './libraryPeers.js';
import { typeInto } from './libraryTyping.js';
import type { LibraryWindow } from './libraryWindow.js';

/** How long the event loop was held up: by us, by merely reading the files, by nothing. */
export interface LibraryDelays {
  readonly own: Delays;
  readonly reading: Delays;
  readonly idle: Delays;
}

/** How long the host is watched that does nothing, or merely reads files, at least: in milliseconds. */
const peerMilliseconds = 1000;

/** Notes that are edited one after the other. */
const edits = 20;

/**
 * Measures how long the event loop is held up, while a library is worked with and by the peers.
 *
 * @param files Reads the notes.
 * @param uris The notes.
 * @param many Those that change at once.
 * @param newWindow Makes a window. What it keeps, the next one finds.
 */
export async function delaysOf(
  files: NoteFiles,
  uris: readonly string[],
  many: readonly string[],
  newWindow: () => LibraryWindow,
): Promise<LibraryDelays> {
  const idle = await delaysDuring({ idle: () => pause(peerMilliseconds) });
  const reading = await delaysDuring({
    reading: async () => {
      const end = performance.now() + peerMilliseconds;
      do {
        await readFiles(files, uris);
      } while (performance.now() < end);
    },
  });
  return { own: await ownDelays(uris, many, newWindow), reading, idle };
}

/** All that is done with a library, while someone types: the worse of the first start, with what follows, and the second. */
async function ownDelays(
  uris: readonly string[],
  many: readonly string[],
  newWindow: () => LibraryWindow,
): Promise<Delays> {
  const single = await EditedNotes.of(uris.slice(-1));
  const batch = await EditedNotes.of(many);
  let window = newWindow();
  const open = async (): Promise<void> => {
    window.search.start();
    await window.openWhole();
    await window.search.whole();
  };
  await heapInUse();
  const typing = typeInto(() => window.search);
  const first = await delaysDuring({
    'first start': open,
    edits: async () => {
      for (let count = 0; count < edits; count += 1) {
        await single.write(`delay${count}`);
        await window.showEdit(single.uris, `delay${count}`);
      }
    },
    'many changed files': async () => {
      await batch.write('delays');
      await window.touch(batch.uris);
    },
    keeping: () => window.keep(),
  });
  await window.end();
  window = newWindow();
  // An editor that was just started has no garbage of another window.
  await heapInUse();
  const second = await delaysDuring({ 'second start': open });
  await typing.end();
  await window.end();
  const { most, mostIn } = first.most > second.most ? first : second;
  return { most, mostIn, p99: Math.max(first.p99, second.p99) };
}
