/** Letters, digits, `_`, `-` and `/` behind a `#` that starts a word; one character at least is no digit. */
const pattern =
  /(?<![^\s(（,，、])#((?=[\p{L}\p{M}\p{N}_/-]*[\p{L}_-])[\p{L}\p{M}\p{N}_-]+(?:\/[\p{L}\p{M}\p{N}_-]+)*)(?![\p{L}\p{M}\p{N}_#])/gu;

/**
 * The tags in a text, as Obsidian, Foam and Logseq have them: `#redis`, `#데이터베이스`, nested ones as `#db/index`.
 *
 * @param text Text of one text node.
 * @returns Names without `#`, with the place of the `#`.
 */
export function tagsIn(text: string): { name: string; start: number }[] {
  if (!text.includes('#')) {
    return [];
  }
  return [...text.matchAll(pattern)].map(({ 1: name = '', index }) => ({ name, start: index }));
}

/**
 * Whether a text is a line of tags and nothing else.
 *
 * @param text A paragraph as plain text.
 */
export function isTags(text: string): boolean {
  return text.startsWith('#') && text.replace(pattern, '').trim() === '';
}
