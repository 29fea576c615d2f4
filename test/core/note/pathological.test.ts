import assert from 'node:assert/strict';
import { checkNote } from './randomNotesCheck.js';
import { noteOf } from './readNoteOf.js';

/** Something that nobody would write, with what stands before and behind it. */
function between(text: string): string {
  return `# First\n\n${text}\n\n# Last\n\n## 장점\n\n- fast\n`;
}

/** Reads a text that ends with the concept “Last”, whose only point must have been found. */
function readToTheEnd(text: string): ReturnType<typeof noteOf> {
  const note = noteOf(text);
  checkNote(note, text);
  const last = note.concepts.at(-1);
  assert.equal(last?.title, 'Last');
  assert.deepEqual(last.pros, [{ line: text.split('\n').length - 1, text: 'fast' }]);
  return note;
}

describe('a text that nobody would write', function () {
  this.timeout(120_000);

  const left: Readonly<Record<string, string>> = {
    '50,000 brackets': '['.repeat(50_000),
    'brackets, a line each': '[\n'.repeat(10_000),
    '10,000 quotes': '>'.repeat(10_000),
    '5,000 lists': `${'- '.repeat(5_000)}a`,
    'a million backticks': '`'.repeat(1_000_000),
    'a million marks of emphasis': '`*_'.repeat(333_333),
    '5 MB on one line': 'abcdefgh*d* [e] '.repeat(310_000),
    '5 MB of angles': '<'.repeat(5_000_000),
    '100,000 columns': `${'|a'.repeat(100_000)}\n${'|-'.repeat(100_000)}\n${'|장점'.repeat(100_000)}`,
    '230 list levels': Array.from({ length: 230 }, (_, level) => `${' '.repeat(level * 2)}- a\n`).join(''),
  };
  for (const [what, text] of Object.entries(left)) {
    it(`is read to its end, and what is left out is said: ${what}`, () => {
      assert.ok(readToTheEnd(between(text)).problems.length > 0);
    });
  }

  const whole: Readonly<Record<string, string>> = {
    'empty headings': '#\n'.repeat(5_000),
    'a thematic break of 5,000 hyphens': '- '.repeat(5_000),
    binary: String.fromCharCode(...Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 256 || 1)).replace(
      /[\r\n]/gu,
      '',
    ),
    'a wide table of short rows': `|a${'|장점'.repeat(300)}|\n${'|-'.repeat(301)}|\n${'|x|y|\n'.repeat(300)}`,
    'labels for both sides, 14 deep': Array.from({ length: 14 }, (_, level) => `${'  '.repeat(level)}- 장단점\n`).join(
      '',
    ),
    'details without an end': '<details><summary>장점</summary>\n\n'.repeat(300),
  };
  for (const [what, text] of Object.entries(whole)) {
    it(`is read as a whole: ${what}`, () => {
      assert.deepEqual(readToTheEnd(between(text)).problems, []);
    });
  }

  it('ends in a fence that nothing closes', () => {
    const note = noteOf(`# First\n\n## 장점\n\n- fast\n\n\`\`\`\n${'# a\n\n'.repeat(5_000)}`);
    assert.deepEqual(
      note.concepts.map(({ title, pros }) => [title, pros.length]),
      [['First', 1]],
    );
  });

  const fronts: Readonly<Record<string, string>> = {
    'five million characters': `title: T\n${'a: b\n'.repeat(1_000_000)}`,
    'five million characters on one line': `title: T\na: ${'b '.repeat(2_500_000)}\n`,
    '5,000 brackets': `title: T\na: ${'['.repeat(5_000)}\n`,
    '500 levels':
      `title: T\n${Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')}`.slice(0, -1) +
      ' [}\n',
    'aliases that multiply': `title: T\na0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`).join('')}tags: *a40\n`,
    'a thousand broken lines': `title: T\n${'a: b: c\n'.repeat(1_000)}`,
  };
  for (const [what, yaml] of Object.entries(fronts)) {
    it(`keeps the title that front matter begins with, and says what is wrong: ${what}`, () => {
      const note = readToTheEnd(`---\n${yaml}---\n${between('text')}`);
      assert.equal(note.title, 'T');
      assert.ok(note.problems.length > 0);
    });
  }

  it('is no label, however its words are drawn out', () => {
    for (const filler of [
      ' ',
      ': ',
      '(',
      ')',
      '[',
      '(a)',
      '- ',
      '1.',
      '의',
      '사용 ',
      'the ',
      '을 ',
      'of ',
      '점',
      '/',
      '!',
      '들은',
    ]) {
      for (const length of [95, 195, 295, 395, 4000]) {
        const run = filler.repeat(Math.ceil(length / filler.length)).slice(0, length);
        const text = `x${run}y${run}z`;
        readToTheEnd(
          between(`# ${text}\n\n${text}\n\n- ${text}\n  - ${text}\n\n| ${text} | b |\n|-|-|\n| ${text} | x |`),
        );
      }
    }
  });
});
