import assert from 'node:assert/strict';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

const typescript = "const a = '<b>'; // first\n\n  a < 2 && b;";

/** Notes of one concept each, with blocks of code. */
function note(title: string, ...blocks: readonly (readonly [language: string, code: string])[]): string {
  const fences = blocks.map(([language, code]) => `\`\`\`${language}\n${code}\n\`\`\`\n`);
  return `# ${title}\n\nSome.\n\n${fences.join('\n')}`;
}

/** Code as it is in study notes, for the pictures. */
const gallery = note(
  'Gallery',
  [
    'tsx',
    `import { useState } from 'react';

/** Counts how often it was pressed. */
export function Counter<T extends number>({ start = 0, label }: Props<T>): JSX.Element {
  const [count, setCount] = useState<number>(start);
  return <button className="counter" onClick={() => setCount(count + 1)}>{label}: {count} times</button>;
}`,
  ],
  [
    'python',
    `@dataclass
class Account:
    """한 사람의 계좌."""
    owner: str
    balance: int = 0

    def deposit(self, amount: int) -> None:
        if amount <= 0:
            raise ValueError(f"wrong amount: {amount}")  # nothing happens
        self.balance += amount`,
  ],
  ['yaml', 'services:\n  web:\n    image: "nginx:1.27"  # pinned\n    replicas: 3\n    restart: true'],
  ['bash', 'docker build -t "$NAME" . && kubectl apply -f app.yaml # deploys'],
  ['sql', "SELECT name, COUNT(*) FROM users WHERE age > 20 AND city = '서울' GROUP BY name;"],
  ['css', '.card:hover {\n  color: #fff;\n  margin: 0 auto;\n}'],
  ['diff', '@@ -1,2 +1,2 @@\n-const a = 1;\n+const a = 2;\n let b;'],
);

describe('Code on the page', () => {
  let workbench: Workbench;
  let notes: NotesFolder;
  const code = (language: string) => workbench.webview().locator(`pre > code.language-${language}`);
  const script = () => workbench.webview().locator('script[src*="/code.js"]');
  const open = async (title: string): Promise<void> => {
    await workbench.page.locator('.pane-body .monaco-list-row', { hasText: title }).click();
    await workbench.webview().locator('h1', { hasText: title }).waitFor();
  };

  beforeEach(() => {
    notes = notesFolder({
      'notes/code.md': note('Code', ['ts', typescript], ['nonsense', 'const a = 1;'], ['', 'const b = 2;']),
      'notes/plain.md': note('Plain', ['', 'const a = 1;']),
      'notes/gallery.md': gallery,
    });
  });

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('has the colours of its language, if that is known, and is copied as it stands in the note', async () => {
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.openView();
    await open('Plain');
    assert.equal(await script().count(), 0, 'nothing is loaded for code without a language');
    await open('Code');
    await code('ts').locator('.token-keyword', { hasText: 'const' }).waitFor();
    assert.equal(await script().count(), 1);
    const spans = workbench.webview().locator('pre span');
    const texts = ['token-keyword const', "token-string '<b>'", 'token-comment // first', 'token-number 2'];
    assert.deepEqual(
      await spans.evaluateAll((all) => all.map((span) => `${span.classList.item(0) ?? ''} ${span.textContent}`)),
      texts,
      'all colours are in the code whose language is known',
    );
    const colours = await spans.evaluateAll((all) => all.map((span) => getComputedStyle(span).color));
    const plain = await code('nonsense').evaluate((element) => getComputedStyle(element).color);
    assert.equal(new Set([...colours, plain]).size, texts.length + 1);
    assert.equal(await code('ts').textContent(), `${typescript}\n`);
    await code('ts').hover();
    await workbench.webview().locator('button.copy').first().click();
    await becomes(() => workbench.page.evaluate(() => navigator.clipboard.readText()), typescript);
  });

  it('has the right colours after it was changed, and keeps those of what did not change', async () => {
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.openView();
    await open('Code');
    const keyword = code('ts').locator('.token-keyword');
    await keyword.evaluate((span) => span.setAttribute('title', 'the same'));
    notes.write('notes/code.md', note('Code', ['ts', typescript], ['json', '{ "a": 1 }']));
    await code('json').locator('.token-number', { hasText: '1' }).waitFor();
    assert.equal(await keyword.getAttribute('title'), 'the same');
    notes.write('notes/code.md', note('Code', ['ts', 'let a = 1;\n\nreturn a;'], ['json', '{ "a": 1 }']));
    await becomes(() => keyword.allTextContents(), ['let', 'return']);
    notes.write('notes/code.md', note('Code', ['python', 'let a = 1;\n\nreturn a;'], ['json', '{ "a": 1 }']));
    await becomes(() => code('python').locator('.token-keyword').allTextContents(), ['return']);
    assert.equal(await code('json').locator('.token-number').count(), 1);
  });

  it('follows the theme', async () => {
    workbench = await openWorkbench({ folder: notes.folder, height: 1250 });
    await workbench.openView();
    await open('Gallery');
    await code('diff').locator('.token-inserted').waitFor();
    const colour = (): Promise<string> =>
      code('sql')
        .locator('.token-keyword')
        .first()
        .evaluate((span) => getComputedStyle(span).color);
    const seen = new Set<string>();
    for (const theme of ['light', 'dark', 'hc-dark', 'hc-light'] as const) {
      const before = [...seen].at(-1);
      await workbench.setTheme(theme);
      await becomes(async () => (await colour()) !== before, true);
      seen.add(await colour());
      await workbench.screenshot(`code-${theme}`);
    }
    assert.ok(seen.size >= 3);
  });
});
