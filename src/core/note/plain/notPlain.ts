/** Thrown, always the same one, where a text has what only remark reads: no stack is taken for each. */
export const notPlain = new Error('This is no plain Markdown.');

/**
 * Gives up reading a text.
 *
 * @throws {Error} `notPlain`, always.
 */
export function decline(): never {
  throw notPlain;
}
