import fc from 'fast-check';
import { oneOf } from './seededRandom.js';

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

const word = oneOf(words);
const text = fc
  .tuple(fc.array(word, { maxLength: 4 }), oneOf([' ', '', ' ']))
  .map(([parts, space]) => parts.join(space));
const long = fc.oneof(
  { weight: 199, arbitrary: fc.constant('') },
  word.map((part) => part.repeat(5000)),
);
const line = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(oneOf(starts), text, long).map((parts) => parts.join('')) },
  oneOf(lines),
);

/** Documents of pieces of Markdown that were never meant for each other. */
export const randomNote: fc.Arbitrary<string> = fc
  .record({
    front: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.tuple(oneOf(front))),
    lines: fc.array(line, { maxLength: 40 }),
    lineEnd: oneOf(['\n', '\n', '\n', '\r\n', '\r', '\n\r']),
    isClosed: fc.boolean(),
  })
  .map(
    (note) =>
      [...note.front, ...note.lines].join('\n').replaceAll('\n', note.lineEnd) + (note.isClosed ? note.lineEnd : ''),
  );
