import type { FileStamp } from '../core/reading/noteFiles.js';

/** What is wanted of files: what they hold, or what tells that they are what they were. */
export interface FileQuestion {
  readonly id: number;
  readonly about: 'bytes' | 'stamps';
  /** Paths of the file system of this machine. */
  readonly paths: readonly string[];
}

/** What came of files, in the order of their paths: nothing where another has to be asked. */
export type FileAnswer =
  | {
      readonly about: 'bytes';
      readonly id: number;
      /** How many bytes each has. */
      readonly sizes: readonly (number | undefined)[];
      /** Those of all, one file behind the other. */
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | {
      readonly about: 'stamps';
      readonly id: number;
      readonly stamps: readonly (FileStamp | undefined)[];
    };
