import assert from 'node:assert/strict';
import { cut } from '../../../src/core/note/cut.js';

/** The numbers of the lines at which a text can be cut, those of items in brackets. */
function linesOf(text: string): string {
  return cut(text)
    .map(({ line, starts }) => (starts === 'item' ? `(${line})` : String(line)))
    .join(' ');
}

describe('cut', () => {
  const cases: readonly (readonly [what: string, text: string, lines: string])[] = [
    ['at headings', '# a\ntext\n## b\n ### c\n', '3 4'],
    ['not at what looks like a heading', 'a\n#b\n####### c\n    # d\n\\# e\n', ''],
    ['not at headings that may be in an item', '- a\n  # b\n   # c\n', ''],
    ['at blocks behind a blank line', 'a\nb\n\nc\n\n> d\n\n***\n\n| e |\n|---|\n', '4 6 8 10'],
    ['at setext headings', 'a\n\nb\n===\n\nc\nd\n---\n', '3 6'],
    ['at items', '- a\n- b\n  c\n\n- d\n', '(2) (5)'],
    ['at numbered items', '1. a\n2. b\n10. c\n', '(2) (3)'],
    ['between lists behind a blank line', '- a\n\n1. b\n', '3'],
    ['not at nested items', '- a\n  - b\n  - c\n', ''],
    ['not at an item behind a line that may end the list', '- a\nb\n- c\n- d\n', '(4)'],
    ['not in fences', '# a\n```\n\n# b\n~~~\n````\n# c\n', '7'],
    ['not behind a fence that nothing closes', '# a\n~~~ x\n\n# b\n```\n# c\n', ''],
    ['behind a fence in an item', '- a\n  ```\n  # b\n# c\n', '4'],
    ['not in comments', 'a\n\n<!--\n\n# b\n\n-->\n# c\n', '3 8'],
    ['behind a comment on one line', '<!-- a -->\n# b\n', '2'],
    ['not in HTML', '<div>\n# a\n\n# b\n', '4'],
    ['not in what may be HTML', '<b>\n# a\n\n# b\n', '4'],
    ['not in what may be code, nor behind it', '- a\nb\n  ```\n# c\n\n# d\n', ''],
    ['behind front matter', '---\n# a\n\n---\ntext\n', '5'],
    ['nowhere if it has no end', '---\n# a\n\nb\n', ''],
    ['behind every kind of line ending', '# a\r# b\r\n# c\n# d', '2 3 4'],
  ];
  for (const [what, text, lines] of cases) {
    it(`cuts ${what}`, () => assert.equal(linesOf(text), lines));
  }

  it('tells where the lines start', () => {
    const text = 'a\r\n\r\nb\n\n# c\r- d\r- e';
    assert.deepEqual(
      cut(text).map(({ offset }) => text[offset]),
      ['b', '#', '-'],
    );
  });
});
