import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library/library.js';
import { TopicIndex } from '../../../src/core/library/topicIndex.js';
import { topConcepts, topicKey } from '../../../src/core/library/topics.js';
import { readNote } from '../../../src/core/note/read.js';
import type { Note } from '../../../src/core/note/model.js';

/** A note of these topics that has these lines. */
function note(topics: string, ...lines: readonly string[]): Note {
  return readNote({
    uri: lines.join(),
    name: 'n',
    folder: 'f',
    text: `---\ntags: [${topics}]\n---\n${lines.join('\n')}`,
  });
}

/** Topics as `name: concepts`. */
function topics(...notes: readonly Note[]): string[] {
  const library = new Library();
  library.update(notes);
  return new TopicIndex(library).topics().map((topic) => {
    const titles = topConcepts(topic).map(({ concept }) => concept.title);
    return `${topic.name}: ${titles.join(' ')}`;
  });
}

describe('topics', () => {
  it('hold the highest concepts of their notes, in the order of the notes', () => {
    assert.deepEqual(topics(note('t', '# A', '## B', '# C'), note('t', '## D', '### E')), ['t: A C D']);
  });

  it('stand in alphabetical order', () => {
    assert.deepEqual(
      topics(note('b', '# 1'), note('나', '# 2'), note('A', '# 3'), note('가', '# 4')).map((line) => line[0]),
      [...['A', 'b'], ...['가', '나']],
    );
  });

  it('have a note in each of its topics', () => {
    assert.deepEqual(topics(note('a, b', '# A'), note('b', '# B')), ['a: A', 'b: A B']);
  });

  it('are one where they differ in letter case or normal form only', () => {
    assert.deepEqual(topics(note('Redis', '# A'), note('redis', '# B')), ['Redis: A B']);
    assert.deepEqual(topics(note('큐', '# A'), note('큐'.normalize('NFD'), '# B')), ['큐: A B']);
    assert.equal(topicKey('ÀB'.normalize('NFD')), topicKey('àb'));
  });

  it('are the folder where the note has none', () => {
    assert.deepEqual(topics(note('', '# A')), ['f: A']);
  });

  it('are not made of notes without concepts', () => {
    assert.deepEqual(topics(note('t')), []);
    assert.deepEqual(topics(), []);
  });
});
