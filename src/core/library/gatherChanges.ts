import type { LibraryChange, ReadonlyLibrary } from './library.js';

/**
 * Gathers which notes of a library someone has yet to deal with: all, and from now on those that come, change or go.
 *
 * @param library The library.
 * @param uris Where the notes' URIs go; whoever has dealt with one takes it out.
 * @returns Ends it.
 */
export function gatherChanges(library: ReadonlyLibrary, uris: Set<string>): () => void {
  library.notes().forEach(({ uri }) => uris.add(uri));
  return library.onChange(({ added, changed, removed }: LibraryChange) => {
    [...added, ...changed, ...removed].forEach((uri) => uris.add(uri));
  });
}
