/** A concept that a page showed, and how far the reader had scrolled, in CSS pixels from the top. */
export interface PageVisit {
  /** The concept's id. */
  readonly id: string;
  readonly scroll: number;
}

/** The concepts that a page showed, oldest first, and which of them it shows: as a browser's history. */
export interface PageHistory {
  readonly visits: readonly PageVisit[];
  /** Place of what is shown; -1 where nothing was shown yet. */
  readonly index: number;
}

/** Most visits that are kept. */
export const mostVisits = 50;

/** The history of a page that has shown nothing. */
export const emptyHistory: PageHistory = { visits: [], index: -1 };

/**
 * Opens a concept. What lay ahead is forgotten; the concept that is shown already is not visited twice.
 *
 * @param history The history before.
 * @param id The concept's id.
 */
export function visited(history: PageHistory, id: string): PageHistory {
  if (current(history)?.id === id) {
    return replaced(history, id);
  }
  const visits = [...history.visits.slice(0, history.index + 1), { id, scroll: 0 }].slice(-mostVisits);
  return { visits, index: visits.length - 1 };
}

/**
 * Puts a concept in the place of the one that is shown: it was renamed, or is only looked at.
 *
 * @param history The history before.
 * @param id The concept's id.
 */
export function replaced(history: PageHistory, id: string): PageHistory {
  const { visits, index } = history;
  return index < 0
    ? visited(history, id)
    : { visits: visits.map((visit, place) => (place === index ? { ...visit, id } : visit)), index };
}

/**
 * Notes how far the reader has scrolled.
 *
 * @param history The history before.
 * @param scroll CSS pixels from the top; what is above it counts as the top.
 */
export function scrolled({ visits, index }: PageHistory, scroll: number): PageHistory {
  const now = Math.max(0, scroll);
  return { visits: visits.map((visit, place) => (place === index ? { ...visit, scroll: now } : visit)), index };
}

/**
 * Goes back or forward.
 *
 * @param history The history before.
 * @param step -1 for back, 1 for forward.
 * @returns The same history where there is nothing to go to.
 */
export function moved(history: PageHistory, step: -1 | 1): PageHistory {
  const index = history.index + step;
  return index >= 0 && index < history.visits.length ? { ...history, index } : history;
}

/** What is shown, if anything is. */
export function current({ visits, index }: PageHistory): PageVisit | undefined {
  return visits[index];
}
