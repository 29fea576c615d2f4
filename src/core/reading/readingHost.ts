import type { Slices } from '../slices.js';
import type { CachedNotes } from './noteCache.js';
import type { NoteFiles } from './noteFiles.js';

/** What the reading of a library needs of its host. */
export interface ReadingHost {
  readonly files: NoteFiles;
  /** What was read before, if it is kept. */
  readonly cache: CachedNotes | undefined;
  /** Shared by all long work of the window. */
  readonly slices: Slices;
  /** Milliseconds since 1970, if not by the usual clock. */
  readonly clock?: () => number;
  /** Told of a note that could not be read. */
  readonly onLeftOut: (uri: string) => void;
  /** Told of a note whose file could not be read again, and which is shown as it was. */
  readonly onUnread?: (uri: string) => void;
  /** Told of a folder that could not be listed. */
  readonly onUnlisted?: (folder: string) => void;
  /** From how many notes on their names come first; fewer are read at once. */
  readonly manyNotes?: number;
  /** Told when more, or less, is left to read. */
  readonly onProgress: () => void;
}
