import assert from 'node:assert/strict';
import { headingAliases, impliedAliases, uniqueNames } from '../../../src/core/note/aliases.js';
import { noteOfLines } from './readNoteOf.js';

describe('the names that a heading gives', () => {
  const cases: Record<string, readonly string[]> = {
    Redis: [],
    '컨테이너(Container)': ['컨테이너', 'Container'],
    'Container (컨테이너)': ['Container', '컨테이너'],
    '쿠버네티스(Kubernetes, k8s)': ['쿠버네티스', 'Kubernetes', 'k8s'],
    'TDD（테스트 주도 개발）': ['TDD', '테스트 주도 개발'],
    'CI/CD': ['CI', 'CD'],
    'TCP / UDP': ['TCP', 'UDP'],
    'I/O': [],
    'HPC 하이 퍼포먼스 컴퓨팅': ['HPC', '하이 퍼포먼스 컴퓨팅'],
    '하이 퍼포먼스 컴퓨팅 HPC': ['하이 퍼포먼스 컴퓨팅', 'HPC'],
    '로드 밸런서 - Load balancer': ['로드 밸런서', 'Load balancer'],
    'AWS 람다 AWS': [],
    TDD란: ['TDD'],
    'TDD란?': ['TDD'],
    '객체 지향이란 ?': ['객체 지향'],
    'Docker 란?': ['Docker'],
    'GIL 이란?': ['GIL'],
    '프록시의 역할': ['프록시'],
    '데브옵스(DevOps)란': ['데브옵스(DevOps)', '데브옵스', 'DevOps'],
    '1. 큐': ['큐'],
    '1.2 큐': ['큐'],
    '① 큐': ['큐'],
    'Q2. 큐란?': ['큐란?', '큐'],
    '🐳 도커': ['도커'],
    '3D 프린터': ['3D', '프린터'],
    'Function(s)': [],
    'Class(es) of IP': [],
    '.NET': ['NET'],
    'C++': [],
    '🚀': [],
    '': [],
    '()': [],
    란: [],
    'Redis: 저장소': ['Redis', '저장소'],
    'Redis vs Memcached': [],
    '1. TCP/IP (전송 제어)': ['TCP/IP (전송 제어)', 'TCP/IP', 'TCP', 'IP', '전송 제어'],
  };
  for (const [heading, aliases] of Object.entries(cases)) {
    it(`are those in “${heading}”`, () => {
      assert.deepEqual(headingAliases(heading), aliases);
    });
  }

  it('come without an end of time for headings of any length', () => {
    for (const heading of [
      '!'.repeat(200_000) + 'x',
      'a' + ' - '.repeat(50_000),
      '(a'.repeat(50_000),
      ' '.repeat(99_999),
    ]) {
      assert.deepEqual(headingAliases(heading), []);
    }
  });
});

describe('the names that a heading only implies', () => {
  it('are the halves of what is slashed', () => {
    assert.deepEqual(impliedAliases('1. CI/CD'), ['CI', 'CD']);
    assert.deepEqual(impliedAliases('전송 제어 (TCP/IP)'), ['TCP', 'IP']);
    assert.deepEqual(impliedAliases('HPC 하이 퍼포먼스 컴퓨팅'), []);
  });

  it('come last, and are marked', () => {
    const [concept] = noteOfLines('---', 'aliases: [씨아이씨디]', '---', '# CI/CD (배포)').concepts;
    assert.deepEqual(concept?.aliases, ['씨아이씨디', 'CI/CD', '배포', 'CI', 'CD']);
    assert.deepEqual(concept.derived, ['CI', 'CD']);
  });
});

describe('uniqueNames', () => {
  it('keeps the first of names that differ in case, width or normal form', () => {
    const names = ['Redis', 'REDIS', 'Ｒｅｄｉｓ', '큐', '큐'.normalize('NFD'), 'redis 2'];
    assert.deepEqual(uniqueNames(names), ['Redis', '큐', 'redis 2']);
  });
});
