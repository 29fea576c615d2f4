import assert from 'node:assert/strict';
import { renamedId } from '../../../src/core/page/renamedId.js';
import { noteTree } from './page.js';

describe('a concept whose heading was renamed', () => {
  const note = (...lines: readonly string[]) => noteTree(...lines).note;
  const before = note('# A', '## B', '### C', '## D');
  const cases: readonly (readonly [string, string, readonly string[], string | undefined])[] = [
    ['is found by its place', '#a/b', ['# A', '## New', '### C', '## D'], '#a/new'],
    ['takes those below it along', '#a/b/c', ['# A', '## New', '### C', '## D'], '#a/new/c'],
    ['is not taken for another that took its place', '#a/b', ['# A', '## D', '## B', '### C'], '#a/b'],
    ['is not guessed where one went', '#a/b', ['# A', '## New', '### C'], undefined],
    ['is itself where others came', '#a/d', ['# A', '## Z', '## B', '### C', '## D'], '#a/d'],
    ['is nothing where it was nowhere', '#z', ['# A', '## B', '### C', '## D'], undefined],
  ];
  for (const [what, id, lines, found] of cases) {
    it(what, () => {
      const uri = 'file:///a.md';
      assert.equal(renamedId(`${uri}${id}`, before, note(...lines)), found && `${uri}${found}`);
    });
  }
});
