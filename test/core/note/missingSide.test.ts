import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeText } from '../../../src/core/note/decode.js';
import { LabelReader } from '../../../src/core/note/label.js';
import { missingSide } from '../../../src/core/note/missingSide.js';
import type { Concept, NoteSource } from '../../../src/core/note/model.js';
import type { Side } from '../../../src/core/note/model.js';
import { readNote } from '../../../src/core/note/read.js';
import type { Insertion } from '../../../src/core/note/sideForms.js';

/** The one side that a concept has not, if it has the other. */
function lacking({ pros, cons }: Concept): Side | undefined {
  return (pros.length === 0) === (cons.length === 0) ? undefined : pros.length === 0 ? 'pros' : 'cons';
}

/** The lines of a note with what is to be inserted, and a point typed there. */
function written(text: string, { line, added, pointLine }: Insertion, point: string): string[] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n?|\n/u);
  const all = [...lines.slice(0, line), ...added, ...lines.slice(line)];
  all[pointLine - 1] = (all[pointLine - 1] ?? '') + point;
  return all;
}

/** The note with its first concept that has one side given the other, `…` for the point. */
function completed(lines: readonly string[], labels = new LabelReader()): string[] {
  const source = { uri: 'a.md', name: 'a', folder: 'Folder', text: lines.join('\n') };
  const concept = readNote(source, labels).concepts.find((one) => lacking(one));
  const insertion = concept && missingSide(source, concept.id, lacking(concept) ?? 'pros', labels);
  assert.ok(insertion, 'there is a form');
  return written(source.text, insertion, '…');
}

