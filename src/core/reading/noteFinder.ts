import zeptomatch from 'zeptomatch';
import { percentDecoded } from '../note/percentDecoded.js';
import { editorGlobs } from './editorGlobs.js';
import { isGlob } from './isGlob.js';
import type { NoteFiles } from './noteFiles.js';
import { isIn } from './places.js';

/** A folder that is searched for notes. */
export interface NoteFolder {
  readonly uri: string;
  /** Globs for paths below the folder, one of which a note's fits. */
  readonly include: readonly string[];
  /** Globs for what is left out, with all that lies in it. */
  readonly exclude: readonly string[];
  /** What the editor hides is left out too. */
  readonly hidden?: HiddenFiles;
}

/** What the editor hides of a folder of its workspace. */
export interface HiddenFiles {
  /** Globs as the editor understands them, for paths below the workspace folder. */
  readonly globs: readonly string[];
  /** The path of the folder of notes below the workspace folder; empty if it is that folder, or lies in none. */
  readonly path: string;
}

/** A file that is a note. */
export interface NoteFile {
  readonly uri: string;
  /** Stands for the topic where the note gives none: the path of its folder within the folder of notes. */
  readonly folder: string;
}

/** What a search for notes found. */
export interface Listing {
  readonly files: readonly NoteFile[];
  /** Folders whose notes are not known, for they could not be listed. */
  readonly unlisted: readonly string[];
}

/** Folders that are listed at once. */
const listsAtOnce = 16;

/** Finds the notes of one folder by its globs. */
export class NoteFinder {
  readonly uri: string;
  readonly #isIncluded: (path: string) => boolean;
  readonly #isExcluded: (path: string) => boolean;
  /** Whether the folder itself is left out. */
  readonly #isHidden: boolean;

  /** @param folder Where to look, and for what. Globs that cannot be understood count for nothing. */
  constructor({ uri, include, exclude, hidden }: NoteFolder) {
    this.uri = uri;
    // Which files are notes does not depend on letter case, as with `README.MD`.
    const included = include.filter(isGlob).map((glob) => glob.toLowerCase());
    const isExcluded = matcher(exclude.filter(isGlob));
    const isHidden = matcher(editorGlobs(hidden?.globs ?? []));
    const above = hidden?.path ? `${hidden.path}/` : '';
    this.#isIncluded = (path) => zeptomatch(included, path.toLowerCase());
    this.#isExcluded = (path) => isExcluded(path) || isHidden(above + path);
    this.#isHidden = isHiddenFolder(hidden);
  }

  /**
   * Lists the notes of the folder, or of a folder in it.
   *
   * @param folder The folder itself or a folder below it.
   * @param files Lists the folders.
   * @param isOver Whether nobody waits for the result any more.
   * @returns The notes, and the folders that are there but could not be listed.
   */
  async list(folder: string, files: NoteFiles, isOver: () => boolean): Promise<Listing> {
    const found: NoteFile[] = [];
    const unlisted: string[] = [];
    const waiting = [folder];
    while (waiting.length > 0 && !isOver()) {
      const here = waiting.splice(0, listsAtOnce);
      const listed = await Promise.all(here.map((uri) => files.list(uri)));
      unlisted.push(...here.filter((_, index) => !listed[index]));
      for (const { uri, kind } of listed.flatMap((entries) => entries ?? [])) {
        const path = kind === 'other' ? '' : (this.#relativePath(uri) ?? '');
        if (path === '' || this.#isExcluded(path)) {
          continue;
        }
        if (kind === 'folder') {
          waiting.push(uri);
        } else if (this.#isIncluded(path)) {
          found.push(this.#file(uri, path));
        }
      }
    }
    return { files: found, unlisted };
  }

  /**
   * The note that a file is, if the folder's globs say that it is one.
   *
   * @param uri Any file.
   */
  noteAt(uri: string): NoteFile | undefined {
    const path = this.#relativePath(uri);
    const isNote = path !== undefined && path !== '' && this.#isIncluded(path) && !this.#isLeftOut(path);
    return isNote ? this.#file(uri, path) : undefined;
  }

  /**
   * Whether a folder lies in the folder of notes and may hold notes.
   *
   * @param uri Any folder.
   */
  mayHoldNotes(uri: string): boolean {
    const path = this.#relativePath(uri);
    return path !== undefined && !this.#isLeftOut(path);
  }

  #file(uri: string, path: string): NoteFile {
    const above = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return { uri, folder: (above || nameOf(this.uri)).normalize('NFC') };
  }

  /** What lies in a folder that is left out is left out too. */
  #isLeftOut(path: string): boolean {
    return this.#isHidden || pathsTo(path).some((part) => this.#isExcluded(part));
  }

  #relativePath(uri: string): string | undefined {
    return isIn(uri, this.uri) ? percentDecoded(uri.slice(this.uri.replace(/\/$/u, '').length + 1)) : undefined;
  }
}

/**
 * Whether the editor hides a folder of notes, or a folder that it lies in.
 *
 * @param hidden What the editor hides.
 */
export function isHiddenFolder(hidden: HiddenFiles | undefined): boolean {
  return hidden !== undefined && pathsTo(hidden.path).some(matcher(editorGlobs(hidden.globs)));
}

/** A path and those of all folders that it lies in. */
function pathsTo(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/')).filter((part) => part !== '');
}

/** Tells whether one of some globs names a file or folder, or all that is in it. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  const all = [...globs];
  return (path) => zeptomatch(all, path) || zeptomatch(all, `${path}/`);
}

/** The last part of a URI's path or, where that is empty, its authority. */
function nameOf(uri: string): string {
  return percentDecoded(uri.split('/').filter(Boolean).at(-1) ?? '');
}
