import assert from 'node:assert/strict';
import { elementOf, firstPage } from './page.js';

describe('a callout on a page', () => {
  it('is a box under its title', () => {
    const calloutOf = (...lines: string[]): string =>
      elementOf(firstPage('# A', 'x', '', ...lines.map((line) => `> ${line}`)), '<div class="callout');
    assert.equal(
      calloutOf('[!BUG]', 'Mind *this*.', '', '- one'),
      '<div class="callout bad"><p class="callout-title">Bug</p><p>Mind <em>this</em>.</p><ul>\n<li>one</li>\n</ul></div>',
    );
    assert.equal(
      calloutOf('[!info]- With **bold** [[B]]', 'x'),
      '<div class="callout info"><p class="callout-title">With <strong>bold</strong> <a href="#" data-action="link" data-href="[[B]]" title="[[B]]">B</a></p><p>x</p></div>',
    );
    assert.match(
      calloutOf('[!my-own] Title'),
      /^<div class="callout plain"><p class="callout-title">Title<\/p><\/div>$/u,
    );
    assert.equal(calloutOf('[no]', 'x'), '');
  });
});
