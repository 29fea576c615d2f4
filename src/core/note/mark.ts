const prosMark =
  /^\s*(?:[✅✔☑👍⭕🟢➕🙂😀🔵💚]\ufe0f?|\(\+\)|\+(?=\s)|[([【［](?:장점?|장|pros?|\+|优|優|メリット)[)\]】］])\s*[:：-]?\s*/iu;
const consMark =
  /^\s*(?:[❌✖✗✘👎🔴➖🙁😞⛔🚫💔]\ufe0f?|\([-−–]\)|[-−–](?=\s)|[([【［](?:단점?|단|cons?|-|缺|デメリット)[)\]】］])\s*[:：-]?\s*/iu;

/**
 * The side that a mark at the beginning of a text takes: ✅ and ❌, 👍 and 👎, + and −, (장) and (단).
 *
 * @param text A line or the beginning of a list item.
 */
export function markedRole(text: string): 'pros' | 'cons' | undefined {
  if (prosMark.test(text)) {
    return 'pros';
  }
  return consMark.test(text) ? 'cons' : undefined;
}

/**
 * A text without its mark.
 *
 * @param text A text that {@link markedRole} finds a mark in.
 */
export function withoutMark(text: string): string {
  return text.replace(prosMark, '').replace(consMark, '');
}
