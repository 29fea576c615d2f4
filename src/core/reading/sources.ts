import type { NoteFile, NoteFolder } from './noteFinder.js';

/** A folder of notes, and how it is read. */
export interface SourceFolder extends NoteFolder {
  /** Stands for all settings that what is read of its notes depends on. */
  readonly variant: string;
}

/** Where notes are, and which come with the extension. */
export interface Sources {
  readonly folders: readonly SourceFolder[];
  readonly bundled: readonly NoteFile[];
  /** When the bundled notes are there: where there are no others, always, or never. */
  readonly bundledMode: 'auto' | 'always' | 'never';
}
