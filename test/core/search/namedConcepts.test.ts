import assert from 'node:assert/strict';
import { ConceptSearch } from '../../../src/core/search/conceptSearch.js';
import { namedConcepts } from '../../../src/core/search/namedConcepts.js';
import { noteOf } from '../note/readNoteOf.js';

describe('Concepts of a name', () => {
  const named = (text: string, name: string): string[] => {
    const search = new ConceptSearch([noteOf(text)]);
    return namedConcepts(name, search.search(name, 5)).map(({ concept }) => concept.title);
  };

  it('have it as title or alias, whatever the case, spaces and hyphens', () => {
    assert.deepEqual(named('# Circuit Breaker\n\nx\n\n# Circuit\n\nx\n', 'circuit-breaker'), ['Circuit Breaker']);
    assert.deepEqual(named('# 큐(Queue)\n\nx\n\n# Deque\n\nx\n', 'QUEUE'), ['큐(Queue)']);
  });

  it('are none where a name is only near, or longer, or abbreviated', () => {
    assert.deepEqual(named('# Queueing theory\n\nx\n\n# Quene\n\nx\n', 'queue'), []);
    assert.deepEqual(named('# Infrastructure as Code\n\nx\n', 'iac'), []);
  });

  it('are those that somebody named so, before those that only follow from other names', () => {
    assert.deepEqual(named('# CI/CD\n\nx\n\n# CI\n\nx\n', 'CI'), ['CI']);
    assert.deepEqual(named('# CI/CD\n\nx\n', 'CI'), ['CI/CD']);
  });
});
