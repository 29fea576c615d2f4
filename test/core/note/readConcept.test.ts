import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentOf, growthShapes } from '../../bench/growthShapes.js';
import { decodeText } from '../../../src/core/note/decode.js';
import { builtInLabels, LabelReader } from '../../../src/core/note/label.js';
import type { NoteSource } from '../../../src/core/note/model.js';
import { readNoteTree } from '../../../src/core/note/read.js';
import { readConceptTree } from '../../../src/core/note/readConcept.js';
import { Rereader } from '../../../src/core/note/rereader.js';
import { renderConcept } from '../../../src/core/page/renderConcept.js';
import { context } from '../page/page.js';
import { randomNote } from './randomNotes.js';
import { shapedNote } from './randomNotesShaped.js';
import { nastyMarkdown } from './nastyMarkdown.js';
import { forRandom, seed } from './seededRandom.js';
import { finish } from '../../../src/core/steps.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function sourceOf(text: string): NoteSource {
  return { uri: 'file:///a.md', name: 'a', folder: 'Folder', text };
}

function textsOf(folder: string): string[] {
  return readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => decodeText(readFileSync(path.join(root, folder, file))).text);
}

/**
 * Checks that some of a note's concepts, spread over it, have the page that they have if all of it is read.
 *
 * @returns How many were checked, and of how many only a part of the note was read.
 */
function check(text: string, most = 12): { checked: number; inPart: number } {
  const source = sourceOf(text);
  const whole = readNoteTree(source);
  const { concepts } = whole.note;
  const step = Math.max(1, Math.floor(concepts.length / most));
  const checked = concepts.filter((_, index) => index % step === 0);
  const inPart = checked.filter(({ id }) => {
    const part = readConceptTree(source, whole.note, id, builtInLabels);
    const html = part && renderConcept(part, id, context);
    assert.equal(html, part && renderConcept(whole, id, context), `${id} of ${JSON.stringify(text)}`);
    return part !== undefined;
  });
  return { checked: checked.length, inPart: inPart.length };
}

function shareInPart(counts: readonly ReturnType<typeof check>[]): number {
  const sum = (of: 'checked' | 'inPart'): number => counts.reduce((all, count) => all + count[of], 0);
  return sum('inPart') / sum('checked');
}

describe(`readConceptTree (SEED=${seed})`, () => {
  it('gives the page of the whole for the bundled notes, and never reads all of them', () => {
    assert.equal(shareInPart(['notes/en', 'notes/ko'].flatMap(textsOf).map((text) => check(text))), 1);
  });

  it('gives the page of the whole for all kinds of notes, and seldom reads all of one', function () {
    this.timeout(120_000);
    const shapes = textsOf('test/fixtures/shapes').filter((_, index) => index % 5 === seed % 5);
    assert.ok(shareInPart(textsOf('test/fixtures/notes').map((text) => check(text))) > 0.8);
    assert.ok(shareInPart(shapes.map((text) => check(text))) > 0.85);
  });

  it('gives the page of the whole for long notes', function () {
    this.timeout(60_000);
    Object.values(growthShapes).forEach((shape) => check(documentOf(shape, 5), 3));
  });

  it('gives the page of the whole for any text', function () {
    this.timeout(120_000);
    for (const texts of [randomNote, shapedNote, nastyMarkdown()]) {
      forRandom(fc.array(texts, { minLength: 1, maxLength: 4 }), 60, (parts) => void check(parts.join('\n\n')));
    }
  });

  const filler = (name: string): string =>
    `## ${name}\n\n${'Some words of it. '.repeat(150)}\n\n### Pros\n\n- fast\n\n`;
  const apart: Readonly<Record<string, string>> = {
    'definitions that stand elsewhere': `# A\n\nSee [b], [^c] and [d][].\n\n${filler('E')}[b]: u.md "t"\n\n${filler('F')}[^c]: A note with [b].\n\n    Two.\n\n${filler('G')}> [D]: v.md\n`,
    'a definition that comes twice': `# A\n\n${filler('E')}[b]: first.md\n\n# C\n\n[b]\n\n${filler('F')}[b]: second.md\n`,
    'what looks like a definition, in code': `# A\n\nx[1]: b [1]\n\n${filler('E')}\`\`\`\n[1]: no.md\n\`\`\`\n\n    [1]: no.md\n\n${filler('F')}`,
    'points that stand below others': `# A\n\n## Redis\n\nA store.\n\n${filler('E')}### Redis의 장점\n\n- 빠르다\n\n${filler('F')}### Redis의 단점\n\n- 비싸다\n`,
    'labels as high as their concepts': `# A\n\n## B\n\nb\n\n## Pros\n\n- p\n\n## C\n\nc\n\n## Pros\n\n- q\n\n## Cons\n\n- r\n`,
    'Pro, a plan or a side': `# A\n\n## B\n\n### Pro\n\n- p\n\n${filler('C')}### Con\n\n- c\n`,
    'points below a heading of features': `# A\n\n## Redis\n\nA store.\n\n### 특징\n\n#### 장점\n\n- 빠르다\n\n${filler('C')}`,
    'concepts that a table names': `# A\n\n${filler('C')}## B\n\n| Name | 장점 | 단점 |\n|---|---|---|\n| Queue | fast | slow |\n| Redis | big | small |\n\n${filler('D')}`,
    'a heading that is underlined': `A\n=\n\n${filler('C')}B\nb\n---\n\ntext\n\n${filler('D')}`,
    'carriage returns': `# A\n\n${filler('C')}[b] text\n\n${filler('D')}[b]: c.md\n`.replaceAll('\n', '\r\n'),
    'front matter, a byte order mark and a comment': `\uFEFF---\ntitle: T\naliases: [U]\ntopics: [V, W]\n---\n\n# A\n\n${filler('C')}%%\n# no\n%%\n\n## B\n\ntext %%no%%\n`,
  };
  for (const [name, text] of Object.entries(apart)) {
    it(`gives the page of the whole: ${name}`, () => {
      check(text, 100);
    });
  }

  it('reads a part where what is said of the concept lies together, whatever the note defines', () => {
    const { checked, inPart } = check(apart['definitions that stand elsewhere'] ?? '', 100);
    assert.deepEqual([checked, inPart], [4, 4]);
  });
});

describe('Rereader', () => {
  const source = sourceOf('# A\n\n## B\n\ntext\n');
  const id = 'file:///a.md#a/b';

  it('takes a note as it is known while its text is the same', () => {
    const reader = new Rereader(builtInLabels);
    const note = finish(reader.read(source));
    assert.equal(reader.reread({ ...source }, note, id).note, note);
  });

  it('reads a note anew once its text is another, or if it was read by no one or another', () => {
    const reader = new Rereader(builtInLabels);
    const note = finish(reader.read(source));
    const other = sourceOf('# A\n\n## B\n\ntexx\n');
    assert.deepEqual(reader.reread(other, note, id), readNoteTree(other));
    assert.notEqual(reader.reread(source, undefined, id).note, note);
    assert.notEqual(new Rereader(new LabelReader({})).reread(source, note, id).note, note);
  });

  it('reads all of a note where a part of it does not tell what the concept is', () => {
    const plan = sourceOf('# A\n\n## B\n\n### Pro\n\n- p\n\n## C\n\n### Con\n\n- c\n');
    const reader = new Rereader(builtInLabels);
    const note = finish(reader.read(plan));
    assert.equal(readConceptTree(plan, note, id, builtInLabels), undefined);
    assert.deepEqual(reader.reread(plan, note, id), readNoteTree(plan));
  });
});
