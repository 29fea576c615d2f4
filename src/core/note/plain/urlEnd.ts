import { characterKind, isAlpha } from './characterKind.js';
import { decline } from './notPlain.js';

/** Longest run of punctuation that is looked through to see whether a URL ends before it. */
const longestTrail = 20;

/**
 * Where a URL that nothing encloses ends, by the rules of micromark's `gfm-autolink-literal`.
 *
 * @param text The text.
 * @param from Where its domain starts.
 * @param end Where the content ends.
 * @throws {Error} `notPlain` where it may be none.
 */
export function urlEnd(text: string, from: number, end: number): number {
  let at = from;
  const first = text.charCodeAt(from);
  if (!(first > 32) || characterKind(first) > 0) {
    decline();
  }
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 46) {
      if (isTrail(text, at, end)) {
        break;
      }
    } else if (code === 95) {
      decline();
    } else if (code !== 45 && characterKind(code) > 0) {
      break;
    }
  }
  return pathEnd(text, at, end);
}

function pathEnd(text: string, from: number, end: number): number {
  let [opened, closed] = [0, 0];
  for (let at = from; at < end; at += 1) {
    const character = text.charAt(at);
    const isClosing = character === ')';
    if (character === '(') {
      opened += 1;
    } else if ('!"&\')*,.:;<?]_~'.includes(character)) {
      if (!(isClosing && closed < opened) && isTrail(text, at, end)) {
        return at;
      }
      closed += isClosing ? 1 : 0;
    } else if (characterKind(character.charCodeAt(0)) === 1) {
      return at;
    }
  }
  return end;
}

/** Whether there is nothing but punctuation up to the end of a URL, be it white space or `<`. */
function isTrail(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) {
    const character = text.charAt(at);
    const next = text.charCodeAt(at + 1);
    if (at - from > longestTrail) {
      decline();
    }
    if (character === '&') {
      let letters = at + 1;
      while (isAlpha(text.charCodeAt(letters))) {
        letters += 1;
      }
      return text.charCodeAt(letters) === 59 ? decline() : false;
    }
    if (character === ']' && (next === 40 || next === 91)) {
      return true;
    }
    if (!'!"\')*,.:;?]_~'.includes(character)) {
      return character === '<' || characterKind(character.charCodeAt(0)) === 1;
    }
  }
  return true;
}
