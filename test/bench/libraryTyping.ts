import { emptyHistory } from '../../src/core/search/searchHistory.js';
import type { LiveSearch } from '../../src/vscode/search/liveSearch.js';

/** How long after a letter the next one comes, in milliseconds. */
const letterMilliseconds = 150;

/**
 * Types a letter now and then, as someone does who does not wait.
 *
 * @param search The search as it now is.
 * @returns How to end that; it resolves when the last search has ended.
 */
export function typeInto(search: () => LiveSearch): { end: () => Promise<void> } {
  const query = 'kubernetes 쿠버네티스';
  let typed = 0;
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    typed = (typed % query.length) + 1;
    const mine = typed;
    last = search().find({
      query: query.slice(0, typed),
      limit: 50,
      history: emptyHistory,
      isStale: () => mine !== typed,
      show: () => undefined,
    });
  }, letterMilliseconds);
  return {
    end: async () => {
      clearInterval(timer);
      await last;
    },
  };
}
