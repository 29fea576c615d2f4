/** Where a link leads, and where what says so ends. */
export interface Resource {
  readonly url: string;
  readonly title: string | null;
  readonly end: number;
}

/** On one line, without escapes and character references; parentheses in pairs, one in another at most. */
const resource =
  /\( *(?:<([^<>\n\r\\&]*)>|((?:[^\s\p{Cc}()<\\&]|\([^\s\p{Cc}()\\&]*\)|&(?!#|[\dA-Za-z]+;))*))(?: +(?:"([^"\n\r\\&]+)"|'([^'\n\r\\&]+)'))? *\)/uy;

/**
 * Reads `(url "title")` behind a link's text.
 *
 * @param text The text.
 * @param at Where the parenthesis is.
 * @returns Nothing where there is none, or one that is not sure to be understood.
 */
export function readResource(text: string, at: number): Resource | undefined {
  resource.lastIndex = at;
  const found = resource.exec(text);
  return found
    ? { url: found[1] ?? found[2] ?? '', title: found[3] ?? found[4] ?? null, end: resource.lastIndex }
    : undefined;
}
