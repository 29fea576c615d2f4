import fc from 'fast-check';
import { oneOf } from './seededRandom.js';

/** Words for pros and for cons by language. */
const sides = [
  ...['장점', '단점', '이점', '한계', 'Pros', 'Cons', 'Advantages', 'Disadvantages', 'Benefits', 'Drawbacks'],
  ...['メリット', 'デメリット', '优点', '缺点', '優點', '缺點', 'Плюсы', 'Минусы', 'Ventajas', 'Desventajas'],
  ...['Avantages', 'Inconvénients', 'Vorteile', 'Nachteile', 'Vantagens', 'Desvantagens', 'Vantaggi', 'Svantaggi'],
  ...['Ưu điểm', 'Nhược điểm', '장점', '단점', 'Pros', 'Cons'],
];
const otherLabels = [
  ...['장단점', '장점과 단점', 'Pros and Cons', 'Trade-offs', 'Vor- und Nachteile', '优缺点', 'メリット・デメリット'],
  ...['예시', 'Example', '정의', 'When to use', '주의', '참고', '비교', 'Definition', 'See also', '특징'],
];
const subjects = [
  ...[
    'Redis',
    'Redis',
    'GIL',
    '캐시(Cache)',
    'CI/CD',
    '멀티 스레드',
    'Queue',
    'TDD란?',
    '`Map`',
    'Q1. JWT란 무엇인가?',
  ],
  ...['HPC 하이 퍼포먼스', '1. 인덱스', '[[Kafka|카프카]]', '**gRPC**', 'consistency', 'constructor', '🚀'],
];
const sayings = [
  ...['빠르다', '느리다.', 'Simple to **use**', 'slow at first, then fast', '메모리를 많이 쓴다. 그래서 비싸다.'],
  ...['see [docs](d.md)', '`O(1)` time', '느리다: 디스크를 읽는다', '[[Redis|redis]]가 필요', '**비용** - 크다', '[r]'],
  ...['✅ cheap', '❌ hard to learn', '(장) 쉽다', '- nested', 'x', '', 'a<br>b', 'c &amp; d', '#tag', 'https://a.b/c'],
  ...['the price of all of this is that a wrapped line goes on and on for', 'ends here'],
];

/** How people write a label: `S` stands for a subject, `L` for the word. */
const labelForms = [
  ...['L', 'L', 'L', 'L:', '**L**', '**L**:', '**L:**', '*L*', '_L_', '✅ L', 'L 👍', '[L]', '1. L', '(1) L', 'L (S)'],
  ...[
    'S의 L',
    'L of S',
    'S L',
    'S: L',
    'L: S',
    'L - 왜 쓰는가',
    'L은 뭐가 있을까?',
    'What are the L of S?',
    'L들',
    'L/L',
  ],
  ...['S의 L은 다음과 같다.', 'S has these L:', '아래와 같은 L이 있다.', '`L`', '[L](#l)', '<b>L</b>', 'L L L'],
];

const saying = oneOf(sayings);
const subject = oneOf(subjects);
const label = fc
  .tuple(
    oneOf(labelForms),
    fc.oneof({ weight: 3, arbitrary: oneOf(sides) }, { weight: 1, arbitrary: oneOf(otherLabels) }),
    subject,
  )
  .map(([form, word, name]) => form.replaceAll('L', word).replace('S', name));
const words = fc.oneof({ weight: 2, arbitrary: saying }, { weight: 2, arbitrary: label }, subject);

const heading = fc
  .tuple(oneOf([2, 3, 3, 4, 1, 6]), fc.oneof(label, subject))
  .map(([level, text]) => [`${'#'.repeat(level)} ${text}`]);
const setext = fc.tuple(fc.oneof(label, subject), oneOf(['===', '---'])).map(([text, line]) => [text, line]);

/** An outline: its items go deeper and come back at will. */
function listOf(item: fc.Arbitrary<string>, bullets: readonly string[], deepest: number): fc.Arbitrary<string[]> {
  return fc
    .tuple(
      fc.array(fc.tuple(fc.nat(deepest), item, oneOf(bullets)), { minLength: 1, maxLength: 7 }),
      oneOf([2, 3, 4]),
      oneOf([false, false, true]),
    )
    .map(([items, width, isLoose]) =>
      items.flatMap(([depth, text, bullet]) => [' '.repeat(depth * width) + bullet + text, ...(isLoose ? [''] : [])]),
    );
}
const points = fc.oneof(
  listOf(saying, ['- '], 0),
  listOf(saying, ['- ', '+ ', '* '], 1),
  listOf(saying, ['1. ', '2. '], 0),
  listOf(saying, ['- [ ] ', '- [x] '], 0),
);
const outline = listOf(words, ['- ', '- ', '* '], 4);
const inline = fc
  .tuple(label, oneOf([': ', ' : ', ' - ', '： ']), saying)
  .map(([name, colon, text]) => name + colon + text);
const logseq = fc
  .tuple(
    listOf(
      fc.oneof(
        words,
        inline,
        label.map((text) => `## ${text}`),
      ),
      ['- '],
      4,
    ),
    oneOf(['id:: 6', 'collapsed:: true', 'alias:: a, b']),
  )
  .map(([lines, property]) => [...lines.slice(0, 1), `  ${property}`, ...lines.slice(1)]);

