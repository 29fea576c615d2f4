import assert from 'node:assert/strict';
import { elementOf, firstPage, readOnlyPage } from './page.js';
import { unsafeParts } from './pageSafety.js';

describe('the button for a side that a concept lacks', () => {
  it('stands in the place of that side, and says which it is', () => {
    const html = firstPage('# A', '## Pros', '- p');
    assert.deepEqual(unsafeParts(html), []);
    const action = 'data-action="addSide" data-id="file:///a.md#a" data-role="cons" data-key="add cons"';
    const button = elementOf(html, '<button type="button" class="add-side cons"');
    assert.ok(button.startsWith(`<button type="button" class="add-side cons" ${action}><svg `), button);
    assert.ok(button.endsWith('</svg>Add cons</button>'), button);
    assert.ok(elementOf(html, '<div class="sides"').endsWith(`</section>${button}</div>`));
    assert.match(
      elementOf(firstPage('# A', '## Cons', '- c'), '<div class="sides"'),
      /^<div class="sides"><button [^>]*data-role="pros"[^]*Add pros<\/button><section class="side cons"/u,
    );
  });

  it('is there for a label that has nothing below it yet', () => {
    for (const lines of [[], ['- '], ['', '1. ', '']]) {
      const html = firstPage('# A', '## Pros', '- p', '## Cons', ...lines);
      assert.ok(html.includes('data-role="cons"') && !html.includes('class="side cons"'));
    }
  });

  it('is not there where the note cannot be written', () => {
    const html = readOnlyPage('# A', '## Pros', '- p');
    assert.ok(html.includes('class="side pros"') && !html.includes('addSide'));
  });

  it('is not there where both sides are, or none is', () => {
    assert.ok(!firstPage('# A', '## Pros', '- p', '## Cons', '- c').includes('addSide'));
    assert.ok(!firstPage('# A', 'x').includes('addSide'));
  });
});
