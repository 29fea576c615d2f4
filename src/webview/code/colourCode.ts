import { codePieces, type CodePiece } from './codePieces.js';
import { codeSelector } from './codeSelector.js';

/** How long the page may be held up at a time, in milliseconds. */
const longestStep = 30;
/** How long all code of a page may take; what is left then stays plain. */
const longestInAll = 2000;

/** What the code was that has its colours: its language and its text. */
const coloured = new WeakMap<Element, string>();
let nextStep: number | undefined;

/**
 * Gives code its colours, by classes. Code that has them is left alone unless its text or its language has changed since.
 * Most pages are done on return; a long one goes on in steps.
 *
 * @param root What the code is in.
 */
export function colourCode(root: ParentNode): void {
  window.clearTimeout(nextStep);
  const waiting = [...root.querySelectorAll(codeSelector)].filter((code) => coloured.get(code) !== stateOf(code));
  // What waits may be what it once was, by the time of its turn, but without the colours.
  waiting.forEach((code) => coloured.delete(code));
  takeSteps(waiting, longestInAll);
}

function takeSteps(waiting: readonly Element[], milliseconds: number): void {
  const start = performance.now();
  let next = 0;
  while (next < waiting.length && performance.now() - start < Math.min(longestStep, milliseconds)) {
    colour(waiting[next]);
    next += 1;
  }
  const rest = waiting.slice(next);
  const left = milliseconds - (performance.now() - start);
  if (rest.length > 0 && left > 0) {
    nextStep = window.setTimeout(() => takeSteps(rest, left));
  }
}

function colour(code: Element | undefined): void {
  if (!code) {
    return;
  }
  const language = /(?:^|\s)language-(\S+)/u.exec(code.className)?.[1] ?? '';
  const pieces = codePieces(code.textContent, language);
  if (pieces) {
    code.replaceChildren(...pieces.map(nodeOf));
  }
  coloured.set(code, stateOf(code));
}

function nodeOf({ text, kind }: CodePiece): Node | string {
  if (kind === undefined) {
    return text;
  }
  const span = document.createElement('span');
  span.className = `token-${kind}`;
  span.textContent = text;
  return span;
}

function stateOf(code: Element): string {
  return `${code.className}\n${code.textContent}`;
}
