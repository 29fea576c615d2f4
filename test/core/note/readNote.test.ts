import assert from 'node:assert/strict';
import { decodeText } from '../../../src/core/note/decode.js';
import { readNote } from '../../../src/core/note/read.js';
import { conceptOf, noteOf, noteOfLines } from './readNoteOf.js';

const text = [
  '---',
  'title: T',
  'tags: [t]',
  '---',
  '',
  '# A',
  '',
  'gist',
  'gist',
  '',
  '## 장점',
  '',
  'one',
  'two  ',
  'three',
  '',
  '## Cons',
  '',
  '- four',
  '',
];

describe('readNote', () => {
  it('reads the same from any line ending', () => {
    const expected = noteOf(text.join('\n'));
    assert.deepEqual(
      expected.concepts[0]?.pros.map(({ line, text: point }) => [line, point]),
      [
        [13, 'one'],
        [14, 'two'],
        [15, 'three'],
      ],
    );
    assert.deepEqual(noteOf(text.join('\r\n')), expected);
    assert.deepEqual(noteOf(text.join('\r')), expected);
    assert.deepEqual(noteOf(text.join('\n').replaceAll('\n\n', '\r\n\n')), expected);
  });

  it('reads the same with a byte order mark', () => {
    assert.deepEqual(noteOf(`\uFEFF${text.join('\n')}`), noteOf(text.join('\n')));
    assert.deepEqual(noteOf('\uFEFF# A').concepts, noteOf('# A').concepts);
  });

  it('reads decomposed Hangul: labels, names, topics; titles stay as they are written', () => {
    const decomposed = [
      '---',
      'title: 큐',
      'tags: [자료, 자료구조]',
      '---',
      '# 큐(Queue)란',
      '설명',
      '## 장점',
      '- 빠르다',
      '## 단점',
      '느리다',
    ];
    const note = noteOf(decomposed.join('\n').normalize('NFD'));
    const [queue] = note.concepts;
    assert.equal(note.concepts.length, 1);
    assert.equal(queue?.id, 'a.md#큐queue란');
    assert.equal(queue.anchor, '큐queue란');
    assert.equal(queue.title.normalize('NFC'), '큐(Queue)란');
    assert.deepEqual(
      queue.aliases.map((alias) => alias.normalize('NFC')),
      ['큐', '큐(Queue)', 'Queue'],
    );
    assert.deepEqual([queue.pros.length, queue.cons.length], [1, 1]);
    assert.deepEqual(
      note.topics.map((topic) => topic.normalize('NFC')),
      ['자료', '자료구조'],
    );
  });

  it('keeps the problems that were met on the way, and all problems in order', () => {
    const bytes = Buffer.concat([Buffer.from('---\ntitle: a: b\n---\n\n# A\n'), Buffer.from([0xff, 0x0a])]);
    const note = readNote({ uri: 'a', name: 'a', folder: 'f', ...decodeText(bytes) });
    assert.deepEqual(
      note.problems.map(({ line }) => line),
      [2, 6],
    );
    assert.equal(conceptOf(note, 'A').gist, '\uFFFD');
  });

  it('names a note by its front matter, else by its only top heading if that comes first, else by its file', () => {
    assert.equal(noteOfLines('---', 'title: T', '---', '# A').title, 'T');
    assert.equal(noteOfLines('# A', '## B', '## C').title, 'A');
    assert.equal(noteOfLines('# A', '# Pros', '# Cons').title, 'A');
    assert.equal(noteOfLines('# A', '# B').title, 'a');
    assert.equal(noteOfLines('## A', '# B').title, 'a');
    assert.equal(noteOfLines('## Pros', '- x').title, 'a');
    assert.equal(noteOfLines('#', '## B').title, 'a');
    assert.equal(noteOfLines('text').title, 'a');
  });

  it('gives the names of the front matter to the concept that stands for the note, and to no other', () => {
    const front = ['---', 'title: T', 'aliases: [u, V]', '---'];
    const aliases = (...lines: readonly string[]): unknown[] =>
      noteOfLines(...front, ...lines).concepts.map((c) => c.aliases);
    assert.deepEqual(aliases('# A (v)', '## B'), [['T', 'u', 'V', 'A'], []]);
    assert.deepEqual(aliases('# A', '# B'), [[], []]);
    assert.deepEqual(aliases('# T'), [['u', 'V']]);
    assert.deepEqual(aliases('text'), [['u', 'V']]);
    assert.deepEqual(aliases('# Pros', '- x', '# A', '# B'), [['u', 'V'], [], []]);
  });

  it('takes the folder for a topic where the note gives none', () => {
    assert.deepEqual(noteOfLines('---', 'tags: []', '---', '# A').topics, ['Folder']);
    assert.deepEqual(noteOfLines('---', 'tags: [b, B, ｂ]', '---', '# A').topics, ['b']);
  });

  it('reports front matter that is never closed', () => {
    const problems = (...lines: readonly string[]): number[] => noteOfLines(...lines).problems.map(({ line }) => line);
    assert.deepEqual(problems('---', 'title: a', '', '# A'), [1]);
    assert.deepEqual(problems('---\r', 'title: a\r', '\r', '# A\r'), [1]);
    assert.deepEqual(problems('---', '', '# A', '', 'text'), []);
    assert.deepEqual(problems('---', 'text: all of it', '---', '# A'), []);
  });

  it('does not take what stands between two thematic breaks for front matter', () => {
    const note = noteOfLines('---', '', '# A', '', 'gist', '', '---', '', '## Pros', '', '- x');
    assert.deepEqual(note.problems, []);
    const { line, gist, pros } = conceptOf(note, 'A');
    assert.deepEqual([line, gist, pros], [3, 'gist', [{ line: 11, text: 'x' }]]);
  });

  it('leaves out what is nested too deeply, says so, and reads the rest', () => {
    const deep = ['>'.repeat(10_000) + ' x', '>'.repeat(1000) + ' x', '- '.repeat(300) + 'x'];
    for (const line of deep) {
      const note = noteOfLines('# A', '', 'gist', '', line, '', '## Pros', '', '- a', '', '# B');
      assert.deepEqual(
        note.concepts.map(({ title, gist, pros }) => [title, gist, pros.length]),
        [
          ['A', 'gist', 1],
          ['B', '', 0],
        ],
      );
      assert.deepEqual(
        note.problems.map((problem) => problem.line),
        [5],
      );
    }
  }).timeout(20_000);

  it('reads deep emphasis as far as it can', () => {
    const note = noteOfLines('# A', '', `${'**'.repeat(600)}a${'**'.repeat(600)}`, '', '# B');
    assert.deepEqual(
      note.concepts.map(({ title }) => title),
      ['A', 'B'],
    );
    assert.equal(note.problems.length, 1);
  }).timeout(20_000);
});
