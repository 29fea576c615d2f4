/**
 * An address with its percent signs decoded; as it stands where they stand for nothing, as in `100%.md`.
 *
 * @param address A path, a URI or a part of one.
 */
export function percentDecoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
