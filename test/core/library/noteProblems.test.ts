import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library/library.js';
import { LinkIndex } from '../../../src/core/library/linkIndex.js';
import { noteProblems } from '../../../src/core/library/noteProblems.js';
import { noteName } from '../../../src/core/note/noteName.js';
import { readNote } from '../../../src/core/note/read.js';
import { english } from '../../../src/core/translate.js';

/** What is wrong with the first of some notes, as `line message`; what is wrong only if a file is missing has its path. */
function problems(...notes: readonly (readonly [uri: string, text: string])[]): string[] {
  const library = new Library();
  const read = notes.map(([uri, text]) => readNote({ uri, name: noteName(uri), folder: 'f', text }));
  library.update(read);
  const [first] = read;
  const found = first && noteProblems(first, library, new LinkIndex(library));
  return [
    ...(found?.problems ?? []).map(({ line, message, args }) => `${line} ${english(message, ...args)}`),
    ...(found?.ifMissing ?? []).map(({ path, problem: { line } }) => `${line} if ${path} is missing`),
  ];
}

describe('what is wrong with a note', () => {
  it('is nothing where nothing is', () => {
    assert.deepEqual(problems(['a.md', '# A\n\nx [[B]] [y](b.md#b)\n\n## 장점\n\n- z\n'], ['b.md', '# B\n']), []);
  });

  it('is a label without points', () => {
    const text = '# A\n\n## 장점\n\n## 단점 (없음)\n\n```\nx\n```\n\n## Pros\n\n- z\n';
    assert.deepEqual(problems(['a.md', text]), [
      '3 “장점” has no points. Write one on a line below it, or take it out.',
      '5 “단점 (없음)” has no points. Write one on a line below it, or take it out.',
    ]);
  });

  it('is a concept that is there twice below one parent', () => {
    assert.deepEqual(problems(['a.md', '# A\n\n## B\n\n# C\n\n## B\n\n## b\n']), [
      '9 The concept “b” is already on line 7. Give one of them another heading, or join them.',
    ]);
  });

  it('is a concept that stands for another note of the folder too', () => {
    const notes = [
      ['n/a.md', '# Redis\n\nfast\n'],
      ['n/b.md', '# redis\n\nslow\n'],
      ['m/c.md', '# Redis\n\nelsewhere\n'],
    ] as const;
    assert.deepEqual(problems(...notes), [
      '1 The concept “Redis” is also in the note “b.md” on line 1. Give one of them another heading, or join them.',
    ]);
    assert.deepEqual(problems(notes[2], notes[0]), []);
    assert.deepEqual(problems(['n/a.md', '# Redis\n\nx'], ['n/b.md', '# B\n\n## Redis\n\ny']), []);
  });

  it('names a note whose file name has percent signs that stand for nothing', () => {
    const found = problems(['n/a.md', '# Redis\n\nfast\n'], ['n/100%AB.md', '# Redis\n\nslow\n']);
    assert.match(found[0] ?? '', /in the note “100%AB\.md” on line 1/u);
  });

  it('is a link that leads nowhere', () => {
    const text = '# A\n\n[[Nothing]] [x](b.md#no)\n[y](gone.md) [z](p.pdf) [site](/about) [page](./about)\n';
    assert.deepEqual(problems(['n/a.md', text], ['n/b.md', '# B\n']), [
      '3 The link “[[Nothing]]” leads to no note. Correct it, or write the note.',
      '3 The link “b.md#no” names a heading that its note does not have. Correct what stands behind “#”.',
      '4 if n/gone.md is missing',
      '4 if n/p.pdf is missing',
    ]);
  });

  it('is what was met while it was read, in the order of the lines', () => {
    const found = problems(['a.md', '---\ntitle: a: b\n---\n# A\n\n## 장점\n']);
    assert.deepEqual(
      found.map((line) => line.slice(0, 2)),
      ['2 ', '6 '],
    );
  });
});
