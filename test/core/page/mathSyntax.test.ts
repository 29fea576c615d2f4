import assert from 'node:assert/strict';
import { elementOf, firstPage } from './page.js';

const gistOf = (...lines: readonly string[]): string =>
  elementOf(firstPage('# A', ...lines), '<div class="gist')
    .replace(/^<div[^>]*>|<\/div>$/gu, '')
    .replace(/^<p>|<\/p>$/gu, '');
const partOf = (...lines: readonly string[]): string =>
  elementOf(firstPage('# A', 'x', '', '## Example', '', ...lines), '<div class="text').replace(
    /^<div[^>]*>|<\/div>$/gu,
    '',
  );
const math = (tex: string): string => `<span class="math">${tex}</span>`;
const block = (tex: string): string => `<div class="formula"><span class="math display">${tex}</span></div>`;

describe('formulas on a page', () => {
  it('are their TeX, whatever Markdown would make of it', () => {
    assert.equal(gistOf('the $a_1 * b_1 * c$ and $x_i^{2}$.'), `the ${math('a_1 * b_1 * c')} and ${math('x_i^{2}')}.`);
    assert.equal(gistOf('a $\\frac{1}{2} \\\\ b$ c'), `a ${math('\\frac{1}{2} \\\\ b')} c`);
    assert.equal(gistOf('$[x](y)$ and $a &lt; b$'), `${math('[x](y)')} and ${math('a &#x26;lt; b')}`);
    assert.equal(gistOf('$a<b>c</b>$ $[[wiki]]$'), `${math('a&#x3C;b>c&#x3C;/b>')} ${math('[[wiki]]')}`);
  });

  it('leave the text around them as Markdown has it', () => {
    assert.equal(gistOf('*a* \\* &amp; $b$ &amp; \\* *c*'), `<em>a</em> * &#x26; ${math('b')} &#x26; * <em>c</em>`);
    assert.equal(gistOf('one', 'two $b$', 'three'), `one\ntwo ${math('b')}\nthree`);
    assert.equal(gistOf('costs $5, or $10'), 'costs $5, or $10');
    assert.equal(gistOf('`$a` and $b`$`'), '<code>$a</code> and $b<code>$</code>');
    assert.equal(gistOf('**$a$ b**'), `<strong>${math('a')} b</strong>`);
  });

  it('stand on a line of their own between lines of two dollar signs, and as code of the language math', () => {
    assert.equal(partOf('$$', 'a + b', '$$'), block('a + b'));
    assert.equal(partOf('$$a + b$$'), block('a + b'));
    assert.equal(partOf('$$', 'a', '- b', '+ c', '$$', '', 'after'), `${block('a - b + c')}<p>after</p>`);
    assert.equal(partOf('```math', 'a + b', '```'), block('a + b'));
    assert.equal(partOf('so $$a$$ it is'), '<p>so <span class="math display">a</span> it is</p>');
    assert.equal(partOf('$$', 'open', '', 'end'), '<p>$$\nopen</p><p>end</p>');
  });

  it('are found in lists, quotes, tables and points', () => {
    assert.equal(partOf('- one', '  $a', '  b$ two'), `<ul>\n<li>one\n${math('a b')} two</li>\n</ul>`);
    assert.equal(partOf('> $$', '> a', '> $$'), `<blockquote>\n${block('a')}\n</blockquote>`);
    assert.match(partOf('| $a$ | b |', '|-|-|', '| c | $d_1$ |'), /<span class="math">d_1<\/span>/u);
    assert.match(
      firstPage('# A', 'x', '## Pros', '- $O(1)$ only'),
      /<div class="text"><p><span class="math">O\(1\)<\/span> only<\/p><\/div>/u,
    );
  });
});
