import assert from 'node:assert/strict';
import type { Note } from '../../../src/core/note/model.js';
import { ConceptSearch } from '../../../src/core/search/conceptSearch.js';
import { NameIndex } from '../../../src/core/search/nameIndex.js';
import { finish } from '../../../src/core/steps.js';
import { emptyHistory, record } from '../../../src/core/search/searchHistory.js';
import { freshSeed, seededRandom, type SeededRandom } from './seededRandom.js';
import { conceptOf, noteOf } from './libraryOf.js';

const words = [
  'Redis',
  'Kafka',
  '컨테이너',
  '큐',
  'load',
  'Balancer',
  'as',
  'Code',
  '캐시',
  'Lambda',
  '람다',
  'k8s',
  'Kubernetes',
];
const queries = [
  'redis',
  'rdeis',
  'ㅋㅌ',
  '컨텡',
  'lac',
  'kafka 큐',
  'zjsxp',
  '캐시를',
  '#T1 redis',
  'lambda -kafka',
  'load',
  'k8s',
  'x',
];

function randomNote(random: SeededRandom, uri: string): Note {
  const phrase = (): string => Array.from({ length: 1 + random.below(3) }, () => random.pick(words)).join(' ');
  const concepts = Array.from({ length: random.below(4) }, (_, place) =>
    conceptOf(`${uri}#${place}`, phrase(), { aliases: random.below(2) === 0 ? [phrase()] : [], gist: phrase() }),
  );
  return { ...noteOf(uri, []), topics: [`T${random.below(2)}`], concepts };
}

function largeNote(random: SeededRandom, uri: string, count: number): Note {
  const concepts = Array.from({ length: count }, (_, place) =>
    conceptOf(`${uri}#${place}`, `${random.pick(words)} ${random.pick(words)} ${place}`, { gist: random.pick(words) }),
  );
  return { ...noteOf(uri, []), concepts };
}

describe('a search whose notes change', () => {
  it('finds what a fresh one finds, after any changes', () => {
    const random = seededRandom(freshSeed());
    for (let round = 0; round < 150; round += 1) {
      const notes = new Map<string, Note>();
      const search = new ConceptSearch();
      let history = emptyHistory;
      for (let step = 0; step < 12; step += 1) {
        const put = Array.from({ length: random.below(5) }, () => randomNote(random, `n${random.below(30)}`));
        const remove = Array.from({ length: random.below(3) }, () => `n${random.below(30)}`);
        remove.forEach((uri) => notes.delete(uri));
        put.forEach((note) => notes.set(note.uri, note));
        search.update(put, remove);
        history = record(history, `n${random.below(30)}#0`, step);
        const query = random.pick(queries);
        const limit = random.pick([3, 50]);
        const fresh = new ConceptSearch([...notes.values()].reverse());
        const message = `“${query}”, SEED=${random.seed}`;
        assert.deepEqual(search.search(query, limit, history), fresh.search(query, limit, history), message);
        assert.deepEqual(search.completions('#', 9), fresh.completions('#', 9), message);
      }
    }
  }).timeout(60_000);

  it('can be searched while a large note is taken in, and is right afterwards', () => {
    const random = seededRandom(freshSeed());
    let searches = 0;
    for (let round = 0; round < 12; round += 1) {
      const notes = new Map<string, Note>();
      const search = new ConceptSearch();
      for (let change = 0; change < 6; change += 1) {
        const uri = `n${random.below(4)}`;
        const note = largeNote(random, uri, random.below(300));
        const gone = random.below(3) === 0 ? [`n${random.below(4)}`] : [];
        gone.forEach((one) => notes.delete(one));
        notes.set(uri, note);
        const begun = search.steps(random.pick(queries), 5);
        const update = search.updateInSteps([note], gone);
        while (update.next().done !== true) {
          searches += 1;
          begun.next();
          search.search(random.pick(queries), 5);
        }
        const query = random.pick(queries);
        const fresh = new ConceptSearch([...notes.values()]);
        assert.deepEqual(search.search(query, 50), fresh.search(query, 50), `“${query}”, SEED=${random.seed}`);
      }
    }
    assert.ok(searches > 50, `${searches} searches`);
  }).timeout(60_000);

  it('begins anew where notes change between two steps', () => {
    const search = new ConceptSearch([noteOf('a', ['Redis'])]);
    const steps = search.steps('redis', 5);
    steps.next();
    search.update([noteOf('b', ['Redis cluster'])], ['a']);
    const last = [...steps].at(-1);
    assert.deepEqual(
      last?.map(({ concept }) => concept.title),
      ['Redis cluster'],
    );
  });

  it('looks at no more names than there are, however often one note changes', () => {
    const index = new NameIndex();
    const update = (put: readonly Note[], remove: readonly string[]): void =>
      finish(index.update(put, remove, () => undefined));
    update(
      Array.from({ length: 50 }, (_, place) => noteOf(`n${place}`, ['Redis', 'Kafka'])),
      [],
    );
    const held = (): number => index.segments.reduce((sum, { count }) => sum + count, 0);
    const before = held();
    for (let round = 0; round < 1000; round += 1) {
      update([noteOf(`n${round % 50}`, ['Redis', 'Kafka'])], []);
    }
    assert.ok(held() <= 2 * before + 2, `${held()} names are held for ${before}`);
    update(
      [],
      Array.from({ length: 50 }, (_, place) => `n${place}`),
    );
    assert.equal(held(), 0);
  });

  it('takes a large library in steps, more of them the larger it is', () => {
    const titles = (count: number): string[] =>
      Array.from({ length: count }, (_, place) => `Concept number ${place} of many`);
    const stepsOf = (notes: number): number => {
      const search = new ConceptSearch(Array.from({ length: notes }, (_, place) => noteOf(`n${place}`, titles(200))));
      return [...search.steps('zqzq', 50)].length;
    };
    const [small, large] = [stepsOf(10), stepsOf(100)];
    assert.ok(large >= 4 * small, `${small} steps for 2,000 concepts, ${large} for 20,000`);
    const oneNote = new ConceptSearch([noteOf('n', titles(20_000))]);
    assert.ok([...oneNote.steps('zqzq', 50)].length >= 4 * small, 'one large note is no single step');
  }).timeout(20_000);

  it('yields the same list again while it finds nothing new', () => {
    const notes = Array.from({ length: 100 }, (_, place) =>
      noteOf(
        `n${place}`,
        Array.from({ length: 200 }, (_, of) => `Concept ${of}`),
      ),
    );
    const lists = [...new ConceptSearch(notes).steps('concpet', 50)];
    assert.ok(new Set(lists).size <= 3, `${new Set(lists).size} lists`);
  }).timeout(20_000);
});
