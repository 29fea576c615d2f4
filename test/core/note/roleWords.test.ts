import assert from 'node:assert/strict';
import { LabelReader } from '../../../src/core/note/label.js';
import { readNote } from '../../../src/core/note/read.js';
import { parseRoleWords } from '../../../src/core/note/roleWords.js';

const text = '# 회고\n\n## 좋았던 것\n\n- 빠르다\n\n## Keep\n\n- calm\n\n**Keep**: focus\n';

function read(own: unknown): { pros: string[]; cons: string[]; titles: string[] } {
  const labels = new LabelReader(parseRoleWords(own));
  const { concepts } = readNote({ uri: 'a.md', name: 'a', folder: 'f', text }, labels);
  return {
    pros: concepts.flatMap(({ pros }) => pros.map((point) => point.text)),
    cons: concepts.flatMap(({ cons }) => cons.map((point) => point.text)),
    titles: concepts.map(({ title }) => title),
  };
}

describe('label words of the user’s own', () => {
  it('announce their role like any other', () => {
    const { pros, cons, titles } = read({ pros: ['좋았던 것'], cons: ['Keep'] });
    assert.deepEqual([pros, cons, titles], [['빠르다'], ['calm', 'focus'], ['회고']]);
  });

  it('are not there by default', () => {
    assert.deepEqual(read(undefined), { pros: [], cons: [], titles: ['회고', '좋았던 것', 'Keep'] });
  });

  it('can give a word that is there another role', () => {
    assert.equal(new LabelReader({ example: ['장점'] }).read('장점')?.role, 'example');
  });

  for (const value of [null, 7, 'pros', [], { pros: 'x' }, { pros: [7, null, '', ' ', '---', 'a'.repeat(61)] }]) {
    it(`are none where the settings hold none: ${JSON.stringify(value).slice(0, 50)}`, () => {
      const words = Object.values(parseRoleWords(value)).flat();
      assert.deepEqual(words, []);
    });
  }

  it('are taken from nothing but the roles there are', () => {
    const words = parseRoleWords(
      JSON.parse('{"__proto__": ["a"], "constructor": ["b"], "gist": ["c"], "pros": ["d"]}'),
    );
    assert.deepEqual(Object.values(words).flat(), ['d']);
  });
});
