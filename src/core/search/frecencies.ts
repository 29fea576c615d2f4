import type { NameIndex } from './nameIndex.js';
import { frecencyOf, type SearchHistory } from './searchHistory.js';

/**
 * Looks up the concepts of a history once, so that a search can ask for any concept.
 *
 * @param history What the user opened.
 * @param index The notes.
 * @returns How recently and often the concept in a place of the note in a slot was opened; 0 for never.
 */
export function frecencies(
  history: SearchHistory | undefined,
  index: NameIndex,
): (slot: number, concept: number) => number {
  const bySlot = new Map<number, Map<number, number>>();
  for (const opened of history?.opened ?? []) {
    for (const slot of slotsOf(opened.id, index)) {
      const place = index.note(slot).concepts.findIndex(({ id }) => id === opened.id);
      if (place !== -1) {
        const ofNote = bySlot.get(slot) ?? new Map<number, number>();
        bySlot.set(slot, ofNote.set(place, frecencyOf(opened)));
      }
    }
  }
  return bySlot.size === 0 ? () => 0 : (slot, concept) => bySlot.get(slot)?.get(concept) ?? 0;
}

/** The notes that an id may be of: it begins with the URI and `#`, and either may have further ones. */
function slotsOf(id: string, index: NameIndex): number[] {
  const ends = [...id.matchAll(/#/gu)].map(({ index: end }) => end);
  return ends.slice(-3).flatMap((end) => index.slotOf(id.slice(0, end)) ?? []);
}
