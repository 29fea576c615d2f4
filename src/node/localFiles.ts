import { readFileSync, statSync } from 'node:fs';
import type { FileStamp } from '../core/reading/noteFiles.js';
import type { FileAnswer, FileQuestion } from './fileMessages.js';

/** Longest file that is read, in bytes: many are handed over at once. */
const longestFile = 256 * 1024;

/** How long one question may take, in milliseconds: a disk that is slow is better asked for many things at once. */
const patienceMilliseconds = 100;

/**
 * Answers a question about files of this machine, and waits for the disk meanwhile: only for a thread of its own.
 *
 * @param question The question.
 * @param now Milliseconds that never go back.
 */
export function answered({ id, about, paths }: FileQuestion, now: () => number): FileAnswer {
  const end = now() + patienceMilliseconds;
  const inTime = <T>(ask: (path: string) => T | undefined): (T | undefined)[] =>
    paths.map((path) => (now() > end ? undefined : ifThere(() => ask(path))));
  if (about === 'stamps') {
    return { id, about, stamps: inTime(stampOf) };
  }
  const files = inTime(bytesOf);
  const bytes = new Uint8Array(files.reduce((sum, file) => sum + (file?.length ?? 0), 0));
  let at = 0;
  for (const file of files) {
    bytes.set(file ?? [], at);
    at += file?.length ?? 0;
  }
  return { id, about, sizes: files.map((file) => file?.length), bytes };
}

function ifThere<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** Nothing of what is no file: some of that would be waited for for ever. */
function stampOf(path: string): FileStamp | undefined {
  const stats = statSync(path);
  return stats.isFile() ? { mtime: stats.mtime.getTime(), size: stats.size } : undefined;
}

function bytesOf(path: string): Uint8Array | undefined {
  return (stampOf(path)?.size ?? Infinity) <= longestFile ? readFileSync(path) : undefined;
}
