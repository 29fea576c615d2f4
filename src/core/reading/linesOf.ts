import { decodeAs } from '../note/encodings.js';

/**
 * The lines of a text in UTF-8. Each is decoded by itself: to an engine, many short texts are less work than a long one.
 *
 * @param bytes The text. A line that is no UTF-8 is empty.
 */
export function linesOf(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  for (let start = 0; start <= bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    lines.push(decodeAs('utf-8', bytes.subarray(start, end))?.text ?? '');
    start = end + 1;
  }
  return lines;
}
