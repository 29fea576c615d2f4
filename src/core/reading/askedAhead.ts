/**
 * Asks for many things, a few at once, and for the next ones while those before them are under way and worked on.
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
  let [first, second] = [askSome(0), askSome(size)];
  for (let start = 0; start < items.length; start += size) {
    const answers = await first;
    [first, second] = [second, askSome(start + 2 * size)];
    yield* answers;
  }
}
