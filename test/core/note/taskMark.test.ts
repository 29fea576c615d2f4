import assert from 'node:assert/strict';
import { taskMark } from '../../../src/core/note/taskMark.js';

describe('the mark of a task', () => {
  for (const [line, at, isDone] of [
    ['- [ ] one', 3, false],
    ['- [x] one', 3, true],
    ['  * [X]\tone', 5, true],
    ['12) [ ] one', 5, false],
    ['> - [ ] quoted', 5, false],
    ['- - [x] within', 5, true],
    ['-   [\t] wide', 5, false],
  ] as const) {
    it(`is found in ${JSON.stringify(line)}`, () => {
      assert.deepEqual(taskMark(line), { at, isDone });
      assert.match(line.charAt(at), /[ \txX]/u);
    });
  }

  for (const line of [
    '',
    '[ ] no list',
    '- [] empty',
    '- [y] other',
    '- [ ]glued',
    '-[ ] glued',
    '- [link](x) one',
    'a - [ ] b',
  ]) {
    it(`is not in ${JSON.stringify(line)}`, () => {
      assert.equal(taskMark(line), undefined);
    });
  }
});
