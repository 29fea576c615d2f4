import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/note/markdown.js';
import { holdPoints, readPoints } from '../../../src/core/note/points.js';

/** The points of a text, as `line text`. */
function points(...lines: readonly string[]): string[] {
  const blocks = parseMarkdown(lines.join('\n')).children;
  const found = readPoints(blocks).map(({ point }) => `${point.line} ${point.text}`);
  assert.equal(holdPoints(blocks), found.length > 0);
  return found;
}

describe('a point', () => {
  it('is a source line where no list is, with and without hard breaks', () => {
    assert.deepEqual(points('one', 'two  ', 'three\\', 'four', '', 'five'), [
      '1 one',
      '2 two',
      '3 three',
      '4 four',
      '6 five',
    ]);
  });

  it('is a line that starts with a link, code, emphasis or an image', () => {
    const lines = ['[a](b) c', '`d` e', '**f** g', '![h](i) j', '<b>k</b> l', 'https://a.b m'];
    const texts = ['1 a c', '2 d e', '3 f g', '4 h j', '5 k l', '6 https://a.b m'];
    assert.deepEqual(points(...lines), texts);
  });

  it('keeps together what emphasis or code holds together over two lines', () => {
    assert.deepEqual(points('**a', 'b** c', 'd', '`e', 'f`', 'g'), ['1 a b c', '3 d', '4 e f', '6 g']);
  });

  it('is a list item where a list is, whatever stands around the list', () => {
    assert.deepEqual(points('intro', '', '- a', '- b', '', 'between', '', '1. c'), ['3 a', '4 b', '8 c']);
  });

  it('is one for all paragraphs of an item and none for what is nested in it', () => {
    const lines = ['- a', '  b', '', '  c', '  - nested', '', '      code', '- > quoted', '- ```', '  code', '  ```'];
    assert.deepEqual(points(...lines), ['1 a b c', '8 quoted', '9 code']);
  });

  it('is on the line of its first words, behind a comment too', () => {
    assert.deepEqual(points('- <!--', '  x', '  -->', '', '  - a', '- b'), ['5 a', '6 b']);
  });

  it('is a task without its box', () => {
    assert.deepEqual(points('- [ ] a', '- [x] b', '- [y] c'), ['1 a', '2 b', '3 [y] c']);
  });

  it('stands in a quote as well', () => {
    assert.deepEqual(points('> a', '> b', '>> c'), ['1 a', '2 b', '3 c']);
    assert.deepEqual(points('> a', '>', '> - b', '> - c'), ['3 b', '4 c']);
  });

  it('is no empty item, empty line, code, table, rule or HTML', () => {
    const lines = [
      '-',
      '- ',
      '- <!-- x -->',
      '- ![](a.png)',
      '',
      '---',
      '',
      '```',
      'code',
      '```',
      '',
      '|a|',
      '|-|',
      '|b|',
    ];
    assert.deepEqual(points(...lines), []);
    assert.deepEqual(points('- [[note| ]]', '- &#32;'), []);
    assert.deepEqual(points('<div>', 'a', '</div>', '', '    code', '', '[a]: b'), []);
  });

  it('loses a typed bullet but no other sign', () => {
    const lines = ['• a', '·b', '– c', '→ d', '+1 e', '* f*'];
    assert.deepEqual(points(...lines.slice(0, 5)), ['1 a', '2 b', '3 c', '4 → d', '5 +1 e']);
  });

  it('has the line of any line ending', () => {
    for (const end of ['\r\n', '\r', '\n']) {
      assert.deepEqual(points(`a${end}b  ${end}c\\${end}d${end}${end}e`), ['1 a', '2 b', '3 c', '4 d', '6 e']);
      assert.deepEqual(points(`- a${end}  b${end}${end}- c`), ['1 a b', '4 c']);
    }
  });

  it('is text without Markdown, on one line', () => {
    const text = '**빠른** [응답](a "b")&nbsp;과 ~~낮은~~ `O(1)`\t비용<br>[^1] <!-- x --> &lt;좋다&gt; \\* a_b_c';
    assert.deepEqual(points(text, '', '[^1]: y'), ['1 빠른 응답 과 낮은 O(1) 비용 <좋다> * a_b_c']);
  });
});
