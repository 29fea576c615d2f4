import assert from 'node:assert/strict';
import { Library, type LibraryChange } from '../../../src/core/library/library.js';
import { readNote } from '../../../src/core/note/read.js';
import type { Note } from '../../../src/core/note/model.js';

/** A note of one URI that has these headings. */
function note(uri: string, ...titles: readonly string[]): Note {
  return readNote({ uri, name: uri, folder: 'f', text: titles.map((title) => `# ${title}`).join('\n') });
}

/** A library together with the changes that it told. */
function watched(): { library: Library; changes: LibraryChange[]; stop: () => void } {
  const library = new Library();
  const changes: LibraryChange[] = [];
  return { library, changes, stop: library.onChange((change) => changes.push(change)) };
}

describe('the library', () => {
  it('orders notes by URI and concepts by their place in the note', () => {
    const { library } = watched();
    library.update([note('b', 'B1', 'B2'), note('a', 'A1')]);
    library.update([note('aa', 'AA1')]);
    assert.deepEqual(
      library.notes().map(({ uri }) => uri),
      ['a', 'aa', 'b'],
    );
    assert.deepEqual(
      library.concepts().map(({ concept, note: { uri } }) => `${uri} ${concept.title}`),
      ['a A1', 'aa AA1', 'b B1', 'b B2'],
    );
  });

  it('finds concepts of notes small and large, as they now are', () => {
    const { library } = watched();
    const titles = Array.from({ length: 200 }, (_, index) => `C${index}`);
    library.update([note('a', 'A1'), note('b', ...titles)]);
    assert.deepEqual(
      ['a#a1', 'b#c0', 'b#c199', 'b#c200', 'c#c0', 'a', ''].map((id) => library.find(id)?.concept.title),
      ['A1', 'C0', 'C199', undefined, undefined, undefined, undefined],
    );
    library.update([note('b', ...titles.slice(1))]);
    assert.deepEqual(
      ['b#c0', 'b#c199'].map((id) => library.find(id)?.concept.title),
      [undefined, 'C199'],
    );
  });

  it('tells once for a batch what was added, changed and removed', () => {
    const { library, changes } = watched();
    library.update([note('a'), note('b')]);
    library.update([note('b', 'B'), note('c')], ['a', 'unknown']);
    assert.deepEqual(changes, [
      { added: ['a', 'b'], changed: [], removed: [] },
      { added: ['c'], changed: ['b'], removed: ['a'] },
    ]);
  });

  it('tells nothing where nothing changed, and nothing after the end', () => {
    const { library, changes, stop } = watched();
    library.update([]);
    library.update([], ['unknown']);
    stop();
    stop();
    library.update([note('a')]);
    assert.deepEqual(changes, []);
  });

  it('has its new state before it tells', () => {
    const library = new Library();
    let seen: unknown;
    library.onChange(() => (seen = library.find('a#a1')?.concept.title));
    library.update([note('a', 'A1')]);
    assert.equal(seen, 'A1');
  });

  it('finds notes and concepts, and no longer those that are gone', () => {
    const { library } = watched();
    library.update([note('a', 'A1'), note('b', 'B1')]);
    assert.equal(library.note('a')?.uri, 'a');
    assert.deepEqual([library.find('b#b1')?.note.uri, library.find('b#b1')?.concept.title], ['b', 'B1']);
    library.update([note('b', 'B2')], ['a']);
    assert.deepEqual(
      [library.note('a'), library.find('a#a1'), library.find('b#b1')],
      [undefined, undefined, undefined],
    );
    assert.equal(library.find('b#b2')?.concept.title, 'B2');
    assert.equal(library.find(''), undefined);
  });
});
