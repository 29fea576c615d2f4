import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LabelReader } from '../../../src/core/note/label.js';
import { wordKey } from '../../../src/core/note/labelPhrase.js';
import { LabelSieve } from '../../../src/core/note/labelSieve.js';
import { labelWords, oppositeWords } from '../../../src/core/note/labelWords.js';
import { forRandom, oneOf, seed } from './seededRandom.js';

/** Words that a user may have for labels of their own. */
const own = { pros: ['좋은 것', '(x)', 's', 'ΟΔΟΣ', 'foo(bar)'], cons: ['İyi', 'x/y', '{-}', 'don’t'], example: ['z'] };
const words = [...Object.values(labelWords), ...Object.values(own), oppositeWords].flat();
const [reader, slowReader] = [true, false].map((isSifting) => new LabelReader(own, true, isSifting));
const sieve = new LabelSieve(words.map(wordKey));

/** What writers put around a label word `L`, its subject `S` and another word `M`. */
const forms = [
  ...[
    'L',
    'L:',
    '**L**',
    '✅L',
    ':+1: L',
    'a:x:L',
    '1. L',
    '①L',
    'a. L',
    '1.2L',
    '一、L',
    'Q1. L',
    '(L)',
    '“L”',
    '- L -',
  ],
  ...[
    'L들',
    'L들은',
    'L은 무엇인가?',
    'L에는 뭐가 있을까?',
    'L이 뭘까',
    'L으로는 어떤 것이',
    'L 정리',
    'L정리',
    'L ㅋㅋ',
    'Lㅋ',
    'L2',
    'L!',
  ],
  ...[
    'S의 L',
    'S의L',
    'S만의 L',
    'S의 주요L',
    'S의 대표적인L',
    'S的L',
    'S的主要L',
    'SのL',
    'Sの主なL',
    'S L',
    'the L',
    'xL',
    'Lx',
    '가L',
    'L가',
  ],
  ...[
    'L of S',
    'L у S',
    'L S',
    'L: S',
    'S: L',
    'L - S',
    'L (S)',
    'S (L)',
    'L(s)',
    'L(es)',
    'L(S)',
    'What are the L of S?',
    'L are',
  ],
  ...[
    'L/M',
    'L|M',
    'L (M)',
    'L과M',
    'L와 M',
    'L및M',
    'L이랑M',
    'L하고 M',
    'L和M',
    'Lと M',
    'L·M',
    'L、M',
    'L & M',
    'L und M',
    '✅L/✅M',
  ],
];

/** A word with a letter too many, too few or another, in other case, in parts, decomposed. */
const changed = fc
  .tuple(oneOf(words), fc.nat(99), oneOf(['', 'e', ' ', '.', 'XX', '\u00A0']), fc.nat(2), fc.nat(9))
  .map(([word, place, added, removed, change]) => {
    const at = place % (word.length + 1);
    const other = change < 3 ? word : word.slice(0, at) + added + word.slice(at + removed);
    return change === 1 ? other.toUpperCase() : change === 2 ? other.normalize('NFD') : other;
  });
const text = fc
  .tuple(oneOf(forms), changed, changed, oneOf(['Redis', 'A와 B', '캐시', 'the protocol', 'Ω']))
  .map(([form, word, another, subject]) =>
    form.replace(/[LMS]/gu, (letter) => (letter === 'L' ? word : letter === 'M' ? another : subject)),
  );

describe(`LabelSieve (SEED=${seed})`, () => {
  it('lets every label through', () => {
    let labels = 0;
    const check = (written: string): void => {
      const label = slowReader?.read(written);
      labels += Number(label !== undefined);
      assert.ok(!label || sieve.mayHoldWord(written), written);
      assert.deepEqual(reader?.read(written), label, written);
    };
    [...words, 'плюсов ( limitatiosn)', '장점 ( 단점)'].forEach(check);
    forRandom(text, 4000, check);
    forRandom(fc.tuple(text, oneOf(forms)), 1500, ([inner, form]) => check(form.replace('L', inner)));
    assert.ok(labels > 1500, `${labels} labels`);
  });

  it('holds back what has label words only as parts of others, or none', () => {
    for (const other of [
      'Consistency',
      'Process',
      'an example-free proxy',
      '예측',
      '비교적',
      '관점의 차이가',
      'Redis',
      '',
    ]) {
      const expected = other.includes('example');
      assert.equal(sieve.mayHoldWord(other), expected, other);
    }
  });

  it('knows no word but its own', () => {
    const few = new LabelSieve(['win']);
    assert.ok(few.mayHoldWord('A win for S'));
    assert.ok(!few.mayHoldWord('장점, Pros, winter'));
  });
});
