import assert from 'node:assert/strict';
import { ownText } from '../../../src/core/note/ownText.js';

describe('ownText', () => {
  it('is the same text', () => {
    for (const text of ['', 'a', '큐', ' a ', '😀', 'a text that is long enough to be kept as a part of another']) {
      assert.equal(ownText(text), text);
    }
  });
});
