import { convertHangulToQwerty, convertQwertyToHangul, disassemble, getChoseong } from 'es-hangul';
import assert from 'node:assert/strict';
import { ConceptSearch, type SearchResult } from '../../../src/core/search/conceptSearch.js';
import { strokesOf } from '../../../src/core/search/hangulStrokes.js';
import { conceptOf, noteOf } from './libraryOf.js';

const titles = [
  ...[
    'AWS Lambda',
    'Infrastructure as Code',
    'Kubernetes',
    'Circuit breaker',
    'JavaScript Object Notation',
    'OAuth 2.0',
  ],
  ...[
    '컨테이너',
    '데브옵스',
    '가비지 컬렉션',
    '서버리스 컴퓨팅',
    '람다',
    '이벤트 소싱',
    '메시지 브로커',
    '쿼리 최적화',
    '의존성 주입',
  ],
  ...['Internationalization', 'Load balancer', 'Write-ahead log', '1.2 Redis 클러스터', 'Redis vs Memcached', 'IPv6'],
];
const search = new ConceptSearch([noteOf('n', titles)]);

/** What a query finds first: its title and why it is there. */
function first(query: string): string {
  const [found] = search.search(query, 5);
  return found ? `${found.concept.title} | ${found.match}` : 'nothing';
}

/** What of the found text is highlighted. */
function marked({ found, ranges }: SearchResult): string[] {
  return ranges.map(([start, end]) => found.slice(start, end));
}

describe('every kind of query', () => {
  const cases: readonly (readonly [kind: string, query: string, first: string])[] = [
    ['exact name', 'kubernetes', 'Kubernetes | exact'],
    ['prefix', 'kube', 'Kubernetes | prefix'],
    ['start of a word', 'breaker', 'Circuit breaker | wordStart'],
    ['words in another order', 'lambda aws', 'AWS Lambda | wordStart'],
    ['inside a word', 'bernet', 'Kubernetes | substring'],
    ['one wrong letter', 'kubermetes', 'Kubernetes | typo'],
    ['one missing letter', 'kubernets', 'Kubernetes | typo'],
    ['one extra letter', 'kubberenetes', 'Kubernetes | typo'],
    ['two typos', 'kuberetis', 'Kubernetes | typo'],
    ['two letters swapped', 'labmda', 'AWS Lambda | typo'],
    ['missing space', 'loadbalancer', 'Load balancer | exact'],
    ['extra space', 'kuber netes', 'Kubernetes | exact'],
    ['missing hyphen', 'write ahead', 'Write-ahead log | prefix'],
    ['extra hyphen', 'load-balancer', 'Load balancer | exact'],
    ['initials', 'iac', 'Infrastructure as Code | initials'],
    ['initials of humps', 'json', 'JavaScript Object Notation | initials'],
    ['numeronym', 'k8s', 'Kubernetes | initials'],
    ['longer numeronym', 'i18n', 'Internationalization | initials'],
    ['camelCase', 'circuitBreaker', 'Circuit breaker | exact'],
    ['snake_case', 'circuit_breaker', 'Circuit breaker | exact'],
    ['number', 'oauth 2', 'OAuth 2.0 | prefix'],
    ['mixed scripts', 'redis 클러', '1.2 Redis 클러스터 | wordStart'],
    ['second half of a comparison', 'memcached', 'Redis vs Memcached | wordStart'],
    ['choseong', 'ㅋㅌㅇㄴ', '컨테이너 | choseong'],
    ['choseong of two words', 'ㅁㅅㅈㅂㄹㅋ', '메시지 브로커 | choseong'],
    ['choseong and syllables', '컨ㅌ이ㄴ', '컨테이너 | choseong'],
    ['choseong and Latin letters', 'redis ㅋㄹㅅㅌ', '1.2 Redis 클러스터 | choseong'],
    ['half-typed syllable', '컨텡', '컨테이너 | prefix'],
    ['Hangul on the English layout', 'zjsxpdlsj', '컨테이너 | keyboard'],
    ['English on the Korean layout', 'ㅏㅕㅠㄷ구ㄷㅅㄷㄴ', 'Kubernetes | keyboard'],
    ['jamo typo', '컨태이너', '컨테이너 | typo'],
    ['swapped syllables', '데옵브스', '데브옵스 | typo'],
    ['missing syllable', '데브스', '데브옵스 | typo'],
    ['particle', '컨테이너를', '컨테이너 | exact'],
    ['particle behind Latin letters', 'Kubernetes에서는', 'Kubernetes | exact'],
    ['normal form D', '컨테이너'.normalize('NFD'), '컨테이너 | exact'],
    ['full width', 'ｋｕｂｅ', 'Kubernetes | prefix'],
  ];
  for (const [kind, query, expected] of cases) {
    it(`is answered: ${kind} (${query})`, () => {
      assert.equal(first(query), expected);
    });
  }

  it('finds each Korean name at each keystroke, after its letters are unlike others', () => {
    for (const title of titles.filter((name) => /^[가-힣 ]+$/u.test(name))) {
      const keys = convertHangulToQwerty(title);
      for (let length = 4; length <= keys.length; length += 1) {
        const typed = convertQwertyToHangul(keys.slice(0, length));
        const found = search.search(typed, 5).map(({ concept }) => concept.title);
        assert.ok(found.includes(title), `${typed} for ${title}: ${found.join()}`);
      }
    }
  });

  it('finds each Korean name by choseong and on the other layout', () => {
    for (const title of titles.filter((name) => /^[가-힣 ]+$/u.test(name))) {
      for (const query of [getChoseong(title), convertHangulToQwerty(title), title.normalize('NFD')]) {
        assert.equal(search.search(query, 5)[0]?.concept.title, title, query);
      }
    }
  });

  it('takes every syllable apart as es-hangul does', () => {
    for (let unit = 0xac00; unit <= 0xd7a3; unit += 1) {
      assert.equal(strokesOf(unit), disassemble(String.fromCharCode(unit)));
    }
  });
});

