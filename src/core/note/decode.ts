import { decodeCp949 } from './cp949.js';
import { decodeAs, encodingLabel, type ReadText } from './encodings.js';
import type { Problem } from './model.js';

/** A note's text, what its bytes were read as and what was wrong with them. */
export interface DecodedText extends ReadText {
  readonly problems: readonly Problem[];
}

/**
 * Turns a note's bytes into text. Its encoding is the first of these that fits:
 *
 * 1. what its byte order mark says (https://encoding.spec.whatwg.org/#bom-sniff);
 * 2. UTF-16, where that makes a text with ASCII in it;
 * 3. UTF-8, where all is valid, whatever is preferred: nothing else looks like it by chance. Only a word or two of Korean may
 *    (`큐`), which are CP949 if that is preferred;
 * 4. UTF-8, where most of what is not ASCII is valid;
 * 5. the preferred one, where all is valid;
 * 6. CP949, where that makes Korean;
 * 7. UTF-8.
 *
 * Bytes that are no UTF-8 become U+FFFD there, and the first line that has any is a problem.
 *
 * @param bytes The whole file.
 * @param preferred What files without a byte order mark are said to be, in the words of VS Code's `files.encoding`, such as
 *   `euckr`. What no decoder knows is passed over.
 */
export function decodeText(bytes: Uint8Array, preferred = 'utf8'): DecodedText {
  const marked = markedEncoding(bytes);
  const read = marked ? decodeAs(marked, bytes, marked === 'utf-8') : decodeUnmarked(bytes, encodingLabel(preferred));
  if (read) {
    return { ...read, problems: [] };
  }
  const message = 'This line holds bytes that are not UTF-8; they are shown as �. Save the note as UTF-8.';
  return {
    text: repairedUtf8(bytes),
    encoding: 'utf-8',
    problems: [{ line: firstInvalidLine(bytes), message, args: [] }],
  };
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'utf-8';
  }
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** @returns Nothing where it is UTF-8 that is not all valid. */
function decodeUnmarked(bytes: Uint8Array, preferred: string): ReadText | undefined {
  const isKorean = preferred === 'euc-kr';
  const unicode = decodeUnmarkedUtf16(bytes) ?? decodeAs('utf-8', bytes);
  if (unicode) {
    // Hangul that is valid UTF-8 is letters of two bytes there, few of them of Latin-1.
    const isDoubtful = isKorean && /^[\0-\x7F\u0100-\u07FF]*$/u.test(unicode.text);
    return (isDoubtful ? decodeCp949(bytes, false) : undefined) ?? unicode;
  }
  if (isMostlyValid(repairedUtf8(bytes))) {
    return undefined;
  }
  return (isKorean ? undefined : decodeAs(preferred, bytes)) ?? decodeCp949(bytes, isKorean);
}

/** As VS Code does, this looks for zero bytes first: spaces and ends of lines have them. */
function decodeUnmarkedUtf16(bytes: Uint8Array): ReadText | undefined {
  if (!bytes.subarray(0, 512).includes(0)) {
    return undefined;
  }
  // In the wrong order of bytes, or where they are something else, there is little ASCII and much that no text has.
  return ['utf-16le', 'utf-16be']
    .map((label) => decodeAs(label, bytes))
    .find(
      (read) =>
        read &&
        read.text.length * 9 > read.text.replace(/[\n -~]/gu, '').length * 10 &&
        !/(?!\s)[\p{Cc}\p{Cn}]/u.test(read.text),
    );
}

function isMostlyValid(repaired: string): boolean {
  return repaired.split(/[^\0-\x7F\uFFFD]/u).length > repaired.split('\uFFFD').length;
}

function repairedUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** No UTF-8 sequence spans a line feed, so each line can be judged alone. */
function firstInvalidLine(bytes: Uint8Array): number {
  let line = 0;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
    if (!decodeAs('utf-8', bytes.subarray(start, end))) {
      break;
    }
    start = end;
  }
  return line + 1;
}
