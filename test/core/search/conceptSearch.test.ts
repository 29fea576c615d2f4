import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library/library.js';
import { readNote } from '../../../src/core/note/read.js';
import { ConceptSearch, type SearchResult } from '../../../src/core/search/conceptSearch.js';

/** A search over one note of these lines. */
function searchOf(...lines: readonly string[]): ConceptSearch {
  const library = new Library();
  library.update([readNote({ uri: 'n', name: 'n', folder: 'Cloud', text: lines.join('\n') })]);
  return new ConceptSearch(library.notes());
}

/** Titles that a query finds among these headings, best first. */
function titles(query: string, ...headings: readonly string[]): string[] {
  const search = searchOf(...headings.map((heading) => `# ${heading}`));
  return search.search(query, 50).map(({ concept }) => concept.title);
}

/** What tells one result from another. */
function row({ concept, field, found }: SearchResult): string {
  return `${concept.title} | ${field} | ${found}`;
}

describe('the search for names', () => {
  it('orders exact, prefix, start of a word, inside, typo', () => {
    const headings = ['Cashe', 'Precache', 'Write cache', 'Cache line', 'Cache'];
    assert.deepEqual(titles('cache', ...headings), ['Cache', 'Cache line', 'Write cache', 'Precache', 'Cashe']);
  });

  it('puts a title before an alias, then the shorter name, then the order of the note', () => {
    assert.deepEqual(titles('redis', '레디스(Redis)', 'Redis'), ['Redis', '레디스(Redis)']);
    assert.deepEqual(titles('redis', 'Redis cluster', 'Redis AOF'), ['Redis AOF', 'Redis cluster']);
    assert.deepEqual(titles('ci', 'CI/CD (x)', 'CI (Continuous integration)')[0], 'CI (Continuous integration)');
    assert.deepEqual(titles('redis', 'Redis b', 'Redis a'), ['Redis b', 'Redis a']);
  });

  it('finds a name with a transposed, a missing, a wrong and an extra letter', () => {
    const headings = ['AWS Lambda', 'Kubernetes', 'Container', '컨테이너', '데브옵스', 'Lambda calculus'];
    const typos: Record<string, string> = {
      'aws labmda': 'AWS Lambda',
      labmda: 'AWS Lambda',
      kubernets: 'Kubernetes',
      kubermetes: 'Kubernetes',
      containner: 'Container',
      컨태이너: '컨테이너',
      컨테이어: '컨테이너',
      컨이테너: '컨테이너',
      대브옵스: '데브옵스',
      데브웁스: '데브옵스',
    };
    for (const [query, title] of Object.entries(typos)) {
      assert.ok(
        titles(query, ...headings)
          .slice(0, 2)
          .includes(title),
        `${query}: ${titles(query, ...headings).join()}`,
      );
    }
  });

  it('finds a name without its spaces and hyphens, in any case, width and normal form', () => {
    const headings = ['Load balancer', 'Write-ahead log', '테스트 자동화'];
    const queries = ['loadbalancer', 'LOAD-BALANCER', 'ｌｏａｄ', 'writeahead', 'write ahead', '테스트자동화'];
    queries.push('테스트 자동화'.normalize('NFD'));
    for (const query of queries) {
      assert.equal(titles(query, ...headings).length > 0, true, query);
    }
    assert.equal(
      titles(queries.at(-1)!, ...headings.map((heading) => heading.normalize('NFD')))[0]?.normalize('NFC'),
      '테스트 자동화',
    );
  });

  it('finds a Korean name while its last syllable is being typed', () => {
    for (const query of ['ㅋ', '커', '컨', '컨ㅌ', '컨테', '컨텡', '컨테이', '컨테인', '컨테이너']) {
      assert.ok(titles(query, '쿠버네티스', '컨테이너').includes('컨테이너'), query);
    }
  });

  it('gives a concept once, by its best name', () => {
    const search = searchOf('# 컨테이너(Container, 도커 컨테이너)');
    assert.deepEqual(search.search('container', 5).map(row), [
      '컨테이너(Container, 도커 컨테이너) | alias | Container',
    ]);
  });

  it('tells the field and the name that was found', () => {
    const lines = [
      '---',
      'aliases: [서버리스]',
      '---',
      '# AWS Lambda',
      '',
      'Runs a *function*.',
      '',
      '## Pros',
      '',
      '- 싸다',
      '- elastic',
    ];
    const search = searchOf(...lines);
    assert.deepEqual(search.search('lambda', 5).map(row), ['AWS Lambda | title | AWS Lambda']);
    assert.deepEqual(search.search('서버리스', 5).map(row), ['AWS Lambda | alias | 서버리스']);
    assert.deepEqual(search.search('function', 5).map(row), ['AWS Lambda | gist | Runs a function.']);
    assert.deepEqual(search.search('elastic', 5).map(row), ['AWS Lambda | point | elastic']);
  });

  it('finds names that are signs and emoji', () => {
    assert.equal(titles('c++', 'C#', 'C++')[0], 'C++');
    assert.equal(titles('c#', 'C++', 'C#')[0], 'C#');
    assert.deepEqual(titles('🚀', '🙈', '🚀'), ['🚀']);
  });
});

