import type { RootContent } from 'mdast';
import { firstLine } from './nodeLines.js';
import { foldSpace } from './plainText.js';

/** A part of a note that is folded away: `<details><summary>…</summary> … </details>`. */
export interface Details {
  /** As plain text. */
  readonly summary: string;
  /** What stands between the tags. */
  readonly inner: readonly RootContent[];
  /** 1-based. */
  readonly line: number;
}

/**
 * Reads what begins with `<details>`, inner ones counted.
 *
 * @param html The HTML of the first block.
 * @param blocks The block and those behind it.
 * @returns Nothing without a summary, or where nothing closes it.
 */
export function readDetails(html: string, blocks: readonly RootContent[]): Details | undefined {
  const summary = /<details\b[^<>]{0,200}>\s*<summary[^<>]{0,200}>([^]{0,1000}?)<\/summary>/iu.exec(html)?.[1];
  let open = 0;
  const end = blocks.findIndex((block) => {
    open += block.type === 'html' ? count(block.value, /<details\b/giu) - count(block.value, /<\/details>/giu) : 0;
    return open <= 0;
  });
  if (summary === undefined || end < 1) {
    return undefined;
  }
  const text = foldSpace(summary.replace(/<[^<>]*>/gu, ' '));
  return { summary: text, inner: blocks.slice(1, end), line: firstLine(blocks[0]) };
}

/**
 * Whether a summary only asks to open it, as `답변 보기` and `Show answer` do.
 *
 * @param summary As plain text.
 */
export function isInvitation(summary: string): boolean {
  return /^$|보기|펼치|펼쳐|접기|답변|정답|해설|더\s*보기|자세히|내용|클릭|\b(?:answers?|show|more|details?|click|expand|solution|toggle|open)\b|ответ|подробнее|答案|解答|展开|詳細/iu.test(
    summary,
  );
}

/**
 * The text of HTML that is one element of text, such as `<h4>장점</h4>`.
 *
 * @param html The HTML of a block.
 * @returns Empty for other HTML.
 */
export function textOfTag(html: string): string {
  const text =
    /^<(h[1-6]|p|div|b|strong|u|center|font|span)\b[^<>]{0,200}>([^\n]{1,200})<\/\1>$/iu.exec(html)?.[2] ?? '';
  return foldSpace(text.replace(/<[^<>]*>/gu, ''));
}

function count(html: string, tag: RegExp): number {
  return (html.match(tag) ?? []).length;
}
