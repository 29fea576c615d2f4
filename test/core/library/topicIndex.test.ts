import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library/library.js';
import { TopicIndex } from '../../../src/core/library/topicIndex.js';
import { topConcepts, topicKey, type Topic } from '../../../src/core/library/topics.js';
import { uniqueNames } from '../../../src/core/note/aliases.js';
import type { Note } from '../../../src/core/note/model.js';
import { readNote } from '../../../src/core/note/read.js';
import { freshSeed, seededRandom } from '../search/seededRandom.js';

function note(uri: string, topics: readonly string[], ...lines: readonly string[]): Note {
  return readNote({ uri, name: 'n', folder: 'f', text: `---\ntags: [${topics.join()}]\n---\n${lines.join('\n')}` });
}

/** The topics of notes, from their definition. */
function topicsOf(notes: readonly Note[]): Topic[] {
  const byKey = new Map<string, { key: string; name: string; notes: Note[] }>();
  for (const one of notes.filter(({ concepts }) => concepts.length > 0)) {
    for (const name of one.topics) {
      const key = topicKey(name);
      const topic = byKey.get(key) ?? { key, name, notes: [] };
      byKey.set(key, topic);
      topic.notes.push(one);
    }
  }
  return [...byKey.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.key < b.key ? -1 : 1));
}

const plain = (topics: readonly Topic[]): unknown =>
  topics.map((topic) => ({
    name: topic.name,
    key: topic.key,
    notes: topic.notes.map(({ uri, title }) => [uri, title]),
    concepts: topConcepts(topic).map(({ concept }) => concept.id),
  }));

const seed = freshSeed();

describe(`TopicIndex (SEED=${seed})`, () => {
  it('has at any time the topics of the notes as they are', () => {
    const random = seededRandom(seed);
    const names = 'Redis redis REDIS Straße STRASSE Strasse a a\u00ad A 큐 가 f b/c'.split(' ');
    const bodies = ['# One', '# One\n## Two', '# One\n# Two', ''].map((body) => note('', [], body));
    const someNote = (): Note => {
      const topics = uniqueNames(Array.from({ length: 1 + random.below(3) }, () => random.pick(names)));
      return { ...random.pick(bodies), uri: `n${random.below(30)}`, topics };
    };
    for (let round = 0; round < 60; round += 1) {
      const library = new Library();
      library.update(Array.from({ length: random.below(10) }, someNote));
      const index = new TopicIndex(library);
      let known = new Map(index.topics().map((topic) => [topic.key, JSON.stringify(plain([topic]))]));
      for (let step = 0; step < 20; step += 1) {
        const put = new Map(Array.from({ length: random.below(5) }, someNote).map((one) => [one.uri, one]));
        const gone = Array.from({ length: random.below(3) }, () => `n${random.below(30)}`);
        library.update(
          [...put.values()],
          gone.filter((uri) => !put.has(uri)),
        );
        // Several changes may come before anyone asks.
        if (random.below(2) === 0) {
          const asked = index.topics();
          assert.deepEqual(plain(asked), plain(topicsOf(library.notes())));
          asked.forEach((topic) => assert.equal(index.topic(topic.key), topic));
          const changed = new Set([...index.takeChanged()].map(({ key }) => key));
          const now = new Map(asked.map((topic) => [topic.key, JSON.stringify(plain([topic]))]));
          const differing = [...now.keys(), ...known.keys()].filter((key) => now.get(key) !== known.get(key));
          assert.deepEqual(
            differing.filter((key) => !changed.has(key)),
            [],
          );
          known = now;
        }
      }
    }
  });

  it('says which topics changed, and keeps the array of topics until one comes, goes or is renamed', () => {
    const library = new Library();
    library.update([note('1', ['Redis'], '# A'), note('2', ['redis', 'b'], '# B'), note('3', ['c'], '# C')]);
    const index = new TopicIndex(library);
    const after = (put: readonly Note[], remove: readonly string[] = []): [string[], boolean] => {
      index.takeChanged();
      const before = index.topics();
      library.update(put, remove);
      return [[...index.takeChanged()].map(({ name }) => name).sort(), index.topics() === before];
    };
    assert.deepEqual(after([note('2', ['redis', 'b'], '# B', '## More')]), [['Redis', 'b'], true]);
    assert.deepEqual(after([note('4', ['B'], '# D')]), [['b'], true], 'a note came');
    assert.deepEqual(after([], ['4']), [['b'], true], 'a note went');
    assert.deepEqual(after([note('2', ['redis'], '# B')]), [['Redis', 'b'], false], 'a topic went');
    assert.deepEqual(after([], ['1']), [['redis'], false], 'it goes by its second name');
    assert.deepEqual(after([note('3', ['c'])]), [['c'], false], 'without concepts there is no topic');
    assert.deepEqual(after([note('5', ['x'])]), [[], true]);
  });

  it('keeps a topic one object while any note names it', () => {
    const library = new Library();
    library.update([note('1', ['a'], '# A')]);
    const index = new TopicIndex(library);
    const topic = index.topic('a');
    library.update([note('2', ['a'], '# B')], ['1']);
    assert.equal(index.topics()[0], topic);
    assert.deepEqual(
      topic?.notes.map(({ uri }) => uri),
      ['2'],
    );
  });

  it('follows nothing once it is disposed', () => {
    const library = new Library();
    const index = new TopicIndex(library);
    index.dispose();
    library.update([note('1', ['a'], '# A')]);
    assert.deepEqual(index.topics(), []);
  });
});
