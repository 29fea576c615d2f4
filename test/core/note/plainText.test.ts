import assert from 'node:assert/strict';
import { noteName, isNoteName } from '../../../src/core/note/noteName.js';
import { parseMarkdown } from '../../../src/core/note/markdown.js';
import { plainText } from '../../../src/core/note/plainText.js';

/** The plain text of Markdown. */
function plain(markdown: string): string {
  return plainText(...parseMarkdown(markdown).children);
}

describe('plain text', () => {
  it('has no Markdown and no HTML', () => {
    assert.equal(
      plain('**a** _b_ ~~c~~ `d` [e](f) ![g](h) <i>j</i> [k][l] k[^1]\n\n[l]: m\n[^1]: n'),
      'a b c d e g j k k n',
    );
  });

  it('has one space for white space of any kind, and for line breaks, `<br>` too', () => {
    assert.equal(plain('a  \nb\\\nc\nd<br>e<BR/>f<br />g \u00A0\u3000 h'), 'a b c d e f g h');
  });

  it('keeps blocks apart', () => {
    assert.equal(
      plain('# a\n\nb\n\n- c\n- d\n  - e\n\n> f\n\n|g|h|\n|-|-|\n|i|j|\n\n```\nk\n```'),
      'a b c d e f g h i j k',
    );
  });

  it('reads entities and escapes', () => {
    assert.equal(plain('&lt;b&gt; &#44032; \\*a\\*'), '<b> 가 *a*');
  });
});

describe('the name of a note', () => {
  it('is its file name without the extension, composed', () => {
    const cases: Record<string, string> = { 'a/b.md': 'b', 'b.md': 'b', 'a.b/c.d.md': 'c.d', 'a/.md': '.md', a: 'a' };
    for (const [path, name] of Object.entries(cases)) {
      assert.equal(noteName(path), name);
    }
    assert.equal(noteName(`x/${'큐'.normalize('NFD')}.markdown`), '큐');
  });

  it('ends as Markdown files do', () => {
    const names = ['a.md', 'A.MD', 'a.markdown', '.md', 'a.mdx', 'a.md.txt', 'md', 'a.md~'];
    assert.deepEqual(names.filter(isNoteName), ['a.md', 'A.MD', 'a.markdown', '.md']);
  });
});
