/**
 * Asks for many things, a few at once, and for the next ones while those before them are worked on.
 *
 * @param items What to ask about.
 * @param size How many at once.
 * @param ask Gives the answer for one.
 * @returns The answers in the order of the items. Whoever ends early leaves those unused that are under way.
 */
export async function* askedAhead<T, R>(
  items: readonly T[],
  size: number,
  ask: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const askSome = (start: number): Promise<R[]> => Promise.all(items.slice(start, start + size).map(ask));
  let next = askSome(0);
  for (let start = 0; start < items.length; start += size) {
    const answers = await next;
    next = askSome(start + size);
    yield* answers;
  }
}
