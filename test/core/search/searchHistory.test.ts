import assert from 'node:assert/strict';
import {
  emptyHistory,
  frecency,
  longestHistory,
  parse,
  recents,
  record,
  type SearchHistory,
} from '../../../src/core/search/searchHistory.js';

const day = 24 * 60 * 60 * 1000;

/** A history of openings in this order, a day apart. */
function opened(...ids: readonly string[]): SearchHistory {
  return ids.reduce((history, id, place) => record(history, id, place * day), emptyHistory);
}

describe('the search history', () => {
  it('gives what was opened last, latest first, each once', () => {
    assert.deepEqual(recents(opened('a', 'b', 'a', 'c'), 5), ['c', 'a', 'b']);
    assert.deepEqual(recents(opened('a', 'b', 'c'), 2), ['c', 'b']);
    assert.deepEqual(recents(opened('a'), -1), []);
    assert.deepEqual(recents(emptyHistory, 5), []);
  });

  it('values what is opened often, and what is opened lately', () => {
    const history = opened('often', 'often', 'often', 'once');
    assert.ok(frecency(history, 'often') > frecency(history, 'once'));
    const later = record(history, 'late', 400 * day);
    assert.ok(frecency(later, 'late') > frecency(later, 'often'));
    assert.equal(frecency(history, 'never'), 0);
    assert.ok(frecency(history, 'once') > 0);
  });

  it('keeps at most 500, those that are opened most', () => {
    let history = opened('often', 'often', 'often');
    for (let place = 0; place < 2 * longestHistory; place += 1) {
      history = record(history, `c${place}`, 3 * day + place);
    }
    assert.equal(history.opened.length, longestHistory);
    assert.ok(frecency(history, 'often') > 0);
    assert.equal(recents(history, 1)[0], `c${2 * longestHistory - 1}`);
  });

  it('changes no history that it was given', () => {
    const history = opened('a', 'b');
    const copy = structuredClone(history);
    record(Object.freeze(history), 'c', 9 * day);
    assert.deepEqual(history, copy);
  });

  it('passes over what is no id or no time, and stands a clock that goes back', () => {
    const history = opened('a');
    for (const time of [NaN, Infinity, -1, 9e15]) {
      assert.equal(record(history, 'b', time), history);
    }
    assert.equal(record(history, '', 1), history);
    const back = record(record(emptyHistory, 'a', 5 * day), 'a', day);
    assert.deepEqual(back.opened, [{ id: 'a', last: 5 * day, weight: 2 }]);
  });

  it('is read from storage as it was', () => {
    const history = opened('a', 'b', 'a');
    assert.deepEqual(parse(JSON.parse(JSON.stringify(history))), history);
    assert.deepEqual(parse({ opened: [] }), emptyHistory);
  });

  it('is not read where it is damaged', () => {
    const entry = { id: 'a', last: 1, weight: 1 };
    const damaged: unknown[] = [
      ...[undefined, null, 1, 'a', [], {}, { opened: null }, { opened: {} }, { opened: [null] }, { opened: [[]] }],
      ...[
        { ...entry, id: 1 },
        { ...entry, id: '' },
        { ...entry, last: '1' },
        { ...entry, last: -1 },
      ].map((of) => ({ opened: [of] })),
      ...[
        { ...entry, last: NaN },
        { ...entry, weight: 0 },
        { ...entry, weight: Infinity },
      ].map((of) => ({ opened: [of] })),
      ...[{ id: 'a' }, { last: 1, weight: 1 }, { ...entry, id: 'x'.repeat(100_000) }].map((of) => ({ opened: [of] })),
      { opened: [entry, entry] },
      { opened: Array.from({ length: longestHistory + 1 }, (_, place) => ({ ...entry, id: String(place) })) },
    ];
    damaged.forEach((stored) => {
      assert.equal(parse(stored), undefined, String(stored));
    });
  });
});
