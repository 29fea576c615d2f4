import assert from 'node:assert/strict';
import { builtInLabels } from '../../../src/core/note/label.js';

const labelRole = (text: string): string | undefined => {
  const label = builtInLabels.read(text);
  return label?.isExact ? label.role : undefined;
};

describe('a label', () => {
  const labels = {
    pros: [
      '장점',
      '장점들',
      '이점',
      '강점',
      '좋은 점',
      'Pro',
      'pros',
      'PROS',
      'Advantages',
      'Advantage(s)',
      'Benefits',
    ],
    cons: ['단점', '단점들', '약점', '나쁜 점', 'con', 'Cons', 'Disadvantages', 'Disadvantage(s)', 'Drawbacks'],
    example: ['예', '예시', '예제', '사용 예', 'ex', 'ex.', 'Ex)', 'e.g.', 'E.G', 'Example', 'examples', 'for example'],
  };
  for (const [role, words] of Object.entries(labels)) {
    it(`announces ${role} by any of its words`, () => {
      for (const word of words) {
        assert.equal(labelRole(word), role, word);
        assert.equal(labelRole(word.normalize('NFD')), role, `${word}, decomposed`);
      }
    });
  }

  it('may be numbered, adorned, in brackets, in two languages', () => {
    const pros = ['1. 장점', '2) Pros', '(3) 장점', '① 장점', 'a. Pros', 'Ⅰ 장점', '✅ 장점', '장점 👍', '👍장점👍'];
    pros.push(
      '장점:',
      'Pros :',
      '장점：',
      '<장점>',
      '[장점]',
      '(장점)',
      '【장점】',
      '“Pros”',
      '장점!!!',
      '- 장점 -',
      '장점...',
    );
    pros.push(
      '장점 1',
      'Pros2',
      '장점 (Pros)',
      'Pros(장점)',
      '장점/Pros',
      '장점 / Advantages',
      '  장  점  ',
      '장\u00A0점',
    );
    for (const heading of pros) {
      assert.equal(labelRole(heading), 'pros', heading);
    }
    assert.equal(labelRole('Example 2'), 'example');
  });

  it('is none where another word stands', () => {
    const others = [
      'Consistency',
      'Prose',
      'Pro tips',
      'Professional',
      'Convention',
      'Exception',
      'Explain',
      'Congestion',
    ];
    others.push(
      '예외',
      '예약',
      '예시 코드 서버',
      '장점이 없는 구조',
      '강점 분석',
      'Redis',
      'C',
      'CON 파일 이름',
      '장점 (단점)',
    );
    others.push('', ' ', '👍', '1.', '()', 'prosthetics', 'Example app', 'constructor', '__proto__', 'toString');
    for (const heading of others) {
      assert.equal(labelRole(heading), undefined, heading);
    }
  });

  it('is no text, however long', () => {
    assert.equal(labelRole(`${'!'.repeat(200_000)}x`), undefined);
    assert.equal(labelRole('장점 '.repeat(50_000)), undefined);
  });
});
