import Fuse from 'fuse.js';
import assert from 'node:assert/strict';
import { FuzzyStage, fuseOptions } from '../../../src/core/search/fuzzyStage.js';
import { stringOf } from '../../../src/core/search/keyText.js';
import { NameIndex } from '../../../src/core/search/nameIndex.js';
import { finish } from '../../../src/core/steps.js';
import { searchKey } from '../../../src/core/search/searchKey.js';
import { freshSeed, seededRandom, type SeededRandom } from './seededRandom.js';
import { noteOf } from './libraryOf.js';

/** Letters of which names and queries are made: few, so that they are near to each other. */
const alphabets = ['ab', 'abc', 'abcdefg', ' 가각나다라마aé', '컨테이너ab 1', '\u{1F680}\uD800aΣİßx.', 'kubernetes '];

/** A word of up to so many letters. */
function word(random: SeededRandom, letters: string, longest: number): string {
  return Array.from({ length: 1 + random.below(longest) }, () => letters[random.below(letters.length)]).join('');
}

/** Names in note order, each with its place in it and its key. */
function namesOf(index: NameIndex): { order: number; key: string }[] {
  const names = index.segments.flatMap((segment) =>
    Array.from({ length: segment.count }, (_, name) => ({
      order: index.orderOf(segment, name),
      key: stringOf(segment.units, segment.starts[name]!, segment.starts[name + 1]!),
      isLive: segment.notes[name]! >= 0,
    })),
  );
  return names.filter(({ isLive }) => isLive).sort((a, b) => a.order - b.order);
}

describe('the fuzzy stage', () => {
  it('finds the same fifty names as plain fuse.js, with the same scores, for 10,000 libraries and queries', () => {
    const random = seededRandom(freshSeed());
    let found = 0;
    for (let round = 0; round < 10_000; round += 1) {
      const letters = random.pick(alphabets);
      const index = new NameIndex();
      const notes = Array.from({ length: random.below(6) }, (_, place) => {
        const titles = Array.from({ length: random.below(40) }, () => word(random, letters, random.pick([4, 12, 50])));
        return noteOf(String(place), titles);
      });
      finish(index.update(notes, [], () => undefined));
      finish(index.update(notes.slice(0, random.below(3)), random.below(4) === 0 ? ['3'] : [], () => undefined));
      const query = searchKey(word(random, letters, random.pick([3, 8, 20, 40, 80]))).key;
      if (query === '') {
        continue;
      }
      const names = namesOf(index);
      const fuse = new Fuse(
        names.map(({ key }) => key),
        fuseOptions,
      );
      const expected = names.length === 0 ? [] : fuse.search(query, { limit: 50 });
      const rows = expected.map(({ refIndex, score }) => [names[refIndex]!.order, score]);
      const stage = new FuzzyStage(index);
      const message = `“${query}”, round ${round}, SEED=${random.seed}`;
      assert.deepEqual(
        stage.top(query, { limit: 50 }).map(({ order, score }) => [order, score]),
        rows,
        message,
      );
      const worst = random.below(5) / query.length;
      assert.deepEqual(
        stage.top(query, { limit: 50, worst, onName: () => undefined }).map(({ order, score }) => [order, score]),
        rows.filter(([, score]) => score! <= worst),
        message,
      );
      found += rows.length;
    }
    assert.ok(found > 10_000, 'most queries find something');
  }).timeout(120_000);

  it('is held to the threshold that plain fuse.js is compared with', () => {
    assert.deepEqual(fuseOptions, { threshold: 0.4, ignoreLocation: true, includeScore: true });
  });

  it('tells of every name that may be near', () => {
    const index = new NameIndex();
    finish(index.update([noteOf('a', ['Redis', 'Rides', 'Kafka', 'Rdeis'])], [], () => undefined));
    const told: string[] = [];
    new FuzzyStage(index).top('redis', {
      limit: 1,
      worst: 0.2,
      onName: (segment, name) => told.push(stringOf(segment.units, segment.starts[name]!, segment.starts[name + 1]!)),
    });
    assert.deepEqual(told, ['redis', 'rides', 'rdeis']);
  });
});
