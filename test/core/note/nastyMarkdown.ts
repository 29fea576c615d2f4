import fc from 'fast-check';
import { oneOf } from './seededRandom.js';

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
const fronts = ['', '', '', '', '---\n', '---\na: b\n---\n', '--- \r\n\r\n---\r\n'];

/** A text of a list, or the place of one in the short list that a document makes its lines of. */
type Choice = string | number;

function choice(all: readonly string[]): fc.Arbitrary<Choice> {
  return fc.oneof({ weight: 3, arbitrary: fc.nat(99) }, { weight: 1, arbitrary: oneOf(all) });
}

function chosen(from: readonly string[], what: Choice): string {
  return typeof what === 'string' ? what : (from[what % from.length] ?? '');
}

/**
 * Documents of lines that are hard to read: containers, fences, HTML, definitions, in any order.
 *
 * @param lines How many lines at most.
 */
export function nastyMarkdown(lines = 24): fc.Arbitrary<string> {
  return fc
    .record({
      front: oneOf(fronts),
      // Few kinds of lines in one document, so that they meet.
      prefixes: fc.array(oneOf(prefixes), { minLength: 1, maxLength: 5 }),
      contents: fc.array(oneOf(contents), { minLength: 2, maxLength: 9 }),
      lines: fc.array(fc.tuple(choice(prefixes), choice(contents), oneOf(ends)), { minLength: 1, maxLength: lines }),
      end: oneOf(['', 'end']),
    })
    .map((written) => {
      const body = written.lines.map(
        ([prefix, content, end]) => chosen(written.prefixes, prefix) + chosen(written.contents, content) + end,
      );
      return written.front + body.join('') + written.end;
    });
}
