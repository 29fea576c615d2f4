import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { mostPins, parsePins, togglePin } from '../../../src/core/search/pins.js';

describe('Pins', () => {
  it('come and go, the latest first', () => {
    const pins = togglePin(togglePin([], 'a'), 'b');
    assert.deepEqual(pins, ['b', 'a']);
    assert.deepEqual(togglePin(pins, 'a'), ['b']);
  });

  it('are bounded: the oldest goes', () => {
    const ids = Array.from({ length: mostPins + 1 }, (_, index) => `id ${index}`);
    const pins = ids.reduce<string[]>(togglePin, []);
    assert.deepEqual(pins, ids.slice(1).reverse());
    assert.deepEqual(parsePins(pins), pins);
  });

  for (const stored of [
    undefined,
    null,
    'a',
    {},
    ['a', 'a'],
    [''],
    [1],
    Array(mostPins + 1).fill('a'),
    ['x'.repeat(10_001)],
  ]) {
    it(`are not read from ${inspect(stored).slice(0, 40)}`, () => assert.equal(parsePins(stored), undefined));
  }
});
