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

/** `Good, because …`, as records of architecture decisions (https://adr.github.io/madr/) weigh their options. */
const reasons = { pros: /^(?:good|positive),?\s+because\s+(?=\S)/iu, cons: /^(?:bad|negative),?\s+because\s+(?=\S)/iu };

/**
 * The side of a list item that says by itself what it is: `Good, because …`, `Bad, because …`.
 *
 * @param text The beginning of the item.
 */
export function reasonRole(text: string): 'pros' | 'cons' | undefined {
  return reasons.pros.test(text) ? 'pros' : reasons.cons.test(text) ? 'cons' : undefined;
}

/**
 * A text without its mark.
 *
 * @param text A text that {@link markedRole} or {@link reasonRole} finds a mark in.
 */
export function withoutMark(text: string): string {
  return text.replace(prosMark, '').replace(consMark, '').replace(reasons.pros, '').replace(reasons.cons, '');
}
