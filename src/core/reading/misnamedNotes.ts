import type { Slices } from '../slices.js';
import { eachInSteps } from '../steps.js';
import { inParts } from './inParts.js';
import { KnownFiles } from './knownFiles.js';
import type { NoteFiles } from './noteFiles.js';
import { folderOf } from './places.js';

/** Folders that are listed at once. */
const listsAtOnce = 16;

/**
 * Finds names of notes that differ from what their folders list in letter case or normal form only: to some file systems
 * they are the same file, which was given another name.
 *
 * @param uris Files that are there, by these names or by others.
 * @param known The notes that there were.
 * @param files Lists the folders.
 * @param slices Shared by all long work of the window.
 * @returns Those of both that no folder lists while it lists a twin of theirs.
 */
export async function misnamedNotes(
  uris: readonly string[],
  known: KnownFiles,
  files: NoteFiles,
  slices: Slices,
): Promise<ReadonlySet<string>> {
  const given = new KnownFiles();
  await slices.finish(eachInSteps(uris, (uri) => given.set({ uri, folder: '' })));
  const twins = new Set<string>();
  const compare = (uri: string): void => {
    const others = [...known.twins(uri), ...given.twins(uri)];
    if (others.length > 0) {
      [uri, ...others].forEach((twin) => twins.add(twin));
    }
  };
  await slices.finish(eachInSteps(uris, compare));
  const folders = [...new Set([...twins].map(folderOf))];
  const listed = await inParts(folders, listsAtOnce, (folder) => files.list(folder));
  const names = new Map(folders.map((folder, index) => [folder, listed[index]?.map(({ uri }) => uri)]));
  return new Set([...twins].filter((uri) => names.get(folderOf(uri))?.includes(uri) === false));
}
