import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noteFileName } from '../../../src/core/note/noteFileName.js';

describe('The file name of a new note', () => {
  for (const [title, name] of [
    ['컨테이너', '컨테이너'],
    ['컨테이너'.normalize('NFD'), '컨테이너'],
    ['CI/CD', 'CI CD'],
    ['What is it?', 'What is it'],
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\temp', 'C temp'],
    ['.NET', 'NET'],
    ['con', 'con-'],
    ['?*', ''],
    ['\uD800', ''],
  ] as const) {
    it(`is “${name}” for ${JSON.stringify(title)}`, () => assert.equal(noteFileName(title), name));
  }

  it('fits any file system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const name = noteFileName(title);
        assert.match(name, /^(?:[^.\s<>:"/\\|?*\p{Cc}](?:[^<>:"/\\|?*\p{Cc}]*[^.\s<>:"/\\|?*\p{Cc}])?)?$/u);
        assert.ok(Array.from(name).length <= 81);
      }),
    );
  });
});
