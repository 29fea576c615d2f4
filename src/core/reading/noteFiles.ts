/** What tells that a file is what it was: when it was last written, in milliseconds since 1970, and its size in bytes. */
export interface FileStamp {
  readonly mtime: number;
  readonly size: number;
}

/**
 * What is at a place; `link` is a link to a folder. Nothing is known where a file system does not answer: that is no reason to
 * forget a note.
 */
export type FileState =
  { readonly kind: 'file'; readonly stamp: FileStamp } | { readonly kind: 'folder' | 'link' | 'missing' | 'unknown' };

/** What a folder holds. A link to a folder is `other`: links can form a ring, and no API tells where one leads. */
export interface FolderEntry {
  readonly uri: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** The files of any file system. URIs have the same form throughout; no method rejects. */
export interface NoteFiles {
  /** What is at a place. */
  state(uri: string): Promise<FileState>;
  /** What a folder holds: nothing where the folder is missing, undefined where it cannot be listed. */
  list(folder: string): Promise<readonly FolderEntry[] | undefined>;
  /** A file's bytes, or undefined where it cannot be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** The text that the editor has of a file and has not saved. */
  unsaved(uri: string): string | undefined;
  /** The encoding that the user gives for a file, under the editor's name for it. */
  encoding(uri: string): string | undefined;
}
