import assert from 'node:assert/strict';
import { linesOf } from '../../../src/core/reading/linesOf.js';

describe('The lines of stored bytes', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  for (const text of ['', 'one', '요점\n{"a":"한글"}', 'last\n', '\n\n']) {
    it(`are those of ${JSON.stringify(text)}`, () => {
      assert.deepEqual(linesOf(bytes(text)), text.split('\n'));
    });
  }

  it('are empty where they are no UTF-8, and only there', () => {
    const damaged = bytes('one\ntwo\nthree');
    damaged[5] = 0xff;
    assert.deepEqual(linesOf(damaged), ['one', '', 'three']);
  });
});
