import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markedText } from '../../../src/core/search/markedText.js';
import type { TextRange } from '../../../src/core/search/searchResult.js';

describe('Marked text', () => {
  const longest = 60;

  it('puts signs around what was found, on one line', () => {
    const text = 'Infrastructure as\nCode';
    assert.equal(markedText(text, [[0, 1], [15, 16], [18, 19]], longest), '«I»nfrastructure «a»s «C»ode'); // prettier-ignore
    assert.equal(markedText(text, [], longest), 'Infrastructure as Code');
  });

  it('begins at a word before what is found late, and ends where the row does', () => {
    const text = `${'before '.repeat(20)}found ${'behind '.repeat(20)}`;
    const start = text.indexOf('found');
    const shown = markedText(text, [[start, start + 5]], longest);
    assert.match(shown, /^…before (?:before )+«found» behind .*…$/u);
    assert.equal(shown.length, longest + '…«»…'.length);
  });

  it('cuts no character in two, whatever its form', () => {
    for (const unit of ['👍', '컨'.normalize('NFD'), 'é'.normalize('NFD')]) {
      for (let length = 2; length < 9; length += 1) {
        const shown = markedText(unit.repeat(9), [], length);
        assert.equal(shown, `${unit.repeat(Math.floor(length / unit.length))}…`, `${unit} at ${length}`);
      }
    }
  });

  it('says the same as the text, whatever was found of it', () => {
    const inputs = fc.tuple(
      fc.string({ unit: fc.constantFrom('a', ' ', '한', '👍', '\u0301'), maxLength: 80 }),
      fc.uniqueArray(fc.nat(160), { maxLength: 8 }),
    );
    fc.assert(
      fc.property(inputs, ([text, places]) => {
        const sorted = places.filter((place) => place <= text.length).sort((a, b) => a - b);
        const ranges = sorted.flatMap((start, index): TextRange[] => {
          const end = sorted[index + 1];
          return index % 2 === 0 && end !== undefined ? [[start, end]] : [];
        });
        const shown = markedText(text, ranges, text.length);
        const plain = shown.replace(/[«»]/gu, '').replace(/^…/u, '');
        assert.ok(text.endsWith(plain), 'it is the text, from some place on');
        const first = ranges[0];
        const marked = /«(.*?)»/su.exec(shown)?.[1];
        assert.equal(marked, first && text.slice(...first));
      }),
    );
  });
});
