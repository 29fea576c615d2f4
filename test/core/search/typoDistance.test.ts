import assert from 'node:assert/strict';
import { typoDistance } from '../../../src/core/search/typoDistance.js';

describe('typoDistance', () => {
  const cases: readonly (readonly [query: string, text: string, edits: number])[] = [
    ['lambda', 'lambda', 0],
    ['lambda', 'lambda function', 0],
    ['labmda', 'lambda', 1],
    ['lamda', 'lambda', 1],
    ['lambbda', 'lambda', 1],
    ['lambxa', 'lambda', 1],
    ['almbda', 'lambda', 1],
    ['labmad', 'lambda', 2],
    ['ca', 'abc', 1],
    ['lambda', 'lam', 3],
    ['abc', '', 3],
    ['', 'abc', 0],
    ['', '', 0],
    ['xyz', 'abc', 3],
  ];
  for (const [query, text, edits] of cases) {
    it(`counts ${edits} from “${query}” to a beginning of “${text}”`, () => {
      assert.equal(typoDistance(query, text), edits);
    });
  }

  it('is never more than the query is long', () => {
    assert.equal(typoDistance('abc', 'x'.repeat(1000)), 3);
  });
});
