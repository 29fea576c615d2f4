import assert from 'node:assert/strict';
import { mathSpans } from '../../../src/core/page/mathSpans.js';

const found = (source: string): string[] =>
  mathSpans(source).map(({ start, end, tex, isDisplay }) => {
    assert.equal(source.slice(start, end).replaceAll('$', '').trim(), tex);
    return isDisplay ? `display ${tex}` : tex;
  });

describe('formulas in a text', () => {
  it('stand between dollar signs, one or two', () => {
    assert.deepEqual(found('the area $a^2$ of $$b = c$$ and $d_1 * e_1$.'), ['a^2', 'display b = c', 'd_1 * e_1']);
    assert.deepEqual(found('$O(n \\log n)$이다'), ['O(n \\log n)']);
    assert.deepEqual(found('$$\na\n= b\n$$'), ['display a\n= b']);
  });

  it('are no prices', () => {
    assert.deepEqual(found('costs $5, or $10 a month'), []);
    assert.deepEqual(found('비용은 $5에서 $10 사이'), []);
    assert.deepEqual(found('$ 5 $ and US$ and $'), []);
    assert.deepEqual(found('$x$1'), []);
  });

  it('leave alone what is escaped, empty, apart or three signs', () => {
    assert.deepEqual(found('\\$a$ and $b\\$'), []);
    assert.deepEqual(found('\\\\$a$'), ['a']);
    assert.deepEqual(found('$$$$ $$ $$ $$$a$$$'), []);
    assert.deepEqual(found('$a\n\nb$'), []);
    assert.deepEqual(found('$$a$ b'), []);
  });

  it('are found in reasonable time, whatever the text is', () => {
    for (const piece of ['$a ', '$$a ', '$', '\\$', '$a$ ', '$\n']) {
      assert.ok(mathSpans(piece.repeat(30_000)).length <= 500, piece);
    }
  });
});
