import assert from 'node:assert/strict';
import { element } from '../../../src/core/page/element.js';
import { toHtml } from '../../../src/core/page/html.js';

describe('HTML of a tree', () => {
  it('has text and attributes escaped', () => {
    const made = element('p', { title: 'a "b" <c> & \0' }, '<b> & "d" \0');
    assert.equal(toHtml(made), '<p title="a &#x22;b&#x22; &#x3C;c> &#x26; \uFFFD">&#x3C;b> &#x26; "d" \uFFFD</p>');
  });

  it('writes attributes by their names in HTML', () => {
    const properties = {
      className: ['a', 'b'],
      ariaDescribedBy: ['c'],
      dataFootnoteRef: true,
      tabIndex: -1,
      httpEquiv: ['d'],
      viewBox: '0 0 1 1',
      charSet: 'utf-8',
      hidden: false,
      id: undefined,
    };
    assert.equal(
      toHtml(element('div', properties)),
      '<div class="a b" aria-describedby="c" data-footnote-ref tabindex="-1" http-equiv="d" viewBox="0 0 1 1" charset="utf-8"></div>',
    );
  });

  it('leaves out elements and attributes of names that could end a tag', () => {
    const made = element('p', { 'x onload=alert(1)': '1', 'a>b': '2' }, element('b><script', {}, 'c'), 'd');
    assert.equal(toHtml(made), '<p>d</p>');
  });

  it('ends no void elements, and keeps a line feed at the start of code', () => {
    assert.equal(toHtml(element('p', {}, element('br', {}), element('img', { alt: 'a' }))), '<p><br><img alt="a"></p>');
    assert.equal(toHtml(element('pre', {}, '\na')), '<pre>\n\na</pre>');
    assert.equal(toHtml(element('svg', {}, element('path', { d: 'M0' }))), '<svg><path d="M0"></path></svg>');
  });

  it('has nothing of comments', () => {
    assert.equal(
      toHtml({ type: 'root', children: [{ type: 'doctype' }, { type: 'comment', value: 'x' }] }),
      '<!doctype html>',
    );
  });
});
