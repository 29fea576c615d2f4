import assert from 'node:assert/strict';
import { renderConcept } from '../../../src/core/page/renderConcept.js';
import { readMarkup } from './markupReader.js';
import { context, elementOf, firstPage, noteTree, pageOf, readOnlyPage } from './page.js';
import { unsafeParts } from './pageSafety.js';

const lambda = [
  ...['---', 'categories: [DevOps, cloud]', 'title: 요점 노트', '---', '# 서버리스', '', '서버 없이.', ''],
  ...[
    '## AWS Lambda (서버 없이 함수만 / FaaS)',
    '',
    '이벤트가 **일어날** 때 `코드`를 실행한다.',
    '',
    'Some *more*.',
    '',
  ],
  ...['### 장점:', '- **비용 절감** - 쓴 만큼', '- 탄력성', '', '### 단점', '콜드 _스타트_  ', '한도가 있다', ''],
  ...[
    '### 예시',
    '',
    '```ts',
    'a < b;',
    '```',
    '',
    '### 콜드 스타트',
    '',
    '지연.',
    '',
    '#### Cons',
    '- 느리다',
    '- 길다',
    '',
  ],
  ...['## WSGI & co', ''],
];

describe('the page of a concept', () => {
  const tree = noteTree(...lambda);
  const page = pageOf(tree, 'AWS Lambda (서버 없이 함수만 / FaaS)');
  const text = readMarkup(page).text;

  it('is nothing for a concept that is not in the note', () => {
    assert.equal(renderConcept(tree, 'file:///a.md#none', context), undefined);
  });

  it('has its parts in the order of reading', () => {
    const starts = [
      '<nav class="path"',
      '<h1>',
      '<ul class="chips',
      'class="gist',
      'class="sides"',
      'class="part other"',
    ];
    const places = [...starts, 'class="part example"', 'class="cards"', '<footer>'].map((start) => page.indexOf(start));
    assert.ok(!places.includes(-1), String(places));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.deepEqual(unsafeParts(page), []);
  });

  it('says where it stands: topic, note, parents', () => {
    const path = elementOf(page, '<nav class="path"');
    assert.equal(readMarkup(path).text, 'DevOps요점 노트서버리스');
    assert.match(path, /data-action="topic" data-topic="DevOps"/u);
    assert.match(path, /data-action="source" data-id="[^"]+" data-line="1"[^>]*>요점 노트</u);
    assert.match(path, /data-action="concept" data-id="file:\/\/\/a\.md#서버리스"/u);
  });

  it('does not say a note’s only heading twice', () => {
    assert.equal(readMarkup(elementOf(firstPage('# A', 'x'), '<nav class="path"')).text, 'Folder');
    assert.equal(readMarkup(elementOf(pageOf(noteTree('# A', '## B'), 'B'), '<nav class="path"')).text, 'FolderA');
  });

  it('shows the title with its bracket set apart, and every other name and topic', () => {
    assert.match(page, /<h1>AWS Lambda <small>서버 없이 함수만 \/ FaaS<\/small><\/h1>/u);
    for (const concept of tree.note.concepts) {
      const shown = readMarkup(pageOf(tree, concept.title)).text.toLowerCase();
      const missing = [...concept.aliases, ...tree.note.topics].filter((name) => !shown.includes(name.toLowerCase()));
      assert.deepEqual(missing, []);
    }
    assert.match(elementOf(page, '<ul class="chips topics"'), /data-topic="cloud"[^>]*>#cloud</u);
    const named = firstPage('---', 'aliases: [Lam <b>, 람다]', '---', '# AWS Lambda');
    assert.equal(readMarkup(elementOf(named, '<ul class="chips names"')).text, 'Lam <b>람다');
  });

  it('renders the gist with its Markdown', () => {
    assert.match(
      page,
      /<div class="gist text" dir="auto"><p>이벤트가 <strong>일어날<\/strong> 때 <code>코드<\/code>를/u,
    );
  });

  it('keeps what a gist announces beside it', () => {
    const html = firstPage('# A', 'These:', '- one', '', 'after', '## Pros', '- p');
    assert.match(elementOf(html, '<div class="gist'), /These:[^]*<li>one<\/li>/u);
    assert.ok(
      html.indexOf('one') < html.indexOf('class="sides"') && html.indexOf('after') > html.indexOf('class="sides"'),
    );
  });

  it('shows pros and cons side by side with word, icon and count', () => {
    const [pros, cons] = [elementOf(page, '<section class="side pros"'), elementOf(page, '<section class="side cons"')];
    assert.match(
      pros,
      /aria-label="장점"><h2><svg class="icon"[^]*<span class="word">장점<\/span><span class="count">2</u,
    );
    assert.match(pros, /<strong>비용 절감<\/strong> - 쓴 만큼/u);
    assert.match(pros, /data-action="source" data-id="[^"]+" data-line="16"/u);
    assert.match(cons, /<span class="word">단점<\/span><span class="count">2</u);
    assert.equal(cons.match(/<li /gu)?.length, 2);
    assert.match(cons, /콜드 <em>스타트<\/em><\/div>[^]*data-line="20"[^]*한도가 있다<\/div>[^]*data-line="21"/u);
  });

  it('has one card where one side is empty, none where both are', () => {
    const one = firstPage('# A', '## Pros', '- p', '## Cons', '');
    assert.ok(one.includes('class="side pros"') && !one.includes('class="side cons"'));
    assert.ok(!firstPage('# A', 'x').includes('sides'));
  });

  it('loses nothing of a section of pros: blocks beside the points, pictures, tasks, later labels', () => {
    const html = elementOf(
      firstPage(
        ...[
          '# A',
          '## Pros',
          'Before.',
          '- p1',
          '- ![](./a.png)',
          '- [x] p2',
          '',
          '|t|',
          '|-|',
          '|c|',
          '',
          '## Benefits',
          '• b1',
          '• b2',
        ],
      ),
      '<section class="side pros"',
    );
    assert.match(html, /<span class="count">4</u);
    const order = ['Before.', 'p1', 'images.example/a.png', 'p2', '<td>c', '<h3>Benefits', '>b1', '>b2'];
    assert.deepEqual(
      order.map((part) => html.indexOf(part)).filter((place, i, all) => place < 0 || place < (all[i - 1] ?? 0)),
      [],
    );
    assert.match(
      html,
      /<input type="checkbox" checked aria-label="p2" data-action="task" data-line="6" data-key="task 6">/u,
    );
  });

  it('titles sections by their label, and shows code as code', () => {
    const example = elementOf(page, '<section class="part example"');
    assert.match(example, /<h2>예시<\/h2><button[^]*<pre><code class="language-ts">a &#x3C; b;\n<\/code><\/pre>/u);
  });

  it('shows sub-concepts as cards with gist and counts', () => {
    const cards = elementOf(page, '<ul class="cards"');
    assert.match(cards, /data-action="concept"[^>]*><h3>콜드 스타트<\/h3><span class="about">지연\.<\/span>/u);
    assert.equal(readMarkup(elementOf(cards, '<span class="counts"')).text, '－2 Cons: 2');
  });

  it('ends with its source and its neighbours in the note', () => {
    const footer = elementOf(page, '<footer>');
    assert.match(footer, /data-action="source" data-id="[^"]+" data-line="9"[^]*<span>notes\/a\.md : 9<\/span>/u);
    assert.match(footer, /class="previous"[^>]*aria-label="Previous concept: 서버리스"/u);
    assert.match(footer, /class="next"[^>]*aria-label="Next concept: 콜드 스타트"/u);
    assert.ok(text.includes('notes/a.md : 9'));
  });

  it('says so where nothing is written', () => {
    assert.match(pageOf(tree, 'WSGI & co'), /class="nothing"[^]*data-action="source"[^]*Open the note/u);
    assert.ok(!page.includes('class="nothing"'));
  });

  it('leaves the note’s syntax as it was', () => {
    const fresh = noteTree('# A', 'x <kbd>y</kbd> [[z]]', '- [ ] t', '[^1]', '', '[^1]: <b>f</b>');
    const before = JSON.stringify(fresh.root);
    pageOf(fresh, 'A');
    assert.equal(JSON.stringify(fresh.root), before);
  });
});

describe('Markdown on a page', () => {
  it('follows references to definitions anywhere in the note', () => {
    const html = firstPage(
      '# A',
      '[x][one] ![p][two] [^n]',
      '# B',
      '[one]: https://a.example "T"',
      '> [two]: ./p.png',
      '',
      '[^n]: Foot **note**.',
    );
    assert.match(
      html,
      /<a href="https:\/\/a\.example" data-action="link" data-href="https:\/\/a\.example" title="T">x<\/a>/u,
    );
    assert.match(html, /<img src="https:\/\/images\.example\/p\.png" alt="p">/u);
    assert.match(html, /<a href="#note-fn-n" id="note-fnref-n"/u);
    assert.match(
      html,
      /<h2 id="footnote-label">Footnotes<\/h2>[^]*<li id="note-fn-n">[^]*Foot <strong>note<\/strong>/u,
    );
    assert.match(html, /aria-label="Back to reference 1"/u);
    assert.deepEqual(unsafeParts(html), []);
  });

  it('numbers footnotes through the page, in reading order', () => {
    const html = firstPage('# A', 'g[^a]', '', 'more[^c]', '## Pros', '- p[^b]', '', '[^a]: a', '[^b]: b', '[^c]: c');
    const numbers = [...html.matchAll(/id="note-fnref-([a-c])"[^>]*>(\d)</gu)].map(
      ([, id, number]) => `${id ?? ''}${number ?? ''}`,
    );
    assert.deepEqual(numbers, ['a1', 'b2', 'c3']);
  });

  it('hands links to the script as the note wrote them', () => {
    const html = firstPage(
      '# A',
      '[a](<./다른 노트.md#b>) [[위키|글]] ![[그림.png]] <a@b.example> www.c.example [](./empty.md)',
    );
    const links = readMarkup(elementOf(html, '<div class="gist')).tags.filter(({ name }) => name === 'a');
    assert.deepEqual(
      links.map(({ attributes }) => [attributes.get('href'), attributes.get('data-href')]),
      [
        ['#', './다른 노트.md#b'],
        ['#', '[[위키]]'],
        ['#', '[[그림.png]]'],
        ['mailto:a@b.example', 'mailto:a@b.example'],
        ['http://www.c.example', 'http://www.c.example'],
        ['#', './empty.md'],
      ],
    );
    assert.equal(
      readMarkup(elementOf(html, '<div class="gist')).text,
      'a 글 그림.png a@b.example www.c.example ./empty.md',
    );
  });

  it('shows an image’s words where the image may not be shown', () => {
    const html = firstPage(
      '# A',
      '![Plan](no/plan.png) ![](no/x.png) ![](data:image/png;base64,AAAA) ![m](mailto:a) ![h](//h/x.png)',
    );
    assert.match(html, /<span class="no-image" title="no\/plan\.png">Plan<\/span>/u);
    assert.equal(readMarkup(elementOf(html, '<div class="gist')).text, 'Plan no/x.png Image m h');
  });

  it('keeps tables, their alignment, and lets them scroll', () => {
    const html = firstPage('# A', 'x', '', '|a|b|', '|:-:|-:|', '|1|2|');
    assert.match(html, /<div class="scroll"><table>[^]*<th align="center">a<\/th>[^]*<td align="right">2<\/td>/u);
  });

  it('names the checkboxes of tasks and knows their lines', () => {
    const html = firstPage('# A', 'x', '', '- [ ] do *it*', '- [x] done');
    assert.deepEqual(html.match(/<input [^>]*>/gu), [
      '<input type="checkbox" aria-label="do it" data-action="task" data-line="4" data-key="task 4">',
      '<input type="checkbox" checked aria-label="done" data-action="task" data-line="5" data-key="task 5">',
    ]);
  });

  it('has checkboxes that cannot be ticked where the note cannot be written', () => {
    const html = readOnlyPage('# A', 'x', '', '- [ ] do it', '', '## Pros', '- [x] done');
    assert.deepEqual(html.match(/<input [^>]*>/gu), [
      '<input type="checkbox" checked aria-label="done" disabled>',
      '<input type="checkbox" aria-label="do it" disabled>',
    ]);
  });

  it('puts a note’s own headings below the page’s', () => {
    assert.match(firstPage('# A', 'x', '', '> # quoted'), /<h3>quoted<\/h3>/u);
  });

  it('takes raw HTML that only says how text looks', () => {
    const gistOf = (line: string): string =>
      /<p>(.*)<\/p>/su.exec(elementOf(firstPage('# A', line), '<div class="gist'))?.[1] ?? '';
    assert.equal(gistOf('a<br>b<br/>c'), 'a<br>\nb<br>\nc');
    assert.equal(gistOf('press <kbd>Ctrl</kbd>+<KBD >K</KBD >'), 'press <kbd>Ctrl</kbd>+<kbd>K</kbd>');
    assert.equal(gistOf('x <b>bold <i>both</i></b>'), 'x <b>bold <i>both</i></b>');
    assert.equal(gistOf('x <!-- secret --> y<!---->'), 'x  y');
    assert.equal(gistOf('x <b>open'), 'x &#x3C;b>open');
    assert.equal(gistOf('x close</b>'), 'x close&#x3C;/b>');
    assert.equal(gistOf('x <b>a <i>b</b> c</i>'), 'x <b>a &#x3C;i>b</b> c&#x3C;/i>');
    assert.equal(gistOf('x <b>a *b</b>*'), 'x &#x3C;b>a <em>b&#x3C;/b></em>');
    assert.equal(gistOf('x <b class="c">a</b>'), 'x &#x3C;b class="c">a&#x3C;/b>');
    assert.equal(gistOf('x <sub>2</sub> <mark>m</mark>'), 'x <sub>2</sub> <mark>m</mark>');
  });

  it('shows other raw HTML as text', () => {
    const html = firstPage(
      '# A',
      'x',
      '',
      '<div onclick="alert(1)">',
      '<!-- gone -->',
      'kept</div>',
      '',
      '<!-- all gone -->',
      '',
      '<br>',
    );
    assert.match(html, /<pre><code>&#x3C;div onclick="alert\(1\)">\n\nkept&#x3C;\/div>\n<\/code><\/pre><\/div>/u);
    assert.ok(!html.includes('gone'));
  });

  it('stands what is nested absurdly deep, and long lists, in reasonable time', () => {
    const started = Date.now();
    for (const lines of [
      ['x', '', `${'> '.repeat(400)}deep`],
      ['x', '', ...Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- item`)],
      [`${'<b>'.repeat(2000)}x${'</b>'.repeat(2000)}`],
      [`${'**a '.repeat(500)}${'b** '.repeat(500)}`],
      ['## Pros', ...Array.from({ length: 1000 }, (_, index) => `line ${String(index)}`)],
    ]) {
      const html = firstPage('# A', ...lines);
      assert.deepEqual(unsafeParts(html), []);
    }
    assert.ok(Date.now() - started < 15_000);
  }).timeout(30_000);
});
