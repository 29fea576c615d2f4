/**
 * Asks for many things, a few at once.
 *
 * @param items What to ask about.
 * @param size How many at once.
 * @param ask Gives the answer for one.
 * @returns The answers in the order of the items.
 */
export async function inParts<T, R>(items: readonly T[], size: number, ask: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let start = 0; start < items.length; start += size) {
    answers.push(...(await Promise.all(items.slice(start, start + size).map(ask))));
  }
  return answers;
}
