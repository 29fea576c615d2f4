import type { TextRange } from './searchResult.js';

/**
 * Stand around what was found, where the editor cannot highlight it: notes seldom have them, they are narrow in any font,
 * and screen readers pass over them.
 */
const marks = ['«', '»'] as const;

/** What is shown before the first place that was found, in characters: narrow windows cut a row behind some 40. */
const lead = 20;

/** What no text may be cut before: the second half of a character, marks, and the letters that end a syllable. */
const continues = /^[\uDC00-\uDFFF\u1160-\u11FF\u200D\p{M}]/u;

/**
 * Shows what of a text was found, on one line.
 *
 * @param text The text as it is written.
 * @param ranges What was found of it: ascending, apart from each other.
 * @param longest Characters of the text that are shown at most; what is cut away becomes `…`.
 */
export function markedText(text: string, ranges: readonly TextRange[], longest: number): string {
  // One space for each, for the ranges to stay right.
  const line = text.replace(/\s/gu, ' ');
  const start = startOf(line, ranges[0]?.[0] ?? 0);
  const end = endOf(line, start, longest);
  const parts: string[] = [];
  let shown = start;
  for (const [from, to] of ranges) {
    if (from < end) {
      parts.push(line.slice(shown, from), marks[0], line.slice(from, Math.min(to, end)), marks[1]);
      shown = Math.min(to, end);
    }
  }
  parts.push(line.slice(shown, end));
  return `${start > 0 ? '…' : ''}${parts.join('')}${end < line.length ? '…' : ''}`;
}

function startOf(line: string, found: number): number {
  if (found <= lead) {
    return 0;
  }
  const space = line.indexOf(' ', found - lead);
  return space === -1 || space >= found ? found : space + 1;
}

function endOf(line: string, start: number, longest: number): number {
  let end = start + longest;
  if (end >= line.length) {
    return line.length;
  }
  while (end > start && continues.test(line.slice(end))) {
    end -= 1;
  }
  return end;
}
