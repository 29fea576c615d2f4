import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Library } from '../../src/core/library/library.js';
import { decodeText } from '../../src/core/note/decode.js';
import { readNote } from '../../src/core/note/read.js';
import type { Point } from '../../src/core/note/model.js';
import { ConceptSearch } from '../../src/core/search/conceptSearch.js';
import { rows, type Row } from '../fixtures/bundledNotes.js';

/** Texts of points. */
function texts(points: readonly Point[]): string[] {
  return points.map(({ text }) => text);
}

for (const edition of ['ko', 'en'] as const) {
  const file = fileURLToPath(new URL(`../../notes/${edition}/devops.md`, import.meta.url));
  const note = readNote({ uri: 'devops.md', name: 'devops', folder: edition, ...decodeText(readFileSync(file)) });
  const library = new Library();
  library.update([note]);
  const search = new ConceptSearch(library.notes());

  /** The concept's place among the results, from 1; 0 where it is not found. */
  const rank = (query: string, id: string): number =>
    search.search(query, 50).findIndex(({ concept }) => concept.id === id) + 1;
  const conceptOf = (row: Row): (typeof note.concepts)[number] => {
    const found = note.concepts.filter(({ aliases }) => aliases.includes(row.names[0]!));
    const [concept] = found.sort((a, b) => a.aliases.indexOf(row.names[0]!) - b.aliases.indexOf(row.names[0]!));
    assert.ok(concept, row.names[0]);
    return concept;
  };

  describe(`the bundled notes, edition ${edition}`, () => {
    it('are read without a problem, under their topic', () => {
      assert.deepEqual([note.problems, note.topics], [[], ['DevOps']]);
    });

    it('have seventeen concepts and the two views of MSA', () => {
      assert.equal(new Set(rows.map((row) => conceptOf(row).id)).size, 17);
      assert.equal(note.concepts.length, 19);
    });

    it('have the concepts of the table below the right parents', () => {
      const parents = new Map(
        rows.map((row) => [row.names[0], note.concepts.find(({ id }) => id === conceptOf(row).parent)?.aliases[0]]),
      );
      const nested = [...parents].filter(([, parent]) => parent !== undefined).map(([name]) => name);
      assert.deepEqual(nested, ['XP', '스크럼', 'CI', 'CD']);
      assert.equal(conceptOf(rows[6]!).parent, conceptOf(rows[5]!).id);
      assert.equal(conceptOf(rows[7]!).parent, conceptOf(rows[5]!).id);
      assert.equal(conceptOf(rows[15]!).parent, conceptOf(rows[14]!).id);
      assert.equal(conceptOf(rows[16]!).parent, conceptOf(rows[14]!).id);
    });

    it('give every concept a gist', () => {
      assert.deepEqual(
        note.concepts.filter(({ gist }) => gist === '').map(({ title }) => title),
        [],
      );
    });

    it('have no pros and cons besides those of the table', () => {
      const withPoints = rows.filter(({ pros, cons }) => pros ?? cons).map((row) => conceptOf(row).id);
      const found = note.concepts.filter(({ pros, cons }) => pros.length + cons.length > 0).map(({ id }) => id);
      assert.deepEqual(found, withPoints);
    });

    for (const row of rows) {
      it(`say of ${row.names.slice(0, 2).join(' · ')} exactly its pros and cons`, () => {
        const { pros, cons } = conceptOf(row);
        assert.deepEqual([texts(pros), texts(cons)], [row.pros?.[edition] ?? [], row.cons?.[edition] ?? []]);
      });

      it(`show ${row.names.slice(0, 2).join(' · ')} first for each of its names`, () => {
        const { id } = conceptOf(row);
        assert.deepEqual(
          row.names.map((name) => [name, rank(name, id)]),
          row.names.map((name) => [name, 1]),
        );
      });

      it(`find ${row.names.slice(0, 2).join(' · ')} with one typo`, () => {
        const { id } = conceptOf(row);
        const missed = row.typos
          .map((typo) => [typo, rank(typo, id)] as const)
          .filter(([, place]) => place === 0 || place > 3);
        assert.deepEqual(missed, []);
      });
    }
  });
}
