import assert from 'node:assert/strict';
import { identifierWords, lookUpText } from '../../../src/core/search/lookUpText.js';

describe('What is looked up', () => {
  for (const [identifier, words] of [
    ['circuitBreaker', 'circuit breaker'],
    ['CircuitBreaker', 'circuit breaker'],
    ['circuit_breaker', 'circuit breaker'],
    ['CIRCUIT-BREAKER', 'circuit breaker'],
    ['CIRCUIT_BREAKER', 'circuit breaker'],
    ['HTTPServer', 'http server'],
    ['parseJSON', 'parse json'],
    ['sha256Sum', 'sha256 sum'],
    ['__init__', 'init'],
    ['$scope', '$scope'],
    ['IaC', 'IaC'],
    ['OAuth2', 'OAuth2'],
    ['C++', 'C++'],
    ['AWS', 'AWS'],
    ['Infrastructure as Code', 'Infrastructure as Code'],
    ['컨테이너', '컨테이너'],
    ['---', '---'],
  ] as const) {
    it(`is ${words} for ${identifier}`, () => assert.equal(identifierWords(identifier), words));
  }

  it('is a name without its particle, in whatever form it is written', () => {
    assert.deepEqual(lookUpText('컨테이너를'), { names: ['컨테이너를', '컨테이너'], query: '컨테이너' });
    assert.deepEqual(lookUpText('컨테이너를'.normalize('NFD')), lookUpText('컨테이너를'));
    assert.equal(lookUpText('circuitBreaker는').query, 'circuit breaker');
  });

  it('searches for all of a word that would be one syllable', () => {
    assert.deepEqual(lookUpText('큐를'), { names: ['큐를', '큐'], query: '큐를' });
  });

  it('is nothing where nothing stands', () => {
    assert.deepEqual(lookUpText(' \n '), { names: [], query: '' });
  });
});