describe('the search for texts', () => {
  const lines = [
    '# A',
    'about networks and other things',
    '## Pros',
    '- cheap',
    '# B',
    'other words',
    '# Networking',
    'x',
  ];

  it('finds all words of a query in any order, under the names', () => {
    const search = searchOf(...lines);
    const found = search.search('network', 5);
    assert.deepEqual(found.map(row), ['Networking | title | Networking', 'A | gist | about networks and other things']);
    assert.ok(found[0]!.score < found[1]!.score);
    assert.deepEqual(
      search.search('things other', 5).map(({ concept }) => concept.title),
      ['A'],
    );
  });

  it('finds a concept by its topic', () => {
    assert.deepEqual(
      searchOf(...lines)
        .search('cloud', 5)
        .map(({ concept }) => concept.title),
      ['A', 'B', 'Networking'],
    );
  });
});

describe('any query', () => {
  const headings = [
    'Redis',
    '레디스',
    '\uD800',
    'a\u202Eb',
    '...',
    '🚀',
    'constructor',
    '(',
    '[a-z]+',
    'x'.repeat(500),
    '!exact',
    "'quoted",
  ];
  const search = searchOf(...headings.map((heading) => `# ${heading}\n\ntext ${heading}`));
  const hostile = [
    '',
    ' ',
    '\t\n',
    '\0',
    '\u0001\u001b[0m',
    '\uD800',
    '\uDC00\uD800',
    '\u202Eabc',
    '👩‍👩‍👧‍👦',
    '(',
    '[',
    '\\',
    '.*',
    '(a+)+$',
    '^',
    '$',
  ];
  hostile.push(
    '!redis',
    "'redis",
    '=redis',
    'redis$',
    '^redis',
    'a | b',
    '"',
    '{"$and":[]}',
    '__proto__',
    'constructor',
    'ﷺ'.repeat(500),
  );
  hostile.push(
    'a'.repeat(10_000),
    'ㄱ'.repeat(10_000),
    'a '.repeat(5000),
    '가'.repeat(10_000),
    '\uD83D'.repeat(10_000),
    '\u0301'.repeat(10_000),
    '.'.repeat(10_000),
  );

  it('gives an answer or an empty list, never an exception', () => {
    for (const query of hostile) {
      for (const limit of [-1, 0, 1, 3, 1000]) {
        const found = search.search(query, limit);
        assert.ok(found.length <= Math.max(0, limit));
        assert.equal(new Set(found.map(({ concept }) => concept.id)).size, found.length);
      }
    }
  }).timeout(20_000);

  it('gives the same results each time, scores ascending between 0 and 1', () => {
    for (const query of [...hostile, 'r', 're', 'redis', 'rdeis', '레', '레디스', 'text', 'x']) {
      const found = search.search(query, 50);
      assert.deepEqual(search.search(query, 50).map(row), found.map(row));
      assert.deepEqual(search.search(query, 2).map(row), found.slice(0, 2).map(row));
      found.forEach(({ score }, index) => {
        assert.ok(score >= (found[index - 1]?.score ?? 0) && score <= 1, `${query}: ${score}`);
      });
    }
  }).timeout(20_000);

  it('finds nothing in an empty library', () => {
    assert.deepEqual(new ConceptSearch([]).search('a', 10), []);
  });

  it('finds nothing where it is empty', () => {
    for (const query of ['', ' ', '...', '\u00A0']) {
      assert.deepEqual(search.search(query, 10), []);
    }
  });
});
