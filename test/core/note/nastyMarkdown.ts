import type { SeededRandom } from './seededRandom.js';

const prefixes = [
  ...['', '', '', '', '', '', ' ', '  ', '   ', '    ', '     ', '\t', ' \t', '      '],
  ...[
    '> ',
    '>',
    '> > ',
    '- ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2. ',
    '10) ',
    '-',
    '-   ',
    '-\t',
    '1.\t',
    '-      ',
    '  - ',
    '   - ',
  ],
  ...['- - ', '> - ', '- > ', '1. - ', ' - ', '    - ', '- [ ] ', '- [x] ', '[^1]: ', '[^a]: - ', '  2. ', '  > '],
];
const contents = [
  ...[
    '',
    '',
    '',
    '',
    'text',
    'text',
    'a *b* _c',
    '한국어',
    '# H',
    '## H ##',
    '#',
    '#x',
    '####### x',
    '***',
    '---',
    '- - -',
    '===',
  ],
  ...[
    '-',
    '=',
    '```',
    '```',
    '```js',
    '~~~',
    '~~~~',
    '````',
    '``` a`b',
    '<div>',
    '</div>',
    '<!-- c',
    '-->',
    '<!-- c -->',
    '<!-->',
  ],
  ...[
    '<pre>',
    '</pre>',
    '<script>',
    '</script>',
    '<?php',
    '?>',
    '<!X',
    '<![CDATA[',
    ']]>',
    ']]]>',
    '<b>',
    '<b> x',
    '<br>',
    '</i>',
    '<x a="b"',
  ],
  ...[
    '[r]: u',
    '[r]: u "t"',
    '[s]:',
    '[R]: v',
    '[long',
    'label]: u',
    '[long label]',
    '[r]',
    '[r][s]',
    '![r]',
    '[S][]',
    '[x](y)',
    '[^1]',
    '[^a]',
  ],
  ...[
    '[^1 x]: u',
    '![^1]',
    '[\\]]: e',
    '[\\]]',
    '[a`b]: q',
    '[a`b]',
    '| a | b |',
    '|-|-|',
    ':-',
    'a|b',
    '-|-',
    '| c | [r] |',
    'https://a.b/c',
    'a@b.c',
  ],
  ...[
    '~~s~~',
    '`c',
    '``',
    '"t"',
    "'t",
    '(t)',
    '\\',
    'x  ',
    '\0',
    '\uFEFF',
    '\uFEFFx',
    '&amp;',
    '**b',
    '- [ ] t',
    '[ẞ]',
    '[SS]: u',
    '[>q]: u',
    '[>q]',
  ],
  ...['a: b', '[l\\', 'www.a.b', '<https://a.b>', '<a', 'b>', '\u00A0', '\f', '2. x', '1) x', '* y', '+ z', '- q'],
];
const ends = ['\n', '\n', '\n', '\n', '\n', '\n', '\r\n', '\r', '\n\n', '\n\n', '\n \n', '\n\n\n'];

/**
 * A document of lines that are hard to read: containers, fences, HTML, definitions, in any order.
 *
 * @param random Where the choices come from.
 * @param lines How many lines at most.
 */
export function nastyMarkdown(random: SeededRandom, lines = 16): string {
  // Few kinds of lines in one document, so that they meet.
  const own = Array.from({ length: 2 + random.below(8) }, () => random.pick(contents));
  const ownPrefixes = Array.from({ length: 1 + random.below(5) }, () => random.pick(prefixes));
  const front = random.pick(['', '', '', '', '---\n', '---\na: b\n---\n', '--- \r\n\r\n---\r\n']);
  return (
    front +
    Array.from({ length: 1 + random.below(lines) }, () => {
      const prefix = random.below(4) === 0 ? random.pick(prefixes) : random.pick(ownPrefixes);
      const content = random.below(4) === 0 ? random.pick(contents) : random.pick(own);
      return prefix + content + random.pick(ends);
    }).join('') +
    random.pick(['', 'end'])
  );
}