const line = fc.tuple(words, oneOf(['', '', '  ', '\\'])).map(([text, end]) => text + end);
const paragraph = fc.array(fc.oneof(line, inline), { minLength: 1, maxLength: 4 });
const announced = fc.tuple(label, oneOf([[], ['']]), points).map(([name, gap, list]) => [name, ...gap, ...list]);
const section = fc
  .tuple(oneOf(['## ', '### ', '#### ', '- ', '']), label, points)
  .map(([start, name, list]) => [start + name, ...(start === '- ' ? list.map((item) => `  ${item}`) : ['', ...list])]);

const cell = fc.oneof(
  words,
  fc.tuple(saying, saying).map((pair) => pair.join('<br>')),
  label,
);
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc
      .tuple(
        fc.array(fc.oneof(label, subject), { minLength: width, maxLength: width }),
        fc.array(fc.array(cell, { minLength: 1, maxLength: width + 1 }), { maxLength: 4 }),
      )
      .map(([header, rows]) => [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)),
  );
const callout = fc
  .tuple(
    oneOf(['pros', 'cons', 'success', 'fail', 'note', 'info']),
    oneOf(['', '-', '+']),
    fc.oneof(label, oneOf([''])),
    points,
  )
  .map(([type, fold, title, body]) => [`[!${type}]${fold} ${title}`, ...body].map((text) => `> ${text}`));
const details = fc
  .tuple(label, fc.oneof(points, table), oneOf(['</details>', '</details>', '']))
  .map(([name, body, end]) => [`<details><summary>${name}</summary>`, '', ...body, '', end]);
const code = fc.tuple(label, oneOf(['```', '```', '~~~', ''])).map(([text, end]) => ['```', `# ${text}`, '- x', end]);
const oddLines = oneOf([
  ...[['---'], ['***'], ['<!-- 장점: 빠르다 -->'], ['<!--', '## 장점', '- x', '-->'], ['[r]: u'], ['[^1]: note']],
  ...[['- [장점](#a)', '- [단점](#b)'], ['$$', 'x', '$$'], ['<div>'], ['[[Kafka]] #tag #한글/태그']],
]);

const block = fc.oneof(
  { weight: 4, arbitrary: heading },
  { weight: 4, arbitrary: section },
  { weight: 2, arbitrary: announced },
  { weight: 2, arbitrary: table },
  ...[setext, points, outline, logseq, paragraph, callout, details, code, oddLines],
);
const placedBlock = fc
  .tuple(block, oneOf(['', '', '', '', '', '', '> ', '  ', '    ', '- ']), oneOf([[''], [''], [''], []]))
  .map(([lines, prefix, gap]) => [
    ...lines.map((text, index) => (index > 0 && prefix === '- ' ? '  ' : prefix) + text),
    ...gap,
  ]);

const frontMatter = oneOf<readonly string[]>([
  ...[[], [], [], [], ['---', 'title: Redis', '---'], ['---', 'aliases: [a, b]', 'tags: x', '---'], ['---', '---']],
  ...[
    ['---', 'title: a: b', '---'],
    ['---', 'tags: [x', '---'],
    ['---', 'id: 1'],
    ['+++', 'title = "a"', '+++'],
  ],
]);

/** What files suffer: other line endings, decomposed Hangul, stray characters, a lost end. */
type Damage = (text: string) => string;
const strays = [
  '\uD800',
  '\uDC00',
  '\0',
  '\u001b',
  '\u202E',
  '\u200B',
  '\uFEFF',
  '\u00A0',
  '\u3000',
  '\u2028',
  '\t',
  '`',
  '<',
];
const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Damage>((text) => text) },
  oneOf(['\r\n', '\r']).map(
    (end): Damage =>
      (text) =>
        text.replaceAll('\n', end),
  ),
  fc.constant<Damage>((text) => text.normalize('NFD')),
  fc.array(fc.tuple(fc.nat(999), oneOf(strays)), { minLength: 1, maxLength: 5 }).map(
    (added): Damage =>
      (text) =>
        added.reduce((whole, [place, stray]) => insertedAt(whole, (place * whole.length) / 1000, stray), text),
  ),
  fc.nat(999).map(
    (place): Damage =>
      (text) =>
        text.slice(0, (place * text.length) / 1000),
  ),
);

function insertedAt(text: string, place: number, added: string): string {
  return text.slice(0, place) + added + text.slice(Math.floor(place));
}

/** Small notes as people write them: headings, labels in many languages, lists, tables, callouts, outlines. */
export const plainShapedNote: fc.Arbitrary<string> = fc
  .tuple(frontMatter, fc.array(placedBlock, { minLength: 1, maxLength: 7 }))
  .map(([front, blocks]) => [...front, ...blocks.flat(), ''].join('\n'));

/** The same, some of them damaged. */
export const shapedNote: fc.Arbitrary<string> = fc
  .tuple(plainShapedNote, damage)
  .map(([text, damaged]) => damaged(text));
