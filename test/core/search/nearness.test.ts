import assert from 'node:assert/strict';
import { EditDistance } from '../../../src/core/search/editDistance.js';
import { editCost, likelyEdits, mostPairsLost, Nearness } from '../../../src/core/search/nearness.js';
import { freshSeed, seededRandom } from './seededRandom.js';
import { stretchOf } from './keyStretch.js';

/** Edits from a query's key to a beginning of a text, and to all of it; more than four are five. */
function edits(query: string, text: string, most = 4): { toBeginning: number; toWhole: number } {
  const nearness = new Nearness(query, most);
  const units = Uint16Array.from(text, (_, place) => text.charCodeAt(place));
  const cost = nearness.to(units, 0, units.length);
  const edited = (cost: number): number => Math.min(cost / editCost, most + 1);
  return { toBeginning: edited(cost), toWhole: edited(nearness.whole) };
}

/** The same, cell by cell. */
function simpleEdits(query: string, text: string, most = 4): { toBeginning: number; toWhole: number } {
  const table: number[][] = Array.from({ length: query.length + 1 }, (_, row) => [row]);
  for (let column = 0; column <= text.length; column += 1) {
    table[0]![column] = column;
  }
  for (let row = 1; row <= query.length; row += 1) {
    for (let column = 1; column <= text.length; column += 1) {
      const [a, b] = [query[row - 1], text[column - 1]];
      const isSwap = row > 1 && column > 1 && a === text[column - 2] && b === query[row - 2];
      table[row]![column] = Math.min(
        table[row - 1]![column]! + 1,
        table[row]![column - 1]! + 1,
        table[row - 1]![column - 1]! + (a === b ? 0 : 1),
        isSwap ? table[row - 2]![column - 2]! + 1 : Infinity,
      );
    }
  }
  const last = table[query.length]!;
  return { toBeginning: Math.min(...last, most + 1), toWhole: Math.min(last.at(-1)!, most + 1) };
}

describe('how near a query is to a text', () => {
  const cases: readonly (readonly [query: string, text: string, edits: number])[] = [
    ['lambda', 'lambda', 0],
    ['lambda', 'lambda function', 0],
    ['labmda', 'lambda', 1],
    ['lamda', 'lambda', 1],
    ['lambbda', 'lambda', 1],
    ['lambxa', 'lambda', 1],
    ['almbda', 'lambda', 1],
    ['labmad', 'lambda', 2],
    ['ca', 'abc', 1],
    ['lambda', 'lam', 3],
    ['abc', '', 3],
    ['', 'abc', 0],
    ['', '', 0],
    ['xyz', 'abc', 3],
  ];
  for (const [query, text, expected] of cases) {
    it(`is ${expected} edits from “${query}” to a beginning of “${text}”`, () => {
      assert.equal(edits(query, text).toBeginning, expected);
    });
  }

  it('is what a whole table says, for random words', () => {
    const random = seededRandom(freshSeed());
    const word = (): string => Array.from({ length: random.below(9) }, () => random.pick(['a', 'b', 'c'])).join('');
    for (let round = 0; round < 5000; round += 1) {
      const [query, text, most] = [word(), word(), 1 + random.below(4)];
      const message = `${query} ${text} ${most}, SEED=${random.seed}`;
      assert.deepEqual(edits(query, text, most), simpleEdits(query, text, most), message);
    }
  });

  it('takes vowels that sound alike for half an edit', () => {
    const [wrong, right] = [stretchOf('케시'), stretchOf('캐시')];
    const key = String.fromCharCode(...wrong.units.subarray(0, wrong.end));
    assert.equal(new Nearness(key, 1).to(right.units, 0, right.end), editCost / 2);
  });

  it('allows for more edits in a longer query', () => {
    const edits = (isHangul: boolean) => [1, 4, 5, 6, 10, 12, 18, 100].map((length) => likelyEdits(length, isHangul));
    assert.deepEqual(edits(false), [1, 1, 1, 2, 2, 3, 4, 4]);
    assert.deepEqual(edits(true), [1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('bounds the pairs of letters that a near text may lack', () => {
    const random = seededRandom(freshSeed());
    const distance = new EditDistance(new Int32Array(1 << 16));
    const word = (letters: string, longest: number): string =>
      Array.from({ length: 2 + random.below(longest) }, () => random.pick(Array.from(letters))).join('');
    let near = 0;
    for (let round = 0; round < 50_000; round += 1) {
      const letters = random.pick(['ab', 'abc', 'ㄱㅐㅔ', 'ㄱㄴㅐㅔㅒㅖ']);
      const query = word(letters, 6);
      const text = word(letters, 8);
      const most = 1 + random.below(3);
      const units = Uint16Array.from(text, (_, place) => text.charCodeAt(place));
      distance.setPattern(query);
      const steps = distance.to(units, 0, units.length);
      if (new Nearness(query, most).to(units, 0, units.length) <= most * editCost) {
        const lost = new Set(pairsOf(query).filter((pair) => !text.includes(pair)));
        assert.ok(lost.size <= mostPairsLost(query, most, steps), `${query}, ${text}, SEED=${random.seed}`);
        if (most === 1) {
          const hasSwapped = swapped(query).some((key) => pairsOf(key).every((pair) => text.includes(pair)));
          const isFewLost = lost.size <= mostPairsLost(query, most, steps, false);
          assert.ok(hasSwapped || isFewLost, `${query}, ${text}, SEED=${random.seed}`);
        }
        near += 1;
      }
    }
    assert.ok(near > 1000, 'many are near');
  });
});

function pairsOf(key: string): string[] {
  return Array.from({ length: key.length - 1 }, (_, place) => key.slice(place, place + 2));
}

function swapped(key: string): string[] {
  return pairsOf(key).map(([a = '', b = ''], place) => key.slice(0, place) + b + a + key.slice(place + 2));
}
