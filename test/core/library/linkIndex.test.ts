import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library/library.js';
import { LinkIndex } from '../../../src/core/library/linkIndex.js';
import { finish } from '../../../src/core/steps.js';
import { withLinkNames } from '../../../src/core/library/linkNames.js';
import { comparablePath, resolvePath } from '../../../src/core/library/notePath.js';
import type { Note } from '../../../src/core/note/model.js';
import { noteName } from '../../../src/core/note/noteName.js';
import { readNote } from '../../../src/core/note/read.js';

function note(uri: string, ...lines: readonly string[]): Note {
  return readNote({ uri, name: noteName(uri), folder: 'f', text: lines.join('\n') });
}

function index(...notes: readonly Note[]): { library: Library; links: LinkIndex } {
  const library = new Library();
  library.update(notes);
  return { library, links: new LinkIndex(library) };
}

/** Where all links of a note lead: ids of concepts, with a question mark where the heading is not there, or else the kind. */
function targets({ library, links }: ReturnType<typeof index>, uri: string): string[] {
  return (library.note(uri)?.links ?? []).map((link) => {
    const target = links.resolve(link, uri);
    return target.kind === 'concept' ? target.concept.id + (target.isWhole ? '' : '?') : target.kind;
  });
}

const redis = note(
  'file:///n/db/Redis.md',
  '---',
  'aliases: [레디스]',
  '---',
  '# Redis (REmote DIctionary Server)',
  '',
  '## 데이터 구조',
  '',
  '### 장점',
  '',
  '- 빠르다',
  '',
  '<a id="own"></a>',
);

describe('a large note', () => {
  it('is taken in by parts, and is right for whoever asks in between', () => {
    const many = (name: string): Note =>
      note(`file:///n/${name}.md`, ...Array.from({ length: 1000 }, (_, place) => `# ${name} ${place}\n\n[[Redis]]\n`));
    const { library, links } = index(redis, many('First'));
    let most = 0;
    for (let round = 0; round < 40; round += 1) {
      let looks = 0;
      while (links.takeIn(1)) {
        looks += 1;
        // At another place in each round.
        if (looks === round) {
          const leads = (name: string): string =>
            links.resolve({ kind: 'wiki', target: name, heading: '', shown: '' }, '').kind;
          assert.deepEqual(
            [leads('First 0'), leads('First 999'), leads('Other 5')],
            ['concept', 'concept', round % 2 === 0 ? 'missing' : 'concept'],
          );
        }
      }
      most = Math.max(most, looks);
      assert.equal(links.backlinks(redis.concepts[0]!.id).length, round % 2 === 0 ? 1000 : 2000);
      library.update(
        [many('First'), ...(round % 2 === 0 ? [many('Other')] : [])],
        round % 2 === 0 ? [] : ['file:///n/Other.md'],
      );
    }
    assert.ok(most > 15, `${most} parts`);
  }).timeout(60_000);

  it('may change and go while it is taken in', () => {
    const many = note('file:///n/Many.md', ...Array.from({ length: 1000 }, (_, place) => `# Many ${place}\n`));
    const { library, links } = index(redis, many);
    links.takeIn(3);
    library.update([note(many.uri, '# Few')]);
    links.takeIn(2);
    assert.deepEqual([links.notesNaming('Many 5'), links.notesNaming('Few')], [[], [many.uri]]);
    library.update([many]);
    links.takeIn(5);
    library.update([], [many.uri]);
    assert.deepEqual([links.notesNaming('Many 5'), links.notesNaming('Few')], [[], []]);
  });
});

