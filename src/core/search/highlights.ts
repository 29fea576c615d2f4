import { choseongIn } from './choseong.js';
import type { ConceptName } from './conceptNames.js';
import { wordStart, type KeyText } from './keyText.js';
import { find, placeOf, places, placesOfWords, type KeyStretch } from './literalMatch.js';
import type { NamePattern } from './namePattern.js';
import type { SearchMatch, TextRange } from './searchResult.js';

/**
 * What of a name a query found.
 *
 * @param name The name.
 * @param pattern The query as it was taken.
 * @param match How it was found.
 * @param scratch Room to read the name.
 * @returns Offsets in the name as the note has it.
 */
export function nameRanges(
  name: ConceptName,
  pattern: NamePattern,
  match: SearchMatch,
  scratch: KeyText,
): readonly TextRange[] {
  if (match === 'initials') {
    return name.ranges;
  }
  const text = scratch.read(name.name);
  const stretch = { units: text.units, flags: text.flags, start: 0, end: text.length };
  const found = stretchesOf(pattern, stretch);
  return mergedRanges(found.map(([start, end]) => [text.starts[start] ?? 0, text.ends[end - 1] ?? 0]));
}

/**
 * Sorts ranges and joins those that touch or overlap.
 *
 * @param ranges Ranges of one text; empty ones are dropped.
 */
export function mergedRanges(ranges: readonly TextRange[]): TextRange[] {
  const sorted = ranges.filter(([start, end]) => end > start).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: TextRange[] = [];
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last && start <= last[1]) {
      merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
    } else {
      merged.push([start, end]);
    }
  }
  return merged;
}

/** The stretches of a key that a pattern found. */
function stretchesOf(pattern: NamePattern, name: KeyStretch): TextRange[] {
  const { units, words, characters, hasChoseong } = pattern;
  const place = placeOf(units, name);
  if (place !== places.nowhere) {
    const at = place === places.wordStart ? wordPlace(units, name) : find(units, name, 0);
    return [[at, at + units.length]];
  }
  const ofWords = words.length > 1 ? placesOfWords(words, name) : undefined;
  if (ofWords) {
    return ofWords.map((at, index) => [at, at + (words[index] ?? '').length]);
  }
  const choseong = hasChoseong ? choseongIn(characters, name) : undefined;
  return choseong ? [[choseong.start, choseong.end]] : alignedUnits(units, name).map((at) => [at, at + 1]);
}

function wordPlace(units: Uint16Array, name: KeyStretch): number {
  let at = find(units, name, 0);
  while (((name.flags[at] ?? 0) & wordStart) === 0) {
    at = find(units, name, at + 1);
  }
  return at;
}

/** The units of a name that a query has too, where the two are nearest (Levenshtein's distance, traced back). */
function alignedUnits(query: Uint16Array, { units, start, end }: KeyStretch): number[] {
  const rows = [new Int32Array(end - start + 1)];
  for (let row = 1; row <= query.length; row += 1) {
    const above = rows[row - 1] ?? new Int32Array(0);
    const current = new Int32Array(above.length);
    current[0] = row;
    for (let column = 1; column < above.length; column += 1) {
      const wrong = query[row - 1] === units[start + column - 1] ? 0 : 1;
      const replaced = (above[column - 1] ?? 0) + wrong;
      current[column] = Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
    }
    rows.push(current);
  }
  const last = rows.at(-1) ?? new Int32Array(0);
  return traced(rows, query, units, start, last.indexOf(last.reduce((a, b) => Math.min(a, b), Infinity)));
}

function traced(
  rows: readonly Int32Array[],
  query: Uint16Array,
  units: Uint16Array,
  start: number,
  from: number,
): number[] {
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  const found: number[] = [];
  let column = from;
  for (let row = query.length; row > 0 && column >= 0;) {
    const here = cell(row, column);
    const isSame = column > 0 && query[row - 1] === units[start + column - 1];
    if (column > 0 && here === cell(row - 1, column - 1) + (isSame ? 0 : 1)) {
      if (isSame) {
        found.push(start + column - 1);
      }
      row -= 1;
      column -= 1;
    } else if (here === cell(row - 1, column) + 1) {
      row -= 1;
    } else {
      column -= 1;
    }
  }
  return found;
}
