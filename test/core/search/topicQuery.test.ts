import assert from 'node:assert/strict';
import { topicQuery } from '../../../src/core/search/filterCompletions.js';
import { parseQuery } from '../../../src/core/search/query.js';

describe('the query for a topic or a tag', () => {
  it('is read as that filter, and can be typed on', () => {
    for (const name of ['캐시', 'cloud native', 'C++', 'a/b', '서버 없이 함수만']) {
      const { text, filters } = parseQuery(`${topicQuery(name)}word`);
      assert.deepEqual([text, filters.map(({ kind, value }) => [kind, value])], ['word', [['topic', name]]]);
    }
    assert.equal(topicQuery('cloud native'), '#"cloud native" ');
  });
});
