import assert from 'node:assert/strict';
import type { Nodes, Root } from 'mdast';
import { parseWithinBudget, type BudgetedTree } from '../../../src/core/note/budget.js';
import { parseMarkdown } from '../../../src/core/note/markdown.js';
import { parseInPieces } from '../../../src/core/note/pieces.js';
import { nastyMarkdown } from './nastyMarkdown.js';
import { forRandom } from './seededRandom.js';
import { finish, type Steps } from '../../../src/core/steps.js';

const parse = (text: string): BudgetedTree =>
  finish(parseWithinBudget(text, (within) => parseInPieces(within, parseMarkdown)));

function* readNothing(): Steps<Root> {
  yield;
  return { type: 'root', children: [] };
}

function allNodes(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(allNodes) : [])];
}

describe('parseWithinBudget', () => {
  it('leaves what is within it alone', function () {
    this.timeout(20_000);
    forRandom(nastyMarkdown(), 100, (text) => {
      assert.deepEqual(parse(text), { root: parseMarkdown(text), problems: [] });
    });
    const rows = `| a | b |\n|---|---|\n${'| [x](y) | *z* |\n'.repeat(3000)}\n`;
    const list = '- [ ] a [b](c)\n'.repeat(5000);
    const code = `\`\`\`\n${'a[b] = [c];\n'.repeat(3000)}\`\`\`\n`;
    assert.deepEqual(finish(parseWithinBudget(rows + list + code, readNothing)).problems, []);
  });

  it('shows a long line as it stands, in its place', () => {
    const long = '*a* [b] '.repeat(4000).trim();
    const text = `# h\n\n> - ${long}\n\n*x*\n`;
    const { root, problems } = parse(text);
    assert.deepEqual(
      problems.map(({ line }) => line),
      [3],
    );
    assert.deepEqual(
      root.children.map(({ type, position }) => [type, position?.start.line, position?.end.line]),
      [
        ['heading', 1, 1],
        ['blockquote', 3, 3],
        ['paragraph', 5, 5],
      ],
    );
    const found = allNodes(root).find((node) => node.type === 'text' && node.value === long);
    assert.deepEqual(found?.position, {
      start: { line: 3, column: 5, offset: 9 },
      end: { line: 3, column: 5 + long.length, offset: 9 + long.length },
    });
    const last = root.children.at(-1)?.position;
    assert.equal(text.slice(last?.start.offset, last?.end.offset), '*x*');
  });

  it('says nothing of a long line of code', () => {
    const long = 'x[0] '.repeat(8000);
    const { root, problems } = parse(`\`\`\`\n${long}\n\`\`\`\n\n# a\n`);
    assert.deepEqual(problems, []);
    const [code, heading] = root.children;
    assert.ok(code?.type === 'code' && code.value === long);
    assert.equal(heading?.position?.start.line, 5);
  });

  it('shows the rest of a long paragraph as it stands', () => {
    const text = `a\n\n${'*b* [\n'.repeat(1500)}\n# c\n`;
    const { root, problems } = parse(text);
    assert.deepEqual(
      problems.map(({ line }) => line),
      [1003],
    );
    const [, long, heading] = root.children;
    assert.equal(long?.position?.end.line, 1502);
    assert.deepEqual(heading?.position?.start, { line: 1504, column: 1, offset: text.indexOf('# c') });
  });

  const pathological: Readonly<Record<string, string>> = {
    brackets: '['.repeat(50_000),
    'brackets on lines of their own': '[\n'.repeat(50_000),
    images: '!['.repeat(20_000),
    emphasis: '*a _b '.repeat(5_000),
    quotes: '>'.repeat(10_000),
    lists: '- '.repeat(5_000),
    'a line of 5 MB': 'abc *d* [e] '.repeat(420_000),
    'private characters': `\uE000\uE0000\uE000 ${'a'.repeat(30_000)}`,
    nothing: `${' '.repeat(100_000)}\n`,
  };
  for (const [what, text] of Object.entries(pathological)) {
    it(`ends soon: ${what}`, function () {
      this.timeout(20_000);
      const { root } = parse(`# a\n\n${text}\n\n# b\n`);
      assert.equal(root.children.filter(({ type }) => type === 'heading').length, 2);
      const last = root.children.at(-1)?.position?.start;
      const line = text.split('\n').length + 4;
      assert.deepEqual(last, { line, column: 1, offset: text.length + 7 });
    });
  }
});
