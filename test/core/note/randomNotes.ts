import type { SeededRandom } from './seededRandom.js';

const words = [
  ...[
    'Redis',
    'CI/CD',
    '컨테이너',
    '장점',
    '단점',
    'Pros',
    'Cons',
    '예시',
    'ex.',
    'TDD란?',
    '큐(Queue)',
    '1. A',
    '✅',
    '🚀',
  ],
  ...[
    '컨테이너'.normalize('NFD'),
    '장점'.normalize('NFD'),
    '\uD800',
    '\uDC00x',
    '\0',
    '\u001b',
    '\u202E',
    '\u00A0',
    '\u3000',
    '﻿',
  ],
  ...[
    '**b**',
    '*i',
    '`c`',
    '``',
    '[l](u)',
    '[r]',
    '![a](b)',
    '[^1]',
    '<b>',
    '</b>',
    '<br>',
    '&amp;',
    '\\',
    '|',
    '~~s~~',
    'https://a.b',
  ],
  ...['constructor', '__proto__', '()', '(a', 'b)', '#', '##', '-', 'a - b', '\t', '  ', ''],
];
const starts = [
  ...['# ', '## ', '### ', '#### ', '###### ', '#', '####### ', '   # ', '    # ', '\t# '],
  ...[
    '- ',
    '* ',
    '+ ',
    '1. ',
    '3) ',
    '- [ ] ',
    '- [x] ',
    '  - ',
    '    - ',
    '- # ',
    '- - ',
    '> ',
    '>> ',
    '> - ',
    '> # ',
  ],
  ...['', '', '', '', '  ', '    ', '\t', '| ', '[r]: ', '[^1]: ', '<!-- ', '--> ', '<div> ', '</div> '],
];
const lines = [
  ...[
    '',
    '',
    '',
    '---',
    '===',
    '***',
    '```',
    '~~~',
    '````js',
    '-',
    '|a|b|',
    '|-|-|',
    '<!--',
    '-->',
    '<details>',
    '</details>',
    '$$',
  ],
  ...[
    '# 장점',
    '## 장점',
    '#### Pros',
    '## 단점',
    '### Cons',
    '## Example',
    '#',
    '# ',
    '[r]: https://a.b',
    '[^1]: note',
    'x  ',
    'x\\',
  ],
];
const front = [
  ...[
    '',
    '---',
    '---\ntitle: T\n---',
    '---\ntitle: a: b\ntags: [x\n---',
    '---\naliases: [a, b]\ncategories:\n  - c\n---',
    '\uFEFF---\n---',
  ],
  ...['---\ntags: *a\n---', '---\n\n# A\n\n---', '---\ntitle: open', '---\n- a\n---', '\uFEFF'],
];

/**
 * Writes a document of pieces of Markdown that were never meant for each other.
 *
 * @param random Makes the choices.
 */
export function randomNote(random: SeededRandom): string {
  const written = random.below(3) === 0 ? [random.pick(front)] : [];
  for (let count = random.below(40); count > 0; count -= 1) {
    written.push(random.below(3) === 0 ? random.pick(lines) : randomLine(random));
  }
  const end = random.pick(['\n', '\n', '\n', '\r\n', '\r', '\n\r']);
  return written.join('\n').replaceAll('\n', end) + (random.below(2) === 0 ? end : '');
}

function randomLine(random: SeededRandom): string {
  const text = Array.from({ length: random.below(5) }, () => random.pick(words)).join(random.pick([' ', '', ' ']));
  const long = random.below(200) === 0 ? random.pick(words).repeat(5000) : '';
  return random.pick(starts) + text + long;
}
