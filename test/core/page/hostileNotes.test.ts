import assert from 'node:assert/strict';
import { renderConcept } from '../../../src/core/page/renderConcept.js';
import { hostileTexts, notesWith } from '../../fixtures/hostileTexts.js';
import { readMarkup } from './markupReader.js';
import { context, noteTree } from './page.js';
import { unsafeParts } from './pageSafety.js';

describe('a hostile note', function () {
  // Each kind is some hundred pages.
  this.timeout(60_000);

  for (const [kind, payloads] of Object.entries(hostileTexts)) {
    it(`gets nothing from ${kind}`, () => {
      for (const text of payloads.flatMap(notesWith)) {
        const tree = noteTree(text);
        for (const { id } of tree.note.concepts) {
          const html = renderConcept(tree, id, context) ?? '';
          assert.deepEqual(unsafeParts(html), [], `${text}\n\n${html}`);
        }
      }
    });
  }

  it('gets nothing from an image that the host resolves badly', () => {
    for (const resolved of [
      'javascript:alert(1)',
      'http://evil.example/x.png',
      'data:text/html,x',
      'file:///etc/passwd',
      '//evil.example',
      'x.png',
    ]) {
      const tree = noteTree('# A', '![x](./a.png)');
      const html = renderConcept(tree, tree.note.concepts[0]!.id, { ...context, resolveImage: () => resolved }) ?? '';
      assert.ok(!readMarkup(html).tags.some(({ attributes }) => attributes.has('src')), html);
    }
  });

  it('gets nothing through words of the interface', () => {
    const evil = '"><script>alert(1)</script>';
    const tree = noteTree('# A', '![](data:image/png,x)', '## Pros', '- x', '## B', '', '[^1]', '', '[^1]: f');
    for (const { id } of tree.note.concepts) {
      assert.deepEqual(
        unsafeParts(renderConcept(tree, id, { ...context, location: evil, translate: () => evil }) ?? ''),
        [],
      );
    }
  });
});

describe('the check of pages itself', () => {
  for (const html of [
    ...[
      '<script></script>',
      '<p onclick="x"></p>',
      '<p style="x"></p>',
      '<a href="javascript:x">x</a>',
      '<a href=" https://x">x</a>',
      '<a href="./x">x</a>',
    ],
    ...[
      '<a data-href="command:x">x</a>',
      '<img src="http://x">',
      '<img src="data:text/html,x">',
      '<p id="page"></p>',
      '<li id="page"></li>',
      '<svg onload="x"></svg>',
    ],
    ...[
      '<p>',
      '</p>',
      '<p></b></p>',
      '< p>',
      '<p title=x></p>',
      "<p title='x'></p>",
      '<!-- x -->',
      '<p\n></p>',
      '<P></P>',
      'a < b',
      '<img src="https://images.example/',
      '<iframe></iframe>',
    ],
    ...[
      '<h2 id="x"></h2>',
      '<div class="a" id="b"></div>',
      '<form></form>',
      '<base href="#">',
      '<svg><script></script></svg>',
      '<button data-action="link"></button>',
      '<a name="x">x</a>',
    ],
  ]) {
    it(`finds ${html}`, () => {
      assert.notDeepEqual(unsafeParts(html), []);
    });
  }

  it('finds nothing in what is fine', () => {
    assert.deepEqual(
      unsafeParts('<p>a &#x3C; <b>b</b><br> <img src="https://images.example/a" alt="&#x3C;script>"></p>'),
      [],
    );
  });
});
