import type { Root, Yaml } from 'mdast';
import { BlockReader } from './blocks.js';
import { decline, notPlain } from './notPlain.js';

const fence = /^---[ \t]*(?:\r?\n|$)/;
const closingFence = /\n---[ \t]*(?=\r?\n|$)/g;
/** What the reader knows nothing of, wherever it stands. */
const unknown = /^\uFEFF|\0|\r(?!\n)/;

/**
 * Parses ordinary Markdown, many times as fast as remark: the same tree, positions included.
 *
 * @param text Without a byte order mark.
 * @returns Nothing where the text has something that is not sure to be read as remark reads it.
 */
export function parsePlain(text: string): Root | undefined {
  try {
    return unknown.test(text) ? undefined : readRoot(text);
  } catch (error) {
    if (error === notPlain) {
      return undefined;
    }
    throw error;
  }
}

function readRoot(text: string): Root {
  const front = readFrontMatter(text);
  const after = front?.position?.end;
  const lineEnd = after ? text.indexOf('\n', after.offset) : -1;
  const reader = !after
    ? new BlockReader(text, 0, 1)
    : lineEnd < 0
      ? undefined
      : new BlockReader(text, lineEnd + 1, after.line + 1);
  const end = reader?.read() ?? { line: 1, column: 1, offset: 0, ...after };
  return {
    type: 'root',
    children: [...(front ? [front] : []), ...(reader?.containers.root ?? [])],
    position: { start: { line: 1, column: 1, offset: 0 }, end },
  };
}

function readFrontMatter(text: string): Yaml | undefined {
  const open = fence.exec(text)?.[0];
  if (open === undefined) {
    return undefined;
  }
  // One step back: the opening line's end may be the one before the closing line.
  closingFence.lastIndex = open.length - 1;
  const close = closingFence.exec(text);
  if (!close) {
    return decline();
  }
  const value = text.slice(open.length, Math.max(open.length, close.index)).replace(/\r$/, '');
  const offset = closingFence.lastIndex;
  const line = text.slice(0, offset).split('\n').length;
  const end = { line, column: close[0].length, offset };
  return { type: 'yaml', value, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}
