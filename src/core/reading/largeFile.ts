import type { Note, Problem } from '../note/model.js';

/** Largest file that is read as a note, in bytes: far more than anybody writes, and still read within seconds. */
const mostBytes = 16 * 1024 * 1024;

const message = 'This file has {0} MB and is not read as a note: that is done up to {1} MB. Split it.';

/**
 * Says that a file is too large for a note.
 *
 * @param size The file's size in bytes.
 * @returns Nothing if it is not.
 */
export function tooLarge(size: number): Problem | undefined {
  const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
  return size > mostBytes ? { line: 1, message, args: [megabytes(size), megabytes(mostBytes)] } : undefined;
}

/**
 * Whether a note's file was too large to be read.
 *
 * @param note What was made of it.
 */
export function isTooLarge(note: Note): boolean {
  return note.problems.some((problem) => problem.message === message);
}
