import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Library } from '../../../src/core/library/library.js';
import { ConceptSearch } from '../../../src/core/search/conceptSearch.js';
import { checkNote, pointsOf } from './randomNotesCheck.js';
import { randomNote } from './randomNotes.js';
import { plainShapedNote, shapedNote } from './randomNotesShaped.js';
import { noteOf } from './readNoteOf.js';
import { nastyMarkdown } from './nastyMarkdown.js';
import { forRandom, seed } from './seededRandom.js';

const anyNote = fc.oneof({ weight: 6, arbitrary: shapedNote }, { weight: 3, arbitrary: randomNote }, nastyMarkdown());

/** What is left of a text without its markup: the markup may stand between any two letters. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{So}]+/gu, '');
}

describe(`any text (SEED=${seed})`, () => {
  it('is read into concepts that hold together', () => {
    const count = 10_000;
    let withPoints = 0;
    forRandom(anyNote, count, (text) => {
      const note = noteOf(text);
      checkNote(note, text);
      withPoints += Number(pointsOf(note).length > 0);
    });
    assert.ok(withPoints > count / 4, `only ${withPoints} notes had points, so that little was tested`);
  }).timeout(300_000);

  it('has its points on the lines that they say', () => {
    forRandom(plainShapedNote, 1000, (text) => {
      const lines = text.split('\n');
      for (const { line, text: point } of pointsOf(noteOf(text))) {
        const [word = ''] = /[\p{L}\p{N}\p{So}]+/u.exec(point) ?? [];
        // An item may begin with the fence of some code, or with an empty box, empty lines and a property.
        const ofItem = lines.slice(line - 1).filter((one) => one.trim() !== '');
        const place = ofItem.slice(0, 4).join(' ');
        assert.ok(letters(place).includes(word.slice(0, 2)), `“${point}” on line ${line}`);
      }
    });
  }).timeout(60_000);

  it('is read alike each time', () => {
    forRandom(anyNote, 300, (text) => assert.deepEqual(noteOf(text), noteOf(text)));
  }).timeout(60_000);

  it('can be searched', () => {
    forRandom(anyNote, 300, (text) => {
      const note = noteOf(text);
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
  }).timeout(60_000);
});
