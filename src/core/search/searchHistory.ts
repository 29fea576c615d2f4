/** What the user opened, so that a search can put first what they come back to. Plain data: it is stored as it is. */
export interface SearchHistory {
  /** The concepts, in no particular order. */
  readonly opened: readonly OpenedConcept[];
}

/** How often and how lately a concept was opened. */
export interface OpenedConcept {
  readonly id: string;
  /** When it was last opened, in milliseconds since 1970. */
  readonly last: number;
  /** How often it was opened; every opening counts half as much after each half-life. At least 1. */
  readonly weight: number;
}

/** The history of someone who opened nothing yet. */
export const emptyHistory: SearchHistory = { opened: [] };

/** Most concepts that are kept. */
export const longestHistory = 500;

/** Time after which an opening counts half, in milliseconds: two weeks. */
const halfLife = 14 * 24 * 60 * 60 * 1000;

/** Longest id that is kept, in characters: an id holds a URI and headings. */
const longestId = 10_000;

/**
 * Adds an opening. Beyond `longestHistory` concepts, those that are opened least are forgotten.
 *
 * @param history What was opened before; it stays as it is.
 * @param id The concept's id.
 * @param time When, in milliseconds since 1970; a clock that was set back counts as standing still.
 */
export function record(history: SearchHistory, id: string, time: number): SearchHistory {
  if (!isTime(time) || !isId(id)) {
    return history;
  }
  const known = history.opened.find((opened) => opened.id === id);
  const others = history.opened.filter((opened) => opened !== known);
  const kept = others.length < longestHistory ? others : others.sort(byFrecency).slice(0, longestHistory - 1);
  return { opened: [{ id, ...openedAgain(known, time) }, ...kept] };
}

/**
 * The concepts that were opened last.
 *
 * @param limit The most to give.
 * @returns Their ids, latest first.
 */
export function recents(history: SearchHistory, limit: number): string[] {
  const latest = [...history.opened].sort((a, b) => b.last - a.last);
  return latest.slice(0, Math.max(0, limit)).map(({ id }) => id);
}

/**
 * How recently and often a concept was opened.
 *
 * @returns Greater for more; 0 for a concept that was never opened. No unit, only good to compare.
 */
export function frecency(history: SearchHistory, id: string): number {
  const opened = history.opened.find((entry) => entry.id === id);
  return opened ? frecencyOf(opened) : 0;
}

/**
 * The same for one entry. An exponential decay keeps the order of two concepts however much later one looks, so that no
 * clock is needed: the value is the logarithm of the weight, carried back to 1970.
 */
export function frecencyOf({ last, weight }: OpenedConcept): number {
  return 1 + Math.log2(weight) + last / halfLife;
}

/**
 * Reads a history from storage.
 *
 * @param stored What the storage held.
 * @returns Nothing where it is damaged in any way.
 */
export function parse(stored: unknown): SearchHistory | undefined {
  if (typeof stored !== 'object' || stored === null || !('opened' in stored) || !Array.isArray(stored.opened)) {
    return undefined;
  }
  const entries: readonly unknown[] = stored.opened;
  const opened = entries.slice(0, longestHistory + 1).filter(isOpenedConcept);
  const isWhole = opened.length === entries.length && opened.length <= longestHistory;
  const areUnique = new Set(opened.map(({ id }) => id)).size === opened.length;
  return isWhole && areUnique ? { opened: opened.map(({ id, last, weight }) => ({ id, last, weight })) } : undefined;
}

function openedAgain(known: OpenedConcept | undefined, time: number): { last: number; weight: number } {
  if (!known) {
    return { last: time, weight: 1 };
  }
  const last = Math.max(known.last, time);
  return { last, weight: known.weight * 2 ** ((known.last - last) / halfLife) + 1 };
}

function byFrecency(a: OpenedConcept, b: OpenedConcept): number {
  return frecencyOf(b) - frecencyOf(a) || (a.id < b.id ? -1 : 1);
}

function isOpenedConcept(entry: unknown): entry is OpenedConcept {
  if (typeof entry !== 'object' || entry === null || !('id' in entry && 'last' in entry && 'weight' in entry)) {
    return false;
  }
  const { id, last, weight } = entry;
  const isWeight = typeof weight === 'number' && Number.isFinite(weight) && weight >= 1;
  return isId(id) && isTime(last) && isWeight;
}

function isId(id: unknown): id is string {
  return typeof id === 'string' && id !== '' && id.length <= longestId;
}

/** Dates end at 8.64e15 ms. */
function isTime(time: unknown): time is number {
  return typeof time === 'number' && time >= 0 && time <= 8.64e15;
}
