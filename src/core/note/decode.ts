import type { Problem } from './model.js';

/** A note's text and what was wrong with its bytes. */
export interface DecodedText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Turns a note's bytes into text. UTF-8 with or without a byte order mark, or UTF-16 with one
 * (https://encoding.spec.whatwg.org/#bom-sniff). Bytes that are no UTF-8 become U+FFFD, and the first line that has any is a problem.
 *
 * @param bytes The whole file.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Label(bytes);
  if (utf16) {
    return { text: new TextDecoder(utf16).decode(bytes), problems: [] };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const message = 'This line holds bytes that are not UTF-8; they are shown as �. Save the note as UTF-8.';
    return {
      text: new TextDecoder('utf-8').decode(bytes),
      problems: [{ line: firstInvalidLine(bytes), message, args: [] }],
    };
  }
}

function utf16Label(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** No UTF-8 sequence spans a line feed, so each line can be judged alone. */
function firstInvalidLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return Math.max(1, line - 1);
}
