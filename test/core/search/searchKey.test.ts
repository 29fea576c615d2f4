import assert from 'node:assert/strict';
import { comparable, searchKey } from '../../../src/core/search/searchKey.js';

/** The key of a text. */
function key(text: string): string {
  return searchKey(text).key;
}

describe('a search key', () => {
  it('is the same for texts that mean the same', () => {
    const groups = [
      [
        'load balancer',
        'Load-Balancer',
        'loadbalancer',
        'LOAD_BALANCER',
        ' load  balancer ',
        'ｌｏａｄ　ｂａｌａｎｃｅｒ',
      ],
      ['CI/CD', 'ci cd', 'CICD', 'ci-cd', '(CI) CD'],
      ['컨테이너', '컨 테 이 너', '컨테이너'.normalize('NFD'), '(컨테이너)'],
      ['café', 'cafe', 'CAFE\u0301'],
      ['ﬁle', 'file'],
    ];
    for (const group of groups) {
      assert.deepEqual([...new Set(group.map(key))], [key(group[0]!)], group.join());
    }
  });

  it('keeps what tells names apart', () => {
    const names = ['C', 'C++', 'C#', 'F#', '.NET core', 'a+b', '큐', '규', '쿠', '🚀', '@Bean'];
    assert.equal(new Set(names.map(key)).size, names.length);
    assert.equal(key('🚀'), '🚀');
  });

  it('has Hangul as jamo, so that half a syllable begins the whole', () => {
    assert.ok(key('컨테이너').startsWith(key('컨테')));
    assert.ok(key('강').startsWith(key('가')));
    assert.equal(key('강').length, 3);
  });

  it('is empty where there is no letter', () => {
    for (const text of ['', ' ', '\t\n', '...', '-/-', '()[]{}', '\u00A0']) {
      assert.deepEqual(searchKey(text), { key: '', wordStarts: [] }, text);
    }
  });

  it('knows where words begin', () => {
    assert.deepEqual(searchKey(' Load-balancer (L7)').wordStarts, [0, 4, 12]);
    assert.deepEqual(searchKey('큐 스택').wordStarts, [0, 2]);
  });

  it('is made from any string', () => {
    for (const text of ['\uD800', '\uDC00a', '\0', '\u202Eabc', '\u200D', 'ﷺ'.repeat(100)]) {
      assert.equal(typeof key(text), 'string');
    }
    assert.equal(comparable('Ａ가'.normalize('NFD')), 'a가');
  });
});
