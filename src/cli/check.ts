import { access } from 'node:fs/promises';
import { LinkIndex } from '../core/library/linkIndex.js';
import type { Library } from '../core/library/library.js';
import { noteProblems } from '../core/library/noteProblems.js';
import { english } from '../core/translate.js';

/** A problem as `yojeom check` prints it: part of the command line's contract. */
export interface CheckedProblem {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/**
 * Finds what is wrong with notes.
 *
 * @param library The notes, their URIs being paths.
 * @returns In the order of the paths and lines.
 */
export async function checkNotes(library: Library): Promise<CheckedProblem[]> {
  const links = new LinkIndex(library);
  const found: CheckedProblem[] = [];
  for (const note of library.notes()) {
    const { problems, ifMissing } = noteProblems(note, library, links);
    const exist = await Promise.all(ifMissing.map(({ path }) => exists(path)));
    const missing = ifMissing.filter((_, index) => !exist[index]).map(({ problem }) => problem);
    const all = [...problems, ...missing].sort((a, b) => a.line - b.line);
    found.push(...all.map(({ line, message, args }) => ({ path: note.uri, line, message: english(message, ...args) })));
  }
  links.dispose();
  return found;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
