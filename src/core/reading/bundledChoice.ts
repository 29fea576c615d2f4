import type { Library } from '../library/library.js';
import type { NoteFile } from './noteFinder.js';
import type { Sources } from './sources.js';

/**
 * Says which of the bundled notes a library is to have. They come when there are no others and leave when there are, unless
 * the user says otherwise.
 *
 * @param sources Where notes are, and when the bundled ones are wanted.
 * @param library The notes that there are.
 * @param isOwn Whether a note is one of the user's own: whoever works on the extension has the bundled ones as such.
 * @returns Files that are to be read, or URIs of notes that are to leave.
 */
export function chooseBundled(
  { bundled, bundledMode }: Sources,
  library: Library,
  isOwn: (uri: string) => boolean,
): { readonly coming: readonly NoteFile[]; readonly leaving: readonly string[] } {
  const files = bundled.filter(({ uri }) => !isOwn(uri));
  const uris = new Set(files.map(({ uri }) => uri));
  const hasOwn = library.notes().some(({ uri, concepts }) => !uris.has(uri) && concepts.length > 0);
  return bundledMode === 'always' || (bundledMode === 'auto' && !hasOwn)
    ? { coming: files.filter(({ uri }) => !library.note(uri)), leaving: [] }
    : { coming: [], leaving: [...uris] };
}
