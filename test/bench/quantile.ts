/**
 * The value below which a share of some values lies.
 *
 * @param values In any order.
 * @param share From 0 to 1: a half gives the median.
 * @returns NaN where there are no values.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
