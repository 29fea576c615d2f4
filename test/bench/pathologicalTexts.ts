/** Texts that nobody would write, made when asked for: each must be read in bounded time. */
export const pathologicalTexts: Readonly<Record<string, () => string>> = {
  '50,000 [': () => '['.repeat(50_000),
  '50,000 lines of [': () => '[\n'.repeat(50_000),
  '20,000 ![': () => '!['.repeat(20_000),
  '5,000 *a _b': () => '*a _b '.repeat(5_000),
  '10,000 >': () => '>'.repeat(10_000),
  '10,000 lines, a quote deeper each': () =>
    Array.from({ length: 2_000 }, (_, index) => `${'>'.repeat(index)}a\n`).join(''),
  '5,000 "- "': () => '- '.repeat(5_000),
  '2,000 list levels, a line each': () =>
    Array.from({ length: 2_000 }, (_, level) => `${' '.repeat(level * 2)}- a\n`).join(''),
  '5 MB on one line': () => 'abc *d* [e] '.repeat(420_000),
  '5 MB on one line of code': () => `\`\`\`\n${'abc *d* [e] '.repeat(420_000)}\n\`\`\`\n`,
  '5 MB of lines without a blank one': () => 'abc *d* [e] f\n'.repeat(360_000),
  '5 MB of binary': () => String.fromCharCode(...bytes(1)).repeat(50),
  '5 MB of <': () => '<'.repeat(5_000_000),
  '5 MB of lines of <': () => '<\n'.repeat(2_500_000),
  '5 MB of <a': () => '<a '.repeat(1_700_000),
  '1,000,000 `': () => '`'.repeat(1_000_000),
  '1,000,000 of `*_': () => '`*_'.repeat(333_333),
  '1,000,000 of **_': () => '**_ '.repeat(250_000),
  'backticks, ever more': () => Array.from({ length: 3_000 }, (_, index) => '`'.repeat(index % 300)).join(' '),
  '100,000 spaces': () => ' '.repeat(100_000),
  'a fence without an end': () => `\`\`\`\n${'# a\n\n'.repeat(20_000)}`,
  '20,000 fences without an end': () => '- ```\n'.repeat(20_000),
  'lines that look like rows': () => '|~~a [b](c) *d\n'.repeat(50_000),
  'lines that look like code': () => `- \`\`\`\n${'~~a [b](c) *d\n'.repeat(50_000)}`,
  'a table of 100,000 columns': () =>
    `${'|a'.repeat(100_000)}|\n${'|-'.repeat(100_000)}|\n${'|장점'.repeat(100_000)}|\n`,
  'a wide table of short rows': () =>
    `|a${'|장점'.repeat(3_000)}|\n${'|-'.repeat(3_001)}|\n${'|x|y|\n'.repeat(20_000)}`,
  '100,000 empty headings': () => '#\n'.repeat(100_000),
  '100,000 items in a label': () => `# 장점\n\n${'- a\n'.repeat(100_000)}`,
  '100,000 paragraphs in an item': () => `# 장점\n\n- a\n${'\n  b\n'.repeat(20_000)}`,
  'labels for both, 12 deep': () =>
    Array.from({ length: 300 }, (_, index) => `${'  '.repeat(index % 14)}- 장단점\n`).join(''),
  'details without an end': () => '<details><summary>장점</summary>\n\n'.repeat(20_000),
  'details that say nothing': () => `${'<details><summary>장단점</summary>\n\n'.repeat(3_000)}</details>\n`,
  'front matter of 5 MB': () => `---\n${'a: b\n'.repeat(1_000_000)}---\n# a\n`,
  'front matter of 5 MB on one line': () => `---\na: ${'b '.repeat(2_500_000)}\n---\n# a\n`,
  'front matter, 100,000 [ deep': () => `---\na: ${'['.repeat(100_000)}\n---\n# a\n`,
  'front matter, 5,000 levels': () =>
    `---\n${Array.from({ length: 1_000 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')}---\n# a\n`,
  'front matter that multiplies': () =>
    `---\na0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`).join('')}tags: *a40\n---\n# a\n`,
  'front matter, broken 50,000 times': () => `---\n${'a: b: c\n'.repeat(50_000)}---\n# a\n`,
  'definitions that look alike': () =>
    `${Array.from({ length: 8_192 }, (_, bits) => `[a${spaces(bits)}b]: u\n\n`).join('')}${'[a>b]\n\n# x\n\n'.repeat(2_000)}`,
  ...Object.fromEntries(
    Object.entries(hostileLabels()).map(([name, text]) => [
      `labels: ${name}`,
      (): string =>
        [
          `# ${text}`,
          '',
          text,
          '',
          `- ${text}`,
          `  - ${text}`,
          '',
          `| ${text} | 장점 |`,
          '|-|-|',
          `| ${text} | x |`,
          '',
          '',
        ]
          .join('\n')
          .repeat(100),
    ]),
  ),
};

/** Bytes that look random, as text. */
function bytes(seed: number): number[] {
  let state = seed;
  return Array.from({ length: 100_000 }, () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24);
}

/** Thirteen places, each a space or an angle. */
function spaces(bits: number): string {
  return Array.from({ length: 13 }, (_, place) => (bits & (1 << place) ? '>c' : ' c')).join('');
}

/** Words of labels with what could keep a pattern busy, each about as long as what is still looked at. */
function hostileLabels(): Readonly<Record<string, string>> {
  const made: Record<string, string> = {};
  for (const filler of [
    ' ',
    ': ',
    '(',
    ')',
    '[',
    '(a)',
    '- ',
    '1.',
    '의',
    '사용 ',
    'the ',
    '을 ',
    'of ',
    '점',
    '/',
    '!',
    'a ',
    '들은',
  ]) {
    for (const length of [95, 190, 295, 395, 4000]) {
      const run = filler.repeat(Math.ceil(length / filler.length)).slice(0, length);
      made[`“${filler}” ${length}`] = `장점${run}x${run}장점`;
    }
  }
  return made;
}