describe('a link', () => {
  const cases: Readonly<Record<string, string>> = {
    '[[Redis]]': '#redis-remote-dictionary-server',
    '[[redis.md]]': '#redis-remote-dictionary-server',
    '[[db/Redis]]': '#redis-remote-dictionary-server',
    '[[레디스]]': '#redis-remote-dictionary-server',
    '[[데이터구조]]': '#redis-remote-dictionary-server/데이터-구조',
    '[[Redis#데이터 구조]]': '#redis-remote-dictionary-server/데이터-구조',
    '[[Redis#데이터 구조#장점]]': '#redis-remote-dictionary-server/데이터-구조',
    '[[Redis#^block]]': '#redis-remote-dictionary-server',
    '[[shown|Redis]]': '#redis-remote-dictionary-server',
    '[x](../db/Redis.md)': '#redis-remote-dictionary-server',
    '[x](../db/redis)': '#redis-remote-dictionary-server',
    '[x](/db/Redis.md)': '#redis-remote-dictionary-server',
    '[x](../db/Redis.md#데이터-구조)': '#redis-remote-dictionary-server/데이터-구조',
    '[x](../db/Redis.md#%EC%9E%A5%EC%A0%90)': '#redis-remote-dictionary-server/데이터-구조',
    '[x](../db/Redis.md#own)': '#redis-remote-dictionary-server/데이터-구조',
    '[x](../db/Redis.md#nowhere)': '#redis-remote-dictionary-server?',
  };
  for (const [written, fragment] of Object.entries(cases)) {
    it(`leads to a concept: ${written}`, () => {
      const from = note('file:///n/web/a.md', '# A', '', written);
      const isWhole = !fragment.endsWith('?');
      const expected = `file:///n/db/Redis.md${fragment.replace('?', '')}${isWhole ? '' : '?'}`;
      assert.deepEqual(targets(index(redis, from), from.uri), [expected]);
    });
  }

  it('leads nowhere, or to a file that is no note of the library', () => {
    const from = note('file:///n/a.md', '# A', '', '[[Nothing]] [x](./other.md) [y](b.pdf) [[db/nothing/Redis]]');
    assert.deepEqual(targets(index(redis, from), from.uri), ['missing', 'file', 'file', 'missing']);
  });

  it('leads within its own note', () => {
    const from = note('a.md', '# A', '', '[x](#b) [[#B]] [y](#c)', '', '## B');
    assert.deepEqual(targets(index(from), from.uri), ['a.md#a/b', 'a.md#a/b', 'a.md#a?']);
  });

  it('leads to the nearest of several notes of one name', () => {
    const [one, two] = [note('n/x/Same.md', '# One'), note('n/y/Same.md', '# Two')];
    const from = note('n/y/a.md', '# A', '', '[[Same]] [[x/Same]]');
    assert.deepEqual(targets(index(one, two, from), from.uri), ['n/y/Same.md#two', 'n/x/Same.md#one']);
  });

  it('follows the library', () => {
    const from = note('file:///n/web/a.md', '# A', '', '[[Redis]]');
    const both = index(from);
    assert.deepEqual(targets(both, from.uri), ['missing']);
    both.library.update([redis]);
    assert.deepEqual(targets(both, from.uri), ['file:///n/db/Redis.md#redis-remote-dictionary-server']);
    both.library.update([note(redis.uri, '# Other')]);
    assert.deepEqual(targets(both, from.uri), ['file:///n/db/Redis.md#other']);
    both.library.update([], [redis.uri]);
    assert.deepEqual(targets(both, from.uri), ['missing']);
    both.links.dispose();
    both.library.update([redis]);
    assert.deepEqual(targets(both, from.uri), ['missing']);
  });
});

describe('backlinks', () => {
  const concept = 'file:///n/db/Redis.md#redis-remote-dictionary-server';
  const linking = note(
    'file:///n/web/a.md',
    '# A',
    '',
    '[[Redis]]',
    '',
    '## B',
    '',
    'x [y](../db/Redis.md) [[레디스|캐시 서버]]',
  );

  it('are the links that lead to a concept, with the concepts that they stand in', () => {
    const { links } = index(redis, linking);
    assert.deepEqual(
      links.backlinks(concept).map(({ note: { uri }, link }) => [uri, link.line, link.concept]),
      [
        [linking.uri, 3, `${linking.uri}#a`],
        [linking.uri, 7, `${linking.uri}#a/b`],
        [linking.uri, 7, `${linking.uri}#a/b`],
      ],
    );
    assert.deepEqual(links.backlinks('nothing'), []);
  });

  it('are not links of a concept to itself', () => {
    const own = note('a.md', '# A', '', '[[A]] [x](#a)', '', '## B', '', '[[A]]');
    assert.deepEqual(
      index(own)
        .links.backlinks('a.md#a')
        .map(({ link }) => link.line),
      [7],
    );
  });

  it('give a concept the names by which wiki links call it, as derived ones', () => {
    const { links } = index(redis, linking);
    const [named] = finish(withLinkNames(redis, links)).concepts;
    assert.deepEqual(named?.aliases, [...(redis.concepts[0]?.aliases ?? []), '캐시 서버']);
    assert.deepEqual(named.derived, ['캐시 서버']);
    assert.equal(finish(withLinkNames(linking, links)), linking);
  });

  it('give no names that are none', () => {
    const from = note(
      'b.md',
      '# B',
      '',
      '[[Redis|여기]] [[Redis|다음 글에서 자세히 다루겠습니다.]] [[Redis|…]] [[Redis|redis]] [[Redis#데이터 구조]]',
    );
    const { links } = index(redis, from);
    assert.equal(finish(withLinkNames(redis, links)), redis);
  });
});

describe('the path of a link', () => {
  const cases: readonly (readonly [from: string, target: string, path: string])[] = [
    ['file:///n/a/b.md', '../c.md', 'file:///n/c.md'],
    ['file:///n/%ED%95%9C/b.md', './c d.md', 'file:///n/한/c d.md'],
    ['file:///n/b.md', '../../../c.md', 'file:///c.md'],
    ['vscode-vfs://github/o/r/a.md', '/c.md', 'vscode-vfs://github/c.md'],
    ['notes/a.md', 'b//c.md', 'notes/b/c.md'],
    ['a.md', '../c.md', '../c.md'],
    ['../x/a.md', '../../c.md', '../../c.md'],
    ['/n/a.md', '../../c.md', '/c.md'],
    ['100%.md', 'c.md', 'c.md'],
  ];
  for (const [from, target, path] of cases) {
    it(`${target} in ${from} is ${path}`, () => {
      assert.equal(resolvePath(from, target), path);
    });
  }

  it('is compared decoded, in one normal form and case', () => {
    assert.equal(comparablePath('file:///%EC%9E%A5/A.md'), comparablePath(`file:///${'장'.normalize('NFD')}/a.md`));
  });
});
