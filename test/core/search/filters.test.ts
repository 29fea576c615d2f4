import assert from 'node:assert/strict';
import { ConceptSearch } from '../../../src/core/search/conceptSearch.js';
import { parseQuery } from '../../../src/core/search/query.js';
import { conceptOf, noteOf } from './libraryOf.js';

const redis = conceptOf('redis', 'Redis', {
  gist: 'An in-memory store. It caches much. Slow disks do not matter.',
  pros: [{ line: 2, text: '읽기가 빠르다' }],
  cons: [{ line: 3, text: 'Memory is dear' }],
});
const notes = [
  noteOf('store.md', [], {
    title: '저장소',
    topics: ['Database', 'Cloud native'],
    concepts: [redis, conceptOf('pg', 'Postgres')],
  }),
  noteOf('java.md', [], {
    title: 'Java notes',
    topics: ['Language'],
    concepts: [
      conceptOf('bean', 'Spring', { gist: 'Made with @Bean. Not JavaScript at all.' }),
      conceptOf('java', 'Java', { gist: 'Circuit breakers and load balancers.', cons: [{ line: 1, text: '느리다' }] }),
    ],
  }),
];
const search = new ConceptSearch(notes);

/** Ids that a query finds. */
function ids(query: string): string[] {
  return search.search(query, 50).map(({ concept }) => concept.id);
}

describe('filters', () => {
  const cases: readonly (readonly [query: string, ...ids: string[]])[] = [
    ['#database', 'redis', 'pg'],
    ['#data', 'redis', 'pg'],
    ['#"cloud native" redis', 'redis'],
    ['#cloud-native postgres', 'pg'],
    ['#language redis'],
    ['@저장소', 'redis', 'pg'],
    ['@java', 'bean', 'java'],
    ['@store', 'redis', 'pg'],
    ['pros:빠르', 'redis'],
    ['장점:빠르다', 'redis'],
    ['cons:memory', 'redis'],
    ['단점:느리다', 'java'],
    ['pros:', 'redis'],
    ['cons:', 'java', 'redis'],
    ['pros:memory'],
    ['-redis', 'bean', 'java', 'pg'],
    ['#database -postgres', 'redis'],
    ['"load balancers"', 'java'],
    ['"balancers load"'],
    ['"in-memory store" redis', 'redis'],
    ['"in-mem', 'redis'],
    ['#nosuchtopic'],
    ['@Bean', 'bean'],
    ['java -javascript', 'java'],
    ['-java', 'bean', 'pg', 'redis'],
    ['#'],
    ['-'],
  ];
  for (const [query, ...expected] of cases) {
    it(`find ${expected.join(', ') || 'nothing'} for ${query}`, () => {
      assert.deepEqual(ids(query).sort(), [...expected].sort());
    });
  }

  it('show the point that they ask for', () => {
    const [found] = search.search('pros:빠르', 5);
    assert.deepEqual([found?.field, found?.found, found?.ranges], ['point', '읽기가 빠르다', [[4, 6]]]);
  });

  it('are taken apart', () => {
    assert.deepEqual(parseQuery('a "b c" #d -e @"f g" PROS:h C# x-y'), {
      text: 'a b c C# x-y',
      phrases: ['b c'],
      filters: [
        { kind: 'topic', value: 'd', word: '#d' },
        { kind: 'without', value: 'e', word: '-e' },
        { kind: 'note', value: 'f g', word: '@"f g"' },
        { kind: 'pros', value: 'h', word: 'PROS:h' },
      ],
    });
  });
});

describe('tags', () => {
  const tagged = new ConceptSearch([
    noteOf('a.md', [], {
      topics: ['Cloud'],
      tags: ['interview'],
      concepts: [conceptOf('lambda', 'Lambda'), conceptOf('queue', 'Queue', { tags: ['Redis', 'db/index'] })],
    }),
    noteOf('b.md', [], { topics: ['redis'], tags: [], concepts: [conceptOf('cache', 'Cache', { tags: ['REDIS'] })] }),
  ]);
  const found = (query: string): string[] => tagged.search(query, 9).map(({ concept }) => concept.id);

  it('filter as topics do, those of a note and those of a concept', () => {
    assert.deepEqual(found('#interview'), ['queue', 'lambda']);
    assert.deepEqual(found('#redis'), ['queue', 'cache']);
    assert.deepEqual(found('#db'), ['queue']);
  });

  it('are offered, a tag that is a topic too only once', () => {
    const offered = tagged.completions('#', 9).map(({ filter, concepts }) => [filter, concepts]);
    assert.deepEqual(offered, [
      ['#Cloud', 2],
      ['#interview', 2],
      ['#Redis', 2],
      ['#db/index', 1],
    ]);
  });

  it('are words of the text', () => {
    assert.deepEqual(found('db/index'), ['queue']);
  });
});

