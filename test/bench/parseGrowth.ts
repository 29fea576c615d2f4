// `npx tsx test/bench/parseGrowth.ts [LARGEST KB]`: how the time to parse a note grows with its length.
import { parseWithinBudget } from '../../src/core/note/budget.js';
import { parseMarkdown } from '../../src/core/note/markdown.js';
import { parseInPieces } from '../../src/core/note/pieces.js';

const largest = Number(process.argv[2] ?? 1000);
const sizes = [10, 30, 100, 300, 1000, 3000, 10_000].filter((size) => size <= largest);
/** The parser by itself takes minutes beyond. */
const largestWhole = 100;

const shapes: Readonly<Record<string, (index: number) => string>> = {
  'notes with lists': (index) =>
    `## Concept ${index}\n\nA *gist* of \`it\`, see [other](o.md).\n\n### 장점\n\n- 빠르다\n- simple to **use**\n\n### 단점\n\n- slow\n\n`,
  headings: (index) => `# Heading ${index}\n`,
  'tight list': (index) => `- item ${index} with *some* words\n`,
  'loose list': (index) => `- item ${index} with *some* words\n\n`,
  'numbered list, nested': (index) => `${index}. item\n   - pro\n   - con\n`,
  'task list': (index) => `- [ ] task ${index}\n`,
  'outline below one item': (index) => (index === 0 ? '- all\n' : `  - item ${index} with *some* words\n`),
  'short paragraphs': (index) => `Some words and *more* of them, ${index}.\n\n`,
  quotes: (index) => `> [!pros] ${index}\n> - fast\n\n`,
  'references and definitions': (index) =>
    `See [a${index}] and [^n${index}].\n\n[a${index}]: b\n\n[^n${index}]: note\n\n`,
  'code blocks': (index) => `\`\`\`js\nconst a = [${index}];\n\`\`\`\n\ntext\n\n`,
  'one table': (index) => (index === 0 ? '| a | b |\n|---|---|\n' : `| ${index} | *b* |\n`),
  'one block of code': (index) => (index === 0 ? '```\n' : `const a = [${index}];\n`),
};

function documentOf(line: (index: number) => string, kilobytes: number): string {
  const parts: string[] = [];
  for (let length = 0; length < kilobytes * 1000; length += parts.at(-1)?.length ?? 0) {
    parts.push(line(parts.length));
  }
  return parts.join('');
}

function milliseconds(run: () => void): number {
  // Time of the processor, so that what else the machine does hardly counts.
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The slope of a line through the logarithms: 1 is linear, 2 quadratic. */
function exponent(points: readonly (readonly [size: number, time: number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const mean = (of: readonly number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [x, y] = [mean(logs.map(([size]) => size)), mean(logs.map(([, time]) => time))];
  const covariance = mean(logs.map(([size, time]) => (size - x) * (time - y)));
  return covariance / mean(logs.map(([size]) => (size - x) ** 2));
}

function row(name: string, limit: number, parse: (text: string) => void, line: (index: number) => string): string {
  const measured = sizes
    .filter((size) => size <= limit)
    .map((size) => {
      const text = documentOf(line, size);
      return [size, milliseconds(() => parse(text))] as const;
    });
  const times = sizes.map((size) => (measured.find(([of]) => of === size)?.[1].toFixed(0) ?? '').padStart(8));
  return name.padEnd(40) + times.join('') + exponent(measured).toFixed(2).padStart(10);
}

// The first runs compile the parser.
for (let run = 0; run < 20; run += 1) {
  parseMarkdown(documentOf(shapes['notes with lists']!, 10));
}
console.log('ms'.padEnd(40) + sizes.map((size) => `${size} KB`.padStart(8)).join('') + 'exponent'.padStart(10));
for (const [name, line] of Object.entries(shapes)) {
  const inPieces = (text: string): void =>
    void parseWithinBudget(text, (within) => parseInPieces(within, parseMarkdown));
  console.log(row(name, Infinity, inPieces, line));
  console.log(row('  as a whole', largestWhole, (text) => void parseMarkdown(text), line));
}

const pathological: Readonly<Record<string, string>> = {
  '50,000 [': '['.repeat(50_000),
  '50,000 lines of [': '[\n'.repeat(50_000),
  '20,000 ![': '!['.repeat(20_000),
  '5,000 *a _b': '*a _b '.repeat(5_000),
  '10,000 >': '>'.repeat(10_000),
  '5,000 "- "': '- '.repeat(5_000),
  '5 MB on one line': 'abc *d* [e] '.repeat(420_000),
  '5 MB on one line of code': `\`\`\`\n${'abc *d* [e] '.repeat(420_000)}\n\`\`\`\n`,
  '5 MB of lines without a blank one': 'abc *d* [e] f\n'.repeat(360_000),
  '100,000 spaces': ' '.repeat(100_000),
  'a fence without an end': `\`\`\`\n${'# a\n\n'.repeat(20_000)}`,
  'backticks, ever more': Array.from({ length: 3_000 }, (_, index) => '`'.repeat(index % 300)).join(' '),
  'lines that look like rows': '|~~a [b](c) *d\n'.repeat(50_000),
  'lines that look like code': `- \`\`\`\n${'~~a [b](c) *d\n'.repeat(50_000)}`,
  'quotes in quotes, a level a line': Array.from({ length: 500 }, (_, index) => `${'>'.repeat(index)}a\n`).join(''),
};
console.log('\nms');
for (const [name, text] of Object.entries(pathological)) {
  let problems = 0;
  const time = milliseconds(() => {
    problems = parseWithinBudget(text, (within) => parseInPieces(within, parseMarkdown)).problems.length;
  });
  console.log(name.padEnd(40) + time.toFixed(0).padStart(8) + `  ${problems} problems`);
}