describe('what is highlighted', () => {
  it('is the part of the name that was typed, in whole syllables', () => {
    const cases: readonly (readonly [query: string, ...marked: string[]])[] = [
      ['lambda', 'Lambda'],
      ['lambda aws', 'AWS', 'Lambda'],
      ['loadbal', 'Load bal'],
      ['컨텡', '컨테이'],
      ['ㅌㅇㄴ', '테이너'],
      ['브로', '브로'],
      ['iac', 'I', 'a', 'C'],
      ['k8s', 'K', 's'],
      ['zjsxp', '컨테'],
      ['컨테이너를', '컨테이너'],
      ['labmda', 'La', 'bda'],
    ];
    for (const [query, ...parts] of cases) {
      const found = search.search(query, 1)[0]!;
      assert.equal(marked(found).join('|').length > 0, true, query);
      if (query !== 'labmda') {
        assert.deepEqual(marked(found), parts, query);
      }
    }
  });

  it('has its offsets in the text as it is written, in normal form D too', () => {
    const title = 'AWS 컨테이너 Café'.normalize('NFD');
    const decomposed = new ConceptSearch([noteOf('n', [title])]);
    for (const [query, part] of [
      ['테이', '테이'],
      ['ㅋㅌㅇㄴ', '컨테이너'],
      ['컨텡', '컨테이'],
      ['cafe', 'Café'],
    ] as const) {
      const found = decomposed.search(query, 1)[0]!;
      assert.equal(found.found, title);
      assert.deepEqual(marked(found), [part.normalize('NFD')], query);
    }
  });

  it('is ascending and within the text, for any query', () => {
    for (const query of [
      'a',
      'lambda code',
      'kubermetes',
      'ㅋㅌ',
      '컨태이노',
      'rdeis vs',
      'zjsx',
      'oauht2',
      '이벤트 쏘싱',
    ]) {
      for (const { found, ranges } of search.search(query, 50)) {
        let last = 0;
        for (const [start, end] of ranges) {
          assert.ok(start >= last && end > start && end <= found.length, `${query}: ${found}`);
          last = end;
        }
      }
    }
  });
});

describe('the order of results', () => {
  /** Titles found among concepts, best first. */
  const order = (query: string, ...concepts: readonly ReturnType<typeof conceptOf>[]): string[] =>
    new ConceptSearch([noteOf('n', [], { concepts })]).search(query, 50).map(({ concept }) => concept.id);

  it('is exact, prefix, start of a word, inside, choseong, typo, text', () => {
    const ids = order(
      'cache',
      conceptOf('text', 'Other', { gist: 'about a cache' }),
      conceptOf('typo', 'Cachr'),
      conceptOf('inside', 'Precache'),
      conceptOf('word', 'Write cache'),
      conceptOf('prefix', 'Cache line'),
      conceptOf('exact', 'Cache'),
    );
    assert.deepEqual(ids, ['exact', 'prefix', 'word', 'inside', 'typo', 'text']);
  });

  it('is title, written alias, derived alias, text', () => {
    const ids = order(
      'redis',
      conceptOf('text', 'A', { gist: 'redis' }),
      conceptOf('derived', 'B', { aliases: ['Redis'], derived: ['Redis'] }),
      conceptOf('written', 'C', { aliases: ['Redis'] }),
      conceptOf('title', 'Redis'),
    );
    assert.deepEqual(ids, ['title', 'written', 'derived', 'text']);
  });

  it('is what was opened, then the shorter, then note order', () => {
    const concepts = ['Redis cluster', 'Redis aof', 'Redis rdb', 'Redis lua'].map((title) =>
      conceptOf(`n#${title}`, title),
    );
    const of = new ConceptSearch([noteOf('n', [], { concepts })]);
    const history = {
      opened: [
        { id: 'n#Redis cluster', last: 5, weight: 1 },
        { id: 'gone', last: 9, weight: 9 },
      ],
    };
    const found = of.search('redis', 50, history).map(({ concept }) => concept.title);
    assert.deepEqual(found, ['Redis cluster', 'Redis aof', 'Redis rdb', 'Redis lua']);
    assert.deepEqual(
      of.search('redis', 50).map(({ concept }) => concept.title),
      ['Redis aof', 'Redis rdb', 'Redis lua', 'Redis cluster'],
    );
  });

  it('has no names that are like the query by chance', () => {
    assert.deepEqual(
      order('kubernetes', conceptOf('a', 'Cabernet'), conceptOf('b', 'Liberties'), conceptOf('c', 'Kerberos')),
      [],
    );
  });
});