describe('completions', () => {
  const filtersOf = (query: string): string[] => search.completions(query, 9).map(({ filter }) => filter);

  it('are topics and notes by what is typed of them, and the sides', () => {
    assert.deepEqual(filtersOf('redis #'), ['#Language', '#Database', '#"Cloud native"']);
    assert.deepEqual(filtersOf('#na'), ['#"Cloud native"']);
    assert.deepEqual(filtersOf('@ja'), ['@"Java notes"']);
    assert.deepEqual(filtersOf('pr'), ['pros:']);
    assert.deepEqual(filtersOf('장'), ['장점:']);
    assert.deepEqual(filtersOf('redis '), []);
    assert.deepEqual(filtersOf(''), []);
    assert.deepEqual(search.completions('#', 1).length, 1);
  });

  it('find what they say that they find', () => {
    for (const typed of ['#', '@', 'pros', 'cons', '장', '단']) {
      for (const { query, concepts } of search.completions(`-none ${typed}`, 9)) {
        assert.equal(ids(query).length, concepts, query);
      }
    }
  });
});

describe('texts', () => {
  it('are shown by the sentence around the words', () => {
    const [found] = search.search('disks slow', 5);
    assert.deepEqual([found?.match, found?.field, found?.found], ['text', 'gist', 'Slow disks do not matter.']);
    assert.deepEqual(found?.ranges, [
      [0, 4],
      [5, 10],
    ]);
  });

  it('have their offsets in the text as it is written', () => {
    const gist = '첫 문장이다. 여기서 컨테이너를 띄운다. 끝.'.normalize('NFD');
    const of = new ConceptSearch([noteOf('n', [], { concepts: [conceptOf('a', 'A', { gist })] })]);
    const [found] = of.search('띄운다 컨테이너', 5);
    const parts = found?.ranges.map(([start, end]) => found.found.slice(start, end).normalize('NFC'));
    assert.deepEqual(parts, ['컨테이너', '띄운다']);
    assert.equal(found?.found.normalize('NFC'), '여기서 컨테이너를 띄운다.');
  });

  it('are cut where a sentence is long', () => {
    const gist = `${'word '.repeat(500)}needle ${'word '.repeat(500)}`;
    const of = new ConceptSearch([noteOf('n', [], { concepts: [conceptOf('a', 'A', { gist })] })]);
    const found = of.search('needle', 5)[0]!;
    assert.ok(found.found.length <= 400 && found.found.includes('needle'));
    assert.deepEqual(
      found.ranges.map(([start, end]) => found.found.slice(start, end)),
      ['needle'],
    );
  });

  it('are found with words of the title', () => {
    assert.deepEqual(ids('redis disks'), ['redis']);
  });
});

describe('bad input', () => {
  it('is answered at once, whatever the names are', () => {
    const long = ['Redis 컨테이너 '.repeat(500_000), '\uD800'.repeat(100_000), '\u0301'.repeat(100_000), ''];
    const of = new ConceptSearch([noteOf('n', long), noteOf('', ['', '__proto__', 'constructor'])]);
    for (const query of [
      'redis',
      'rdeis',
      'ㅋㅌㅇㄴ',
      '-x',
      '#t',
      '"redis',
      '\uD800',
      '\u202Eabc',
      '__proto__',
      '.*',
      "'exact !not",
    ]) {
      assert.ok(Array.isArray(of.search(query, 10)), query);
    }
    assert.equal(of.search('컨테이너', 1).length, 1);
  }).timeout(20_000);

  it('is answered whatever the query is', () => {
    const hostile = [
      '"',
      '""',
      '#"',
      '@"',
      '-"',
      'pros:"',
      '#'.repeat(10_000),
      '"a '.repeat(3000),
      '-a '.repeat(3000),
      '#a '.repeat(3000),
    ];
    hostile.push(
      '\0'.repeat(10_000),
      '🚀'.repeat(5000),
      'שלום'.repeat(2000),
      'ㅋ'.repeat(10_000),
      '：'.repeat(500),
      'a：b',
    );
    for (const query of hostile) {
      assert.ok(Array.isArray(search.search(query, 10)), query.slice(0, 20));
      assert.ok(Array.isArray(search.completions(query, 10)), query.slice(0, 20));
    }
  }).timeout(20_000);
});
