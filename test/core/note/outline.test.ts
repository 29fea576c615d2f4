import assert from 'node:assert/strict';
import { conceptOf, noteOfLines } from './readNoteOf.js';

/** A note's concepts as `line..endLine title < parent's title`. */
function concepts(...lines: readonly string[]): string[] {
  const note = noteOfLines(...lines);
  const titles = new Map(note.concepts.map(({ id, title }) => [id, title]));
  return note.concepts.map(({ line, endLine, title, parent }) => {
    return `${line}..${endLine} ${title}${parent === null ? '' : ` < ${titles.get(parent) ?? '?'}`}`;
  });
}

/** A concept's sections as `line..endLine role label`. */
function sections(title: string, ...lines: readonly string[]): string[] {
  return conceptOf(noteOfLines(...lines), title).sections.map(({ line, endLine, role, label }) => {
    return `${line}..${endLine} ${role} ${label}`.trim();
  });
}

describe('the outline', () => {
  it('gives a concept the lines up to the next heading of its level', () => {
    const lines = ['# A', '', 'a', '## B', 'b', '', '### C', 'c', '', '## D', '', '# E'];
    assert.deepEqual(concepts(...lines), ['1..10 A', '4..8 B < A', '7..8 C < B', '10..10 D < A', '12..12 E']);
  });

  it('gives the points of a label to the nearest heading above of a lower level that is no label', () => {
    const lines = [
      '## A',
      '### B',
      '#### Pros',
      '- b',
      '### Pros',
      '- a',
      '#### Cons',
      '- x',
      '### C',
      '### Cons',
      '- y',
    ];
    const note = noteOfLines(...lines);
    const texts = note.concepts.map(({ title, pros, cons }) =>
      [title, ...pros, '/', ...cons].map((p) => (typeof p === 'string' ? p : p.text)).join(' '),
    );
    assert.deepEqual(texts, ['A a / y', 'B b / x', 'C /']);
  });

  it('makes sections with their lines: what comes before the gist, the gist, the rest, the labels', () => {
    const lines = [
      '# A',
      '',
      '- list',
      '',
      'gist',
      'gist',
      '',
      'rest',
      '',
      '## B',
      '',
      '## Pros',
      '',
      '- a',
      '',
      '## ex.',
      '',
      'e',
      'e',
    ];
    const expected = ['3..3 other', '5..6 gist', '8..8 other', '12..14 pros Pros', '17..17 example ex.'];
    assert.deepEqual(sections('A', ...lines), [...expected.slice(0, 4), '16..19 example ex.']);
    assert.deepEqual(sections('B', ...lines), []);
  });

  it('keeps several sections of one role, and their points in order', () => {
    const lines = ['# A', '## Pros', 'a', '## Cons', 'b', '## Advantages', 'c'];
    assert.deepEqual(sections('A', ...lines), ['2..3 pros Pros', '4..5 cons Cons', '6..7 pros Advantages']);
    assert.deepEqual(
      conceptOf(noteOfLines(...lines), 'A').pros.map(({ text }) => text),
      ['a', 'c'],
    );
  });

  it('keeps sections in order where a label stands as high as the only top concept', () => {
    const lines = ['# A', 'gist', '# Pros', '- a', '## Cons', '- b', '# Example', 'c'];
    assert.deepEqual(sections('A', ...lines), [
      '2..2 gist',
      '3..4 pros Pros',
      '5..6 cons Cons',
      '7..8 example Example',
    ]);
    assert.deepEqual(concepts(...lines), ['1..8 A']);
  });

  it('gives labels above the first heading to the note, not to a concept below them', () => {
    const lines = ['## Pros', '- a', '', '## B', 'b'];
    assert.deepEqual(concepts(...lines), ['1..2 a', '4..5 B']);
    assert.deepEqual(sections('a', ...lines), ['1..2 pros Pros']);
  });

  it('gives the note the text before its labels too', () => {
    const lines = ['gist', '', '# Pros', '- a', '# B', '# C', '# Cons', '- b'];
    assert.deepEqual(concepts(...lines), ['1..8 a', '5..5 B', '6..6 C']);
    assert.deepEqual(sections('a', ...lines), ['1..1 gist', '3..4 pros Pros', '7..8 cons Cons']);
  });

  it('takes a gist from the first paragraph that has text', () => {
    assert.equal(
      conceptOf(noteOfLines('# A', '![](a.png)', '', '<!-- b -->', '', '- c', '', '[d](e)  ', '*f*'), 'A').gist,
      'd f',
    );
    assert.equal(conceptOf(noteOfLines('# A', '', '- c', '', '## B', '', 'b'), 'A').gist, '');
  });

  it('gives each heading an anchor as GitHub does and each concept an id from its path', () => {
    const note = noteOfLines('# A & B!', '## 장점 있음', '## Pros', '# A', '## Pros', '- x', '### 장점 있음', '# a');
    assert.deepEqual(
      note.concepts.map(({ id, anchor }) => [id, anchor]),
      [
        ['a.md#a--b', 'a--b'],
        ['a.md#a--b/장점-있음', '장점-있음'],
        ['a.md#a', 'a'],
        ['a.md#a/장점-있음', '장점-있음-1'],
        ['a.md#a-1', 'a-1'],
      ],
    );
  });

  it('keeps ids unique where headings are made to collide', () => {
    const titles = ['a', 'a-1', 'a', 'a 1', 'a-1-1', 'A', '🚀', '🙈', 'concept', 'concept-1', '...', 'b/c', 'bc'];
    const ids = noteOfLines(...titles.map((title) => `# ${title}`), '# x', '## y', '# x/y', '## xy').concepts.map(
      ({ id }) => id,
    );
    assert.equal(new Set(ids).size, titles.length + 4, ids.join('\n'));
  });

  it('gives what stands under a heading without words to the concept above', () => {
    const note = noteOfLines('# A', 'gist', '## ![](x.png)', 'more', '#', '# #');
    assert.deepEqual(
      note.concepts.map(({ title, sections }) => [title, sections.map(({ role, line }) => [role, line])]),
      [
        [
          'A',
          [
            ['gist', 2],
            ['other', 4],
          ],
        ],
      ],
    );
  });

  it('does not change the ids of concepts that stand elsewhere in the note', () => {
    const before = noteOfLines('# A', '## B', '# C', '## B').concepts.map(({ id }) => id);
    const after = noteOfLines('intro', '', '# A', '## New', '## B', '- x', '# C', '## B').concepts.map(({ id }) => id);
    assert.ok(before.every((id) => after.includes(id)));
  });
});
