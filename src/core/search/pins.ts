/** Most concepts that can be pinned: more would be no choice any more. */
export const mostPins = 50;

/** Longest id that is kept, in characters: an id holds a URI and headings. */
const longestId = 10_000;

/**
 * Pins a concept, or takes its pin away.
 *
 * @param pins Ids of the pinned concepts, latest first; they stay as they are.
 * @param id The concept's id.
 * @returns Beyond `mostPins`, without those that were pinned first.
 */
export function togglePin(pins: readonly string[], id: string): string[] {
  const others = pins.filter((pinned) => pinned !== id);
  return others.length < pins.length || !isId(id) ? others : [id, ...others].slice(0, mostPins);
}

/**
 * Reads pins from storage.
 *
 * @param stored What the storage held.
 * @returns Nothing where it is damaged in any way.
 */
export function parsePins(stored: unknown): string[] | undefined {
  if (!Array.isArray(stored) || stored.length > mostPins) {
    return undefined;
  }
  const entries: readonly unknown[] = stored;
  const pins = entries.filter(isId);
  return pins.length === entries.length && new Set(pins).size === pins.length ? pins : undefined;
}

function isId(id: unknown): id is string {
  return typeof id === 'string' && id !== '' && id.length <= longestId;
}
