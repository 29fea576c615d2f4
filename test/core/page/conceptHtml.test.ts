import assert from 'node:assert/strict';
import { conceptHtml } from '../../../src/core/page/conceptHtml.js';
import { hostileTexts, notesWith } from '../../fixtures/hostileTexts.js';
import { noteTree } from './page.js';
import { unsafeParts } from './pageSafety.js';

function htmlOf(text: string, title: string): string {
  const tree = noteTree(text);
  const concept = tree.note.concepts.find((candidate) => candidate.title === title);
  return conceptHtml(tree, concept?.id ?? 'none') ?? '';
}

describe('copying a concept as HTML', () => {
  it('has what the concept says, sub-concepts included, and nothing of a page', () => {
    assert.equal(
      htmlOf('# A\n\nx\n\n## B\n\n*y* <kbd>K</kbd>\n\n### Pros\n\n- 1\n\n### C\n\nz\n\n## D\n\nno', 'B'),
      '<h2>B</h2>\n<p><em>y</em> <kbd>K</kbd></p>\n<h3>Pros</h3>\n<ul>\n<li>1</li>\n</ul>\n<h3>C</h3>\n<p>z</p>',
    );
  });

  it('has links and pictures of the web, and the words of all others', () => {
    const note =
      '# A\n\n[w](https://e.x) [p](b.md) [[C|wiki]] ![far](https://e.x/i.png) ![near](i.png) [r]\n\n# Z\n\n[r]: https://r.x\n';
    assert.equal(
      htmlOf(note, 'A'),
      '<h1>A</h1>\n<p><a href="https://e.x">w</a> p wiki <img src="https://e.x/i.png" alt="far"> near <a href="https://r.x">r</a></p>',
    );
  });

  it('has the footnotes that it refers to, wherever they stand', () => {
    assert.match(
      htmlOf('# A\n\nx[^1]\n\n# B\n\n[^1]: A note.\n', 'A'),
      /<section data-footnotes[^>]*>.*A note\..*<\/section>/su,
    );
  });

  it('has nothing that a hostile note brings along', () => {
    for (const text of Object.values(hostileTexts)
      .flat()
      .flatMap((payload) => notesWith(payload).slice(0, 1))) {
      const tree = noteTree(text);
      for (const { id } of tree.note.concepts) {
        const html = conceptHtml(tree, id) ?? '';
        const allowed = { img: { src: /^(?:https:|data:image\/)/u }, input: { disabled: /^$/u }, h1: {} };
        assert.deepEqual(unsafeParts(html, allowed), [], html);
      }
    }
  }).timeout(30_000);
});
