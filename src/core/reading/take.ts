/**
 * The first few things of some, without looking at the others.
 *
 * @param items Things in their order.
 * @param count How many, at the most.
 */
export function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const item of items) {
    if (left === 0) {
      return;
    }
    left -= 1;
    yield item;
  }
}
