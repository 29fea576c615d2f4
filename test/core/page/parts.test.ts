import assert from 'node:assert/strict';
import { linkTarget } from '../../../src/core/page/linkTarget.js';
import { splitTitle } from '../../../src/core/page/splitTitle.js';

describe('where a link leads', () => {
  const targets = {
    web: ['http://a.b', 'https://a.b/c?d#e', 'HTTPS://a.b', 'mailto:a@b.c', ' https://a.b'],
    note: ['./a.md', '../a b.md#c', 'a.md', '#c', '/a.md', '?x', '메모: 1.md', './a:b.md', '[[A]]', '100%', '[[a:b]]'],
    refused: [
      ...[
        'javascript:x',
        'JaVaScRiPt:x',
        ' javascript:x',
        '\u0001javascript:x',
        'java\nscript:x',
        'java\tscript:x',
        'java\u200Bscript:x',
      ],
      ...[
        'javascript%3Ax',
        'java%0Ascript:x',
        '%6Aavascript:x',
        '%2F%2Fevil',
        '\uFF4Aavascript:x',
        '\u202Ejavascript:x',
      ],
      ...[
        'vbscript:x',
        'data:text/html,x',
        'command:x',
        'vscode://x',
        'vscode-insiders:x',
        'file:///etc/passwd',
        'C:\\a',
        'blob:x',
      ],
      ...[
        '//evil.example',
        '\\\\evil\\share',
        '/\\evil',
        '\\/evil',
        ' //evil',
        '',
        ' ',
        '\u200B',
        'about:blank',
        'ftp://a',
        'x-y:z',
      ],
    ],
  };
  for (const [target, hrefs] of Object.entries(targets)) {
    it(`is ${target}`, () => {
      assert.deepEqual(
        hrefs.filter((href) => linkTarget(href) !== target),
        [],
      );
    });
  }
});

describe('the title of a page', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['AWS Lambda (functions only)', 'AWS Lambda', 'functions only'],
    ['데브옵스(DevOps)란?', '데브옵스란?', 'DevOps'],
    ['TDD(Test-driven development, 테스트 주도 개발)', 'TDD', 'Test-driven development, 테스트 주도 개발'],
    ['배열（Array）', '배열', 'Array'],
    ['f(x)', 'f(x)', ''],
    ['class(es)', 'class(es)', ''],
    ['(a)', '(a)', ''],
    ['a (b) c', 'a (b) c', ''],
    ['a (b) (c d)', 'a (b) (c d)', ''],
    ['a ( )', 'a ( )', ''],
    ['', '', ''],
  ];
  for (const [title, main, aside] of cases) {
    it(`cuts “${title}”`, () => {
      assert.deepEqual(splitTitle(title), { main, aside });
    });
  }
});