/** Each note with one side, and the same with the other. */
const styles: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  'a heading': [
    ['# A', '', 'Gist.', '', '## Pros', '', '- p', '', '## Example', 'x'],
    ['# A', '', 'Gist.', '', '## Pros', '', '- p', '', '## Cons', '', '- …', '', '## Example', 'x'],
  ],
  'a heading, before the cons': [
    ['# 가', '', '설명.', '', '## 단점', '', '* c'],
    ['# 가', '', '설명.', '', '## 장점', '', '* …', '', '## 단점', '', '* c'],
  ],
  'headings without blank lines': [
    ['# A', 'Gist.', '## Pros', '- p', '## Example', 'x'],
    ['# A', 'Gist.', '## Pros', '- p', '## Cons', '- …', '## Example', 'x'],
  ],
  'a heading whose points are headings': [
    ['# A', '', '## Advantages', '', '### Fast', '', 'Why.', '', '## Next'],
    ['# A', '', '## Advantages', '', '### Fast', '', 'Why.', '', '## Disadvantages', '', '### …', '', '## Next'],
  ],
  'a heading before a break': [
    ['# A', '', '## Pros ##', '', '1. p', '', '---', '', '# B', '', 'x'],
    ['# A', '', '## Pros ##', '', '1. p', '', '## Cons ##', '', '1. …', '', '---', '', '# B', '', 'x'],
  ],
  'an underlined heading': [
    ['A', '=', '', 'Strengths', '---------', '', '+ p'],
    ['A', '=', '', 'Strengths', '---------', '', '+ p', '', 'Weaknesses', '---------', '', '+ …'],
  ],
  'a heading with a subject': [
    ['# GIL', '', '## GIL의 장점은?', '', '- p'],
    ['# GIL', '', '## GIL의 장점은?', '', '- p', '', '## GIL의 단점은?', '', '- …'],
  ],
  'a subject that has a label word': [
    ['# Strength training', '', '## Benefits of strength training', '', '- p'],
    [...['# Strength training', '', '## Benefits of strength training', '', '- p'], ...['', '## Cons', '', '- …']],
  ],
  'capitals, emoji and a formatted word': [
    ['# A', '', '## 👍 **PROS**', '', '- p'],
    ['# A', '', '## 👍 **PROS**', '', '- p', '', '## 👎 **CONS**', '', '- …'],
  ],
  'an emoji without an opposite': [
    ['# A', '', '## 🚀 Pros', '', '- p'],
    ['# A', '', '## 🚀 Pros', '', '- p', '', '## Cons', '', '- …'],
  ],
  'a word said twice': [
    ['# A', '', '### 장점(Pros)', '', '- p'],
    ['# A', '', '### 장점(Pros)', '', '- p', '', '### 단점(Cons)', '', '- …'],
  ],
  'a bold line': [
    ['# 가', '', '**장점**', '', '- p', '', '끝.'],
    ['# 가', '', '**장점**', '', '- p', '', '**단점**', '', '- …', '', '끝.'],
  ],
  'a bold line with a colon, before the cons': [
    ['# A', '', '__Drawbacks:__', '* c'],
    ['# A', '', '__Benefits:__', '* …', '', '__Drawbacks:__', '* c'],
  ],
  'a plain line with a colon': [
    ['# A', '', 'Pros:', '', '1) p'],
    ['# A', '', 'Pros:', '', '1) p', '', 'Cons:', '', '1) …'],
  ],
  'lines without bullets': [
    ['# A', '', '## Pros', 'Fast.', 'Small.'],
    ['# A', '', '## Pros', 'Fast.', 'Small.', '', '## Cons', '- …'],
  ],
  'a list item': [
    ['# 가', '', '- 장점', '  - p', '- 예시', '  - x'],
    ['# 가', '', '- 장점', '  - p', '- 단점', '  - …', '- 예시', '  - x'],
  ],
  'a list item, before the cons': [
    ['# 가', '', '* 정의', '* 단점', '\t* c'],
    ['# 가', '', '* 정의', '* 장점', '\t* …', '* 단점', '\t* c'],
  ],
  'a label with its point on its line': [
    ['# 가', '', '장점: 빠르다'],
    ['# 가', '', '장점: 빠르다', '', '단점: …'],
  ],
  'a label with its point on its line, which is wrapped': [
    ['# A', '', 'Pros: it answers quickly since all of it is kept', 'in memory.', '', 'More.'],
    ['# A', '', 'Pros: it answers quickly since all of it is kept', 'in memory.', '', 'Cons: …', '', 'More.'],
  ],
  'a list item with its point and what explains it': [
    ['# 가', '', '- **장점:** **빠르다**', '  - 캐시 덕분', '- 참고: 나'],
    ['# 가', '', '- **장점:** **빠르다**', '  - 캐시 덕분', '- **단점:** …', '- 참고: 나'],
  ],
  'a callout': [
    ['# A', '', '> [!success] Pros', '> - p', '', 'After.'],
    ['# A', '', '> [!success] Pros', '> - p', '', '> [!failure] Cons', '> - …', '', 'After.'],
  ],
  'a callout that is its own label': [
    ['# A', '', '> [!cons]', '> * c'],
    ['# A', '', '> [!pros]', '> * …', '', '> [!cons]', '> * c'],
  ],
  'a quotation': [
    ['# A', '', '> **Pros**', '>', '> - p'],
    ['# A', '', '> **Pros**', '>', '> - p', '', '> **Cons**', '>', '> - …'],
  ],
  'a row of a table': [
    ['# A', '', '| | |', '|-|-|', '| Pros | fast |', '', 'After.'],
    ['# A', '', '| | |', '|-|-|', '| Pros | fast |', '| Cons | …', '', 'After.'],
  ],
  marks: [
    ['# A', '', '## 장단점', '', '- ✅ 빠르다', '- ✅ 작다'],
    ['# A', '', '## 장단점', '', '- ✅ 빠르다', '- ✅ 작다', '- ❌ …'],
  ],
  'an empty label that waits': [
    ['# A', '', '## Pros', '', '- p', '', '## Cons', '', '## Example', 'x'],
    ['# A', '', '## Pros', '', '- p', '', '## Cons', '', '- …', '', '## Example', 'x'],
  ],
  'an empty item that waits': [
    ['# 가', '- 장점: 빠르다', '- 단점: ', '- 예: x'],
    ['# 가', '- 장점: 빠르다', '- 단점: …', '- 예: x'],
  ],
  'a note without a heading': [
    ['Pros', '', '- p'],
    ['Pros', '', '- p', '', 'Cons', '', '- …'],
  ],
  'the top of a note': [
    ['\uFEFF단점', '', '- c'],
    ['장점', '', '- …', '', '단점', '', '- c'],
  ],
};

/** Labels with their opposites. */
const words = `Pros/Cons pros/cons PROS/CONS Advantages/Disadvantages Benefits/Drawbacks Strengths/Weaknesses
  Upsides/Downsides 장점/단점 이점→단점 강점/약점 優點/缺點 优势/劣势 メリット/デメリット 利点/欠点 Плюсы/Минусы Преимущества/Недостатки
  Avantages/Inconvénients Vorteile/Nachteile Ventajas/Desventajas Zalety/Wady Pros←Limitations 장점←한계`;

