import assert from 'node:assert/strict';
import { noFrontMatter, readFrontMatter } from '../../../src/core/note/frontMatter.js';

/** What front matter of these lines says, its fence on line 1. */
function read(...lines: readonly string[]): ReturnType<typeof readFrontMatter> {
  return readFrontMatter(lines.join('\n'), 1);
}

describe('front matter', () => {
  it('gives title, aliases and topics', () => {
    assert.deepEqual(read('title: " A  b "', 'aliases: [c, d]', 'categories:', '  - e', 'tags: [f]'), {
      title: 'A b',
      aliases: ['c', 'd'],
      topics: ['e'],
      tags: ['f'],
      implied: [],
      problems: [],
    });
  });

  it('takes the singular and one string with commas', () => {
    const { aliases, topics } = read('alias: a, b', 'category: c, d');
    assert.deepEqual(
      [aliases, topics],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    );
  });

  it('keeps commas in a title and in the entries of a list', () => {
    const { title, topics } = read('title: a, b', 'tags: ["c, d"]');
    assert.deepEqual([title, topics], ['a, b', ['c, d']]);
  });

  it('takes tags without their # where there are no categories', () => {
    assert.deepEqual(read('categories: []', 'tags: ["#a", "##b/c"]').topics, ['a', 'b/c']);
    assert.deepEqual(read('categories:', 'tags: a').topics, ['a']);
  });

  it('keeps numbers, dates and truth values as they are written', () => {
    const { title, topics } = read('title: 3.10', 'tags: [0x10, 1e3, 2024-01-01, yes, True]');
    assert.deepEqual([title, topics], ['3.10', ['0x10', '1e3', '2024-01-01', 'yes', 'True']]);
  });

  it('says nothing where there is nothing', () => {
    for (const lines of [[''], ['# comment'], ['title:', 'tags: ~', 'aliases: null', 'categories: {}']]) {
      assert.deepEqual(read(...lines), noFrontMatter);
    }
  });

  it('reads any line ending', () => {
    for (const end of ['\r\n', '\r', '\n']) {
      const { title, topics, problems } = readFrontMatter(['title: a', 'tags:', '  - b', '  - c'].join(end), 1);
      assert.deepEqual([title, topics, problems], ['a', ['b', 'c'], []]);
    }
  });

  it('follows anchors', () => {
    assert.deepEqual(read('keywords: &k [a, b]', 'tags: *k').topics, ['a', 'b']);
  });

  it('implies names by addresses that are words', () => {
    const { implied } = read('id: redis-basics', 'slug: /posts/레디스/', 'permalink: /:year/:title', 'url: a/b.html');
    assert.deepEqual(implied, ['redis-basics', '레디스', 'b']);
    assert.deepEqual(read('id: lcfxe0m3v8a1b2c3d4e5f6g', 'permalink: 2f1c7d0e-9a3b-4c5d', 'slug: 42').implied, []);
  });

  it('takes no notice of keys that mean something to JavaScript', () => {
    assert.deepEqual(read('__proto__: {title: a}', 'constructor: b', 'tags: c').title, undefined);
  });
});

describe('broken front matter', () => {
  const broken: Record<
    string,
    readonly [lines: readonly string[], title: string | undefined, topics: string[], line: number]
  > = {
    'a colon in a title': [['title: a: b', 'tags: [c]'], 'a: b', ['c'], 2],
    'a bracketed word in a title': [['tags: [c]', 'title: [WIP] a'], '[WIP] a', ['c'], 3],
    'an open quote': [['title: "a', 'tags: [c]'], 'a', ['c'], 2],
    'text behind a quote': [['title: "a" b', 'tags: [c]'], 'a" b', ['c'], 2],
    'a reserved letter': [['title: @a', 'tags: [c]'], '@a', ['c'], 2],
    'emphasis that YAML takes for an alias': [['tags: [c]', '', 'title: *a*'], '*a*', ['c'], 4],
    'an open list': [['title: a', 'tags: [c, d', 'date: x'], 'a', ['c', 'd'], 3],
    'a line without a colon': [['tags: [c]', 'title: a', 'draft', 'date: x'], 'a', ['c'], 4],
    'a tab': [['title: a', 'tags:', '\t- c'], 'a', ['c'], 4],
    'two documents': [['title: a', '...', 'tags: c'], 'a', ['c'], 4],
  };
  for (const [what, [lines, title, topics, line]] of Object.entries(broken)) {
    it(`is read but for what is broken: ${what}`, () => {
      const found = read(...lines);
      assert.deepEqual([found.title, found.topics], [title, topics]);
      assert.deepEqual(
        found.problems.map((problem) => problem.line),
        [line],
      );
    });
  }

  it('counts a problem from the line of its fence', () => {
    assert.equal(readFrontMatter('a: b: c', 5).problems[0]?.line, 6);
  });

  it('that is no list of fields is a problem', () => {
    for (const yaml of ['just text', '- a\n- b', '[a]']) {
      const { problems, ...fields } = readFrontMatter(yaml, 1);
      assert.deepEqual({ ...fields, problems: [] }, noFrontMatter);
      assert.equal(problems.length, 1);
    }
  });

  it('that holds itself comes to an end', () => {
    assert.deepEqual(read('tags: &a [x, *a]').topics, ['x']);
    assert.deepEqual(read(`tags: &a [x, [${'*a,'.repeat(95)}]]`).topics, ['x']);
    assert.deepEqual(read('&m title: a', 'tags: [b]').topics, ['b']);
  });

  it('that multiplies beyond reason is a problem', () => {
    const list = (name: string): string => `[${Array.from({ length: 9 }, () => name).join(', ')}]`;
    const letters = Array.from('abcdefg');
    const bomb = letters.map(
      (letter, index) => `${letter}: &${letter} ${list(index ? `*${letters[index - 1]!}` : 'x')}`,
    );
    const { title, problems } = read('title: t', ...bomb, 'tags: *g');
    assert.equal(title, 't');
    assert.notEqual(problems.length, 0);
  });

  it('that is nested beyond reason is a problem', () => {
    for (const tags of ['['.repeat(100), '{a: '.repeat(100), `${'['.repeat(5000)}a${']'.repeat(5000)}`]) {
      const { title, problems } = read('title: t', `tags: ${tags}`);
      assert.equal(title, 't');
      assert.notEqual(problems.length, 0);
    }
  });
});
