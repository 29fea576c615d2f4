/** A heading cut for show. */
export interface SplitTitle {
  /** Its name, large. */
  readonly main: string;
  /** What it says in brackets, small; empty where nothing is to be set apart. */
  readonly aside: string;
}

/**
 * Sets a heading's trailing brackets apart, as in `Lambda (functions without servers)`. Korean particles and a question
 * mark behind the brackets stay with the name. Brackets that belong to the name, as in `f(x)` or `class(es)`, stay too.
 *
 * @param title The heading as plain text.
 */
export function splitTitle(title: string): SplitTitle {
  const match = /^([^()（）]*[^()（）\s])(\s*)[(（]([^()（）]+)[)）]((?:이란|란|의 역할)?[?？]?)$/u.exec(title);
  const [, name = '', space = '', inside = '', tail = ''] = match ?? [];
  const isApart = space !== '' || /\s/u.test(inside.trim()) || isHangul(name) !== isHangul(inside);
  return match && isApart && inside.trim() !== ''
    ? { main: name + tail, aside: inside.trim() }
    : { main: title, aside: '' };
}

function isHangul(text: string): boolean {
  return /\p{Script=Hangul}/u.test(text);
}