describe('the side that a concept lacks', () => {
  for (const [name, [lines, expected]] of Object.entries(styles)) {
    it(`is written in the style of the other: ${name}`, () => {
      assert.deepEqual(completed(lines), expected);
    });
  }

  it('has the opposite of the other’s label word', () => {
    for (const [, pro = '', how, con = ''] of words.matchAll(/([^\s/→←]+)([/→←])(\S+)/gu)) {
      if (how !== '←') {
        assert.equal(completed(['# A', '', `## ${pro}`, '', '- p'])[6], `## ${con}`);
      }
      if (how !== '→' && con !== 'Limitations') {
        assert.equal(completed(['# A', '', `## ${con}`, '', '- c'])[2], `## ${pro}`);
      }
    }
    assert.equal(completed(['# A', '', '## 좋은 점', '', '- p'])[6], '## 나쁜 점');
    assert.equal(completed(['# A', '', '## Good Points', '', '- p'])[6], '## Bad points');
    assert.equal(completed(['# A', '', "## What's bad", '', '- c'])[2], "## What's good");
  });

  it('has a plain word where the label is a user’s own', () => {
    const labels = new LabelReader({ pros: ['좋았던 것', 'sweet spots'] });
    assert.deepEqual(completed(['# 가', '', '### 좋았던 것', '', '- p'], labels).slice(5), ['', '### 단점', '', '- …']);
    assert.deepEqual(completed(['# A', '', '**Sweet spots**', '- p'], labels).slice(4), ['', '**Cons**', '- …']);
  });

  it('is not written twice', () => {
    for (const [name, [lines]] of Object.entries(styles)) {
      const source = { uri: 'a.md', name: 'a', folder: 'Folder', text: lines.join('\n') };
      const concept = readNote(source).concepts.find((one) => lacking(one));
      assert.ok(concept);
      const side = lacking(concept) ?? 'pros';
      const first = missingSide(source, concept.id, side);
      assert.ok(first);
      const again = { ...source, text: written(source.text, first, '').join('\n') };
      // A mark right below a paragraph is no list as long as nothing stands behind it, and then a point itself.
      const isRead = readNote(again).concepts.some((one) => one.id === concept.id && lacking(one) === undefined);
      const { added, pointLine } = missingSide(again, concept.id, side) ?? {};
      assert.deepEqual([added, pointLine], isRead ? [undefined, undefined] : [[], first.pointLine], name);
    }
  });

  it('is nothing for a concept that is not there, has both or none', () => {
    const source = { uri: 'a', name: 'a', folder: '', text: '# A\n## Pros\n- p\n## Cons\n- c\n# B\nx' };
    for (const id of ['a#a', 'a#b', 'a#c']) {
      assert.equal(missingSide(source, id, 'pros'), undefined);
      assert.equal(missingSide(source, id, 'cons'), undefined);
    }
    assert.equal(missingSide({ ...source, text: '# A\n## Pros\n- p' }, 'a#a', 'pros'), undefined);
  });
});

/** Concepts for which no form fits: in rows of tables, and below bold questions that would become owners of their own. */
const withoutForm = new Set([
  ...['table-ru-only-minus: C', 'whole-ko-note-5: Zustand', 'whole-ru-bazy-dannyh-tablica: SQLite'],
  ...['whole-en-interview-bold-questions: connection pooling', 'whole-en-interview-bold-questions: ORMs'],
  ...['제네릭', '스트림', 'synchronized'].map((title) => `whole-ko-interview-java-bold: ${title}`),
]);

describe('the side that a concept of a real note lacks', () => {
  const folders = ['../../fixtures/notes', '../../fixtures/shapes', '../../../notes/en', '../../../notes/ko'];
  for (const file of folders.flatMap(notesIn)) {
    const name = path.basename(file, '.md');
    const source: NoteSource = { uri: `${name}.md`, name, folder: 'notes', ...decodeText(readFileSync(file)) };
    const { concepts } = readNote(source);
    for (const concept of concepts.filter((one) => lacking(one))) {
      it(`is read as it was meant, with all else as it was: ${name}: ${concept.title}`, () => {
        const side = lacking(concept) ?? 'pros';
        const insertion = missingSide(source, concept.id, side);
        assert.equal(insertion === undefined, withoutForm.has(`${name}: ${concept.title}`));
        if (insertion) {
          const text = written(source.text, insertion, 'Some words, typed later').join('\n');
          const expected = concepts.map((one) => {
            return one === concept ? { ...said(one), [side]: ['Some words, typed later'] } : said(one);
          });
          assert.deepEqual(readNote({ ...source, text }).concepts.map(said), expected);
        }
      });
    }
  }
});

function notesIn(folder: string): string[] {
  const place = fileURLToPath(new URL(folder, import.meta.url));
  const files = readdirSync(place).filter((file) => file.endsWith('.md'));
  return files.map((file) => path.join(place, file));
}

/** What a note says of a concept, wherever it does. */
function said({ id, title, aliases, tags, gist, pros, cons }: Concept): object {
  const texts = { pros: pros.map(({ text }) => text), cons: cons.map(({ text }) => text) };
  return { id, title, aliases, tags, gist, ...texts };
}
