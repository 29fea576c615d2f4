import assert from 'node:assert/strict';
import { patternOf } from '../../../src/core/search/namePattern.js';
import { Slips } from '../../../src/core/search/slips.js';
import { stretchOf } from './keyStretch.js';

/** Whether a query is a name with one slip. */
function isSlip(query: string, name: string): boolean {
  return new Slips(patternOf(query, 'typed')).isIn(stretchOf(name));
}

describe('a slip', () => {
  it('is two neighbours the wrong way round, in a name or from a word of it on', () => {
    const slips = [
      ['px', 'XP'],
      ['wgsi', 'WSGI'],
      ['aigle', 'Agile'],
      ['scrmu', 'Scrum master'],
      ['labmda', 'AWS Lambda'],
    ];
    slips.push(
      ['애일자', '애자일'],
      ['다람', 'AWS 람다'],
      ['컨이테너', '컨테이너'],
      ['오큐', '큐오'],
      ['🙈🚀', '🚀🙈'],
    );
    for (const [query, name] of slips) {
      assert.ok(isSlip(query!, name!), `${query} ${name}`);
    }
  });

  it('is a syllable left out', () => {
    for (const query of ['자일', '애일', '애자']) {
      assert.ok(isSlip(query, '애자일'), query);
    }
    assert.ok(isSlip('데브스', '데브옵스'));
  });

  it('is no more than that', () => {
    const others = [
      ['agile', 'Agile'],
      ['a', 'ab'],
      ['', 'ab'],
      ['px', 'XP method'],
      ['acb', 'abc d'],
      ['gaiel', 'Agile'],
      ['일자애', '애자일'],
      ['애', '애자일'],
      ['ab', 'abc'],
      ['aa', 'aa'],
      ['가'.repeat(10_000), '가'],
    ];
    for (const [query, name] of others) {
      assert.ok(!isSlip(query!, name!), `${query} ${name}`);
    }
  });
});
