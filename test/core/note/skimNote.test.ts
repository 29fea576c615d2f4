import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readNote } from '../../../src/core/note/read.js';
import { finish } from '../../../src/core/steps.js';
import { skimNote } from '../../../src/core/note/skimNote.js';
import type { Note } from '../../../src/core/note/model.js';
import { libraryFiles } from '../../bench/libraryFiles.js';

function skim(text: string): Note {
  return finish(skimNote({ uri: 'a.md', name: 'a', folder: 'Folder', text }));
}

function read(text: string): Note {
  return readNote({ uri: 'a.md', name: 'a', folder: 'Folder', text });
}

/** What a tree of names shows. */
function outline(note: Note): unknown {
  return [
    note.title,
    note.topics,
    note.concepts.map(({ id, title, question, line, level, parent }) => ({
      id,
      title,
      question,
      line,
      level,
      parent,
    })),
  ];
}

function notesBelow(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.name.endsWith('.md'))
    .map((file) => readFileSync(path.join(file.parentPath, file.name), 'utf8'));
}

describe('skimming a note', () => {
  it('finds the names that reading it finds', () => {
    for (const text of [...notesBelow('notes'), ...[...libraryFiles(50)].map((file) => file.text)]) {
      const skimmed = skim(text);
      assert.deepEqual(outline(skimmed), outline(read(text)));
    }
  });

  it('finds nearly all headings of notes of whatever shape, and hardly any others', () => {
    let [right, missed, wrong] = [0, 0, 0];
    for (const text of notesBelow('test/fixtures')) {
      const found = new Set(skim(text).concepts.map(({ id }) => id));
      const wanted = new Set(
        read(text)
          .concepts.filter(({ anchor }) => anchor !== '')
          .map(({ id }) => id),
      );
      if (!read(text).concepts.every(({ level }) => level === 0)) {
        right += [...wanted].filter((id) => found.has(id)).length;
        missed += [...wanted].filter((id) => !found.has(id)).length;
        wrong += [...found].filter((id) => !wanted.has(id)).length;
      }
    }
    assert.ok(
      right > 500 && missed < right / 25 && wrong < right / 10,
      `${right} right, ${missed} missed, ${wrong} wrong`,
    );
  });

  const shapes: Record<string, [text: string, titles: string[]]> = {
    'a heading in code': ['# A\n\n```md\n# B\n```\n\n~~~~\n~~~\n# C\n~~~~\n\n## D\n', ['A', 'D']],
    'code that nothing ends': ['# A\n\n```\n# B\n', ['A']],
    'a heading in a comment': ['# A\n\n<!--\n# B\n-->\n\n# C\n', ['A', 'C']],
    'underlined headings': ['A\n===\n\ntext\n\nB\n---\n\n- item\n---\n\n---\n', ['A', 'B']],
    'front matter with a heading': ['---\n# no heading\ntitle: T\n---\n\n# A\n\n# B\n', ['A', 'B']],
    labels: ['# A\n\n## Pros\n\n- x\n\n## Cons\n', ['A']],
    'a label by its points': ['# Kafka\n\n## Kafka의 장점\n\n1. 빠르다\n', ['Kafka']],
    'Windows line ends and a byte order mark': ['\uFEFF# A\r\n\r\ntext\r\n\r\n## B\r\n', ['A', 'B']],
    'no heading': ['\nOnly text.\n', ['a']],
    nothing: ['\n', []],
    'an indented line': ['# A\n\n    # B\n', ['A']],
    'a number sign': ['#1 is no heading\n\n#\n\n# A #\n', ['A']],
  };
  for (const [what, [text, titles]] of Object.entries(shapes)) {
    it(`knows ${what}`, () => {
      const skimmed = skim(text);
      assert.deepEqual(
        skimmed.concepts.map(({ title }) => title),
        titles,
      );
      const lines = new Map(read(text).concepts.map(({ id, line }) => [id, line]));
      skimmed.concepts.forEach(({ id, line }) => assert.equal(lines.get(id), line));
    });
  }

  it('has no points and no gists', () => {
    const [concept] = skim('# A\n\nGist.\n\n## Pros\n\n- x\n').concepts;
    assert.deepEqual([concept?.gist, concept?.pros, concept?.sections], ['', [], []]);
  });

  it('takes time that grows as the text does', () => {
    for (const part of ['```\n', '<!--', '# a\n', '---\n', 'a\n---\n', '~~~~\n~~~\n', '# a\n\n\n']) {
      assert.ok(skim(`# A\n${part.repeat(5_000)}`).concepts.length > 0);
    }
  });
});
