import assert from 'node:assert/strict';
import { noteLinkOf } from '../../../src/core/note/references.js';
import { isTags, tagsIn } from '../../../src/core/note/tag.js';
import { shownText, wikiLinksIn } from '../../../src/core/note/wikiLink.js';
import { conceptOf, noteOfLines } from './readNoteOf.js';

/** A note's links as `line kind target#heading (shown) in concept's title`. */
function links(...lines: readonly string[]): string[] {
  const note = noteOfLines(...lines);
  const titles = new Map(note.concepts.map(({ id, title }) => [id, title]));
  return note.links.map(({ line, kind, target, heading, shown, concept }) => {
    return `${line} ${kind} ${target}#${heading} (${shown}) in ${titles.get(concept ?? '') ?? 'none'}`;
  });
}

describe('the links of a note', () => {
  it('are wiki links and paths, with their lines and the innermost concepts that they stand in', () => {
    const lines = [
      'See [[Top]].',
      '',
      '# A',
      '',
      'one',
      '[[B#부분|비]] and ![[C]]',
      '',
      '## D',
      '',
      '- x [y](../e%20f.md#g) [z][r]',
      '',
      '[r]: ./h.md',
    ];
    assert.deepEqual(links(...lines), [
      '1 wiki Top# (Top) in none',
      '6 wiki B#부분 (비) in A',
      '6 wiki C# (C) in A',
      '10 path ../e f.md#g (y) in D',
      '10 path ./h.md# (z) in D',
    ]);
  });

  it('are not what leads out to the web, nor what stands in code or shows another link', () => {
    const lines = [
      '# A',
      '',
      '`[[x]]` <https://a.b> [m](mailto:a@b.c) [n](//host/x) [[[y]](https://a.b)',
      '',
      '```',
      '[[z]]',
      '```',
    ];
    assert.deepEqual(links(...lines), []);
  });

  it('are the same from a page’s address', () => {
    assert.deepEqual(noteLinkOf('[[B#부분]]'), {
      ...noteLinkOf('[[B#부분]]'),
      kind: 'wiki',
      target: 'B',
      heading: '부분',
    });
    assert.deepEqual(noteLinkOf('a%20b.md?x#c'), { line: 1, kind: 'path', target: 'a b.md', heading: 'c', shown: '' });
    assert.equal(noteLinkOf('100%.md').target, '100%.md');
    assert.equal(noteLinkOf('https://a.b').target, '');
  });
});

describe('wiki links in a text', () => {
  const cases: Readonly<Record<string, readonly (readonly [target: string, heading: string, shown: string])[]>> = {
    'a [[b]] c [[d|e]]': [
      ['b', '', 'b'],
      ['d', '', 'e'],
    ],
    '[[ b # c ]]': [['b', 'c', 'b#c']],
    '[[#c]]': [['', 'c', '#c']],
    'in a table [[b\\|c]]': [['b', '', 'c']],
    '![[picture.png]]': [['picture.png', '', 'picture.png']],
    '[[a\nb]] [[]] [[|x]] [a] [[[]]]': [],
  };
  for (const [text, found] of Object.entries(cases)) {
    it(`are found: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        wikiLinksIn(text).map(({ target, heading, shown }) => [target, heading, shown]),
        found,
      );
    });
  }

  it('stand as what they show', () => {
    assert.equal(shownText('a [[b|c]] d [[e]] [f]'), 'a c d e [f]');
    assert.deepEqual(
      conceptOf(noteOfLines('# A [[b|c]]', '', '## 장점', '', '- [[d|e]]는 빠르다'), 'A c').pros[0]?.text,
      'e는 빠르다',
    );
  });

  it('cost no more than the text is long', () => {
    for (const text of ['['.repeat(300_000), '[[a|'.repeat(100_000), '[[a#'.repeat(100_000)]) {
      assert.deepEqual(wikiLinksIn(text), []);
    }
  });
});

describe('tags', () => {
  it('are words behind a #, Korean and nested ones too', () => {
    const text = '#redis x #데이터베이스 (#db/index) #a-b_c, #2024목표';
    assert.deepEqual(
      tagsIn(text).map(({ name }) => name),
      ['redis', '데이터베이스', 'db/index', 'a-b_c', '2024목표'],
    );
  });

  it('are not numbers, parts of words, headings or empty', () => {
    for (const text of ['#1 #42', 'C# a#b', '# a', '#', '##x', '#-', '&#35;', 'http://a/#b']) {
      assert.deepEqual(
        tagsIn(text).map(({ name }) => name),
        text === '#-' ? ['-'] : [],
        text,
      );
    }
  });

  it('belong to the concept that they stand in, each once, and are not its gist', () => {
    const note = noteOfLines(
      '# A',
      '',
      '#x #y',
      '',
      'The gist #x.',
      '',
      '## B',
      '',
      '- z #z',
      '',
      '`#code` [#link](a.md)',
    );
    assert.deepEqual(conceptOf(note, 'A').tags, ['x', 'y']);
    assert.equal(conceptOf(note, 'A').gist, 'The gist #x.');
    assert.deepEqual(conceptOf(note, 'B').tags, ['z']);
  });

  it('can be all of a line', () => {
    assert.ok(isTags('#a #b/c'));
    assert.ok(!isTags('#a b') && !isTags('') && !isTags('a #b'));
  });

  it('are those of the front matter for a note', () => {
    const note = noteOfLines('---', 'categories: [c]', 'tags: ["#a", b]', '---', '# A');
    assert.deepEqual([note.topics, note.tags], [['c'], ['a', 'b']]);
  });
});
