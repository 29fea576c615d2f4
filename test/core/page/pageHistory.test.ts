import assert from 'node:assert/strict';
import {
  current,
  emptyHistory,
  mostVisits,
  moved,
  replaced,
  scrolled,
  visited,
  type PageHistory,
} from '../../../src/core/page/pageHistory.js';

const ids = ({ visits }: PageHistory): string[] => visits.map(({ id }) => id);
const after = (...all: readonly string[]): PageHistory => all.reduce(visited, emptyHistory);

describe('the history of a page', () => {
  it('has what was opened, and forgets what lay ahead when something else is opened', () => {
    const history = after('a', 'b', 'c');
    assert.deepEqual([ids(history), current(history)?.id], [['a', 'b', 'c'], 'c']);
    const back = moved(moved(history, -1), -1);
    assert.equal(current(back)?.id, 'a');
    assert.equal(current(moved(back, 1))?.id, 'b');
    assert.deepEqual(ids(visited(back, 'd')), ['a', 'd']);
  });

  it('stays where there is nowhere to go', () => {
    const history = after('a');
    assert.equal(moved(history, -1), history);
    assert.equal(moved(history, 1), history);
    assert.equal(moved(emptyHistory, -1), emptyHistory);
    assert.equal(current(emptyHistory), undefined);
  });

  it('visits nothing twice in a row, but comes back to it', () => {
    assert.deepEqual(ids(after('a', 'a', 'b', 'a')), ['a', 'b', 'a']);
  });

  it('keeps how far each was scrolled', () => {
    const history = scrolled(visited(scrolled(after('a'), 120), 'b'), 40);
    assert.deepEqual(history.visits, [
      { id: 'a', scroll: 120 },
      { id: 'b', scroll: 40 },
    ]);
    assert.equal(current(scrolled(history, -3))?.scroll, 0);
    assert.deepEqual(scrolled(emptyHistory, 9), emptyHistory);
  });

  it('follows a concept that is renamed, and lets previews leave nothing behind', () => {
    const history = replaced(scrolled(after('a', 'b'), 7), 'c');
    assert.deepEqual([ids(history), current(history)?.scroll], [['a', 'c'], 7]);
    assert.deepEqual(ids(['a', 'b', 'c'].reduce(replaced, emptyHistory)), ['c']);
  });

  it('is bounded', () => {
    const history = after(...Array.from({ length: mostVisits + 9 }, (_, index) => String(index)));
    assert.equal(history.visits.length, mostVisits);
    assert.equal(current(history)?.id, String(mostVisits + 8));
    assert.equal(history.visits[0]?.id, '9');
  });
});
