import type { Slices } from '../slices.js';
import { eachInSteps } from '../steps.js';
import { inParts } from './inParts.js';
import type { KnownFiles } from './knownFiles.js';
import { misnamedNotes } from './misnamedNotes.js';
import type { FileState, NoteFiles } from './noteFiles.js';
import type { Listing, NoteFile } from './noteFinder.js';
import type { NoteFinders } from './noteFinders.js';
import { isIn } from './places.js';

/** What is at places where something came, changed or went. */
export interface TouchedPlaces extends Listing {
  /** URIs of known notes that are no more. */
  readonly gone: readonly string[];
  /** Places that need not be asked any more: they are gone, or what is typed there counts. */
  readonly settled: readonly string[];
  /** Places that did not answer. */
  readonly unknown: readonly string[];
}

/** Where to look, and what is known so far. */
export interface Surroundings {
  readonly files: NoteFiles;
  readonly finders: NoteFinders;
  readonly known: KnownFiles;
  /** How many places are asked at once. */
  readonly atOnce: number;
  /** Whether nobody waits for the result any more. */
  readonly isOver: () => boolean;
  /** Shared by all long work of the window. */
  readonly slices: Slices;
}

/**
 * Looks at places where something came, changed or went.
 *
 * @param touched URIs of files and folders, maybe under other names than their folders list.
 * @param surroundings Where to look.
 */
export async function lookAt(touched: readonly string[], surroundings: Surroundings): Promise<TouchedPlaces> {
  const { files, finders, known, atOnce, isOver, slices } = surroundings;
  const uris = new Set<string>();
  const touch = (uri: string): void => {
    // Whoever touched it may not have called it as its folder does.
    for (const name of [uri, ...known.twins(uri)]) {
      // What is left out is not even asked for: of a folder of packages, thousands of files may be told.
      if (known.has(name) || finders.concern(name)) {
        uris.add(name);
      }
    }
  };
  await slices.finish(eachInSteps(touched, touch));
  const states = await inParts([...uris], atOnce, async (uri) => ({ uri, ...(await files.state(uri)) }));
  const isTyped = (uri: string): boolean => files.unsaved(uri) !== undefined;
  const of = (kind: FileState['kind']): string[] => states.filter((state) => state.kind === kind).map(({ uri }) => uri);
  // A link is followed only to where notes were said to be, as when all is read.
  const folders = [...of('folder'), ...finders.foldersIn(of('link'))];
  const listing = await finders.list(folders, files, isOver);
  // What is typed in an editor counts, whether its file system answers or not.
  const single = [...of('file'), ...of('unknown').filter(isTyped)];
  const found = new Map(listing.files.map((file): [string, NoteFile] => [file.uri, file]));
  await slices.finish(
    eachInSteps(single, (uri) => {
      const file = finders.noteAt(uri);
      if (file) {
        found.set(uri, file);
      }
    }),
  );
  const gone = known
    .below((['missing', 'folder', 'link', 'file'] as const).flatMap(of))
    .filter((uri) => !found.has(uri) && !listing.unlisted.some((folder) => isIn(uri, folder)));
  const misnamed = await misnamedNotes([...found.keys()], known, files, slices);
  return {
    files: [...found.values()].filter(({ uri }) => !misnamed.has(uri)),
    unlisted: listing.unlisted,
    gone: [...gone, ...[...misnamed].filter((uri) => known.has(uri))],
    settled: [...of('missing'), ...of('file').filter(isTyped)],
    unknown: of('unknown'),
  };
}
