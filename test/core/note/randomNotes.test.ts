import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library/library.js';
import type { Concept, Note } from '../../../src/core/note/model.js';
import { ConceptSearch } from '../../../src/core/search/conceptSearch.js';
import { randomNote } from './randomNotes.js';
import { noteOf } from './readNoteOf.js';
import { freshSeed, seededRandom } from './seededRandom.js';

const seed = freshSeed();

/** Calls a check with many random notes; a failure names the seed and shows the note. */
function forNotes(count: number, check: (note: Note, text: string) => void): void {
  const random = seededRandom(seed);
  for (let index = 0; index < count; index += 1) {
    const text = randomNote(random);
    try {
      check(noteOf(text), text);
    } catch (error) {
      throw new Error(`SEED=${seed}, note ${index}: ${JSON.stringify(text)}`, { cause: error });
    }
  }
}

function within(line: number, { line: first, endLine: last }: { line: number; endLine: number }): boolean {
  return Number.isInteger(line) && line >= first && line <= last;
}

function checkConcept(concept: Concept, whole: { line: number; endLine: number }): void {
  assert.ok(within(concept.line, whole) && within(concept.endLine, concept) && within(concept.endLine, whole), 'lines');
  for (const { line, text } of [...concept.pros, ...concept.cons]) {
    assert.ok(within(line, concept), `point on line ${line} of ${concept.line}..${concept.endLine}`);
    assert.ok(text !== '' && text === text.trim() && !/[\r\n]/u.test(text), 'text of a point');
  }
  let before = concept.line;
  for (const section of concept.sections) {
    assert.ok(within(section.line, concept) && within(section.endLine, concept), 'lines of a section');
    assert.ok(section.line >= before && section.endLine >= section.line, 'order of sections');
    before = section.line;
  }
  const points = [concept.pros, concept.cons].map((side) => side.map(({ line }) => line));
  points.forEach((side) => {
    assert.deepEqual(
      side,
      [...side].sort((a, b) => a - b),
      'order of points',
    );
  });
  assert.equal(new Set(concept.aliases).size, concept.aliases.length);
  assert.ok(!concept.aliases.includes('') && !concept.aliases.includes(concept.title));
}

describe('any text', () => {
  it('is read into concepts that hold together', () => {
    forNotes(1500, (note, text) => {
      const whole = { line: 1, endLine: text.split(/\r\n?|\n/u).length };
      const seen = new Map<string, Concept>();
      for (const concept of note.concepts) {
        checkConcept(concept, whole);
        assert.ok(!seen.has(concept.id), `id ${concept.id} comes twice`);
        const parent = concept.parent === null ? undefined : seen.get(concept.parent);
        assert.ok(concept.parent === null || (parent && parent.level < concept.level), 'parent');
        assert.ok(!parent || (concept.line >= parent.line && concept.endLine <= parent.endLine), 'inside its parent');
        assert.ok(concept.line >= ([...seen.values()].at(-1)?.line ?? 1), 'document order');
        seen.set(concept.id, concept);
      }
      note.problems.forEach(({ line }) => {
        assert.ok(within(line, whole), `problem on line ${line}`);
      });
      assert.ok(note.topics.length > 0 && note.topics.every((topic) => topic.trim() !== ''));
      assert.deepEqual(JSON.parse(JSON.stringify(note)), note);
    });
  }).timeout(60_000);

  it('is read alike each time', () => {
    forNotes(100, (note, text) => {
      assert.deepEqual(noteOf(text), note);
    });
  }).timeout(20_000);

  it('can be searched', () => {
    forNotes(200, (note, text) => {
      const library = new Library();
      library.update([note]);
      const search = new ConceptSearch(library.notes());
      for (const query of [text.slice(0, 30), ...note.concepts.map(({ title }) => title)]) {
        const found = search.search(query, 5);
        assert.ok(found.length <= 5 && new Set(found.map(({ concept }) => concept.id)).size === found.length);
        found.forEach(({ score }, index) => {
          assert.ok(score >= (found[index - 1]?.score ?? 0) && score <= 1);
        });
      }
    });
  }).timeout(30_000);
});
