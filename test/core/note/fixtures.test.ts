import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { outlineOf } from '../../../src/cli/outline.js';
import { Library } from '../../../src/core/library/library.js';
import { LinkIndex } from '../../../src/core/library/linkIndex.js';
import { decodeText } from '../../../src/core/note/decode.js';
import { readNote } from '../../../src/core/note/read.js';

const folder = fileURLToPath(new URL('../../fixtures/notes', import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => path.basename(file, '.md'));

describe('a note as messy as notes are', () => {
  it('is there at all', () => {
    assert.ok(names.length >= 25, `${names.length} fixtures`);
  });

  for (const name of names) {
    it(`is read as its outline says: ${name}`, () => {
      const decoded = decodeText(readFileSync(path.join(folder, `${name}.md`)));
      const note = readNote({ uri: `${name}.md`, name, folder: 'notes', ...decoded });
      const library = new Library();
      library.update([note]);
      assert.deepEqual(
        outlineOf(note, new LinkIndex(library)),
        JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')),
      );
    });
  }
});
