const punctuation = /[\p{P}\p{S}]/u;

/**
 * How a character beside a delimiter counts: 0 a letter or the like, 1 white space or none, 2 punctuation. One UTF-16 unit
 * is judged by itself, as micromark does: half of an emoji is a letter.
 *
 * @param code The unit; `NaN` beyond a text's ends.
 */
export function characterKind(code: number): 0 | 1 | 2 {
  if (code < 128) {
    if (isAlphanumeric(code)) {
      return 0;
    }
    return code === 32 || (code > 8 && code < 14) ? 1 : code > 32 && code < 127 ? 2 : 0;
  }
  // Hangul.
  if (code >= 0xac00 && code < 0xd7a4) {
    return 0;
  }
  if (code !== code) {
    return 1;
  }
  const character = String.fromCharCode(code);
  return /\s/u.test(character) ? 1 : punctuation.test(character) ? 2 : 0;
}

/** Whether a UTF-16 unit is an ASCII letter or digit. */
export function isAlphanumeric(code: number): boolean {
  return (code > 47 && code < 58) || isAlpha(code);
}

/** Whether a UTF-16 unit is an ASCII letter. */
export function isAlpha(code: number): boolean {
  const lower = code | 32;
  return lower > 96 && lower < 123;
}
