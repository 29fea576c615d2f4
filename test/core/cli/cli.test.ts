import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** One line that the command printed. */
type Line = Record<string, unknown>;

describe('the command line', function () {
  // Each call starts a process, and some tests make many.
  this.timeout(60_000);

  let folder = '';

  before(function () {
    this.timeout(120_000);
    execFileSync(process.execPath, ['esbuild.mjs', '--cli', '--if-stale', '--quiet'], { cwd: root });
    folder = mkdtempSync(path.join(tmpdir(), 'yojeom-cli-'));
    const files: Record<string, string> = {
      'notes/b.md':
        '---\ntitle: B\naliases: [bee]\n---\n\n# Bravo (브라보)\n\nThe gist.\n\n## Pros\n\n- fast\n- cheap\n\n## Cons\n\nold  \nslow\n\n## Sub\n',
      'notes/a.markdown': '# Alpha\n',
      'notes/deep/er/c.MD': '# Charlie\r\n\r\ntext\r\n',
      'notes/deep/empty.md': '',
      'notes/broken.md': '---\ntitle: a: b\n---\n\n# Delta\n',
      'notes/skipped.txt': '# No\n',
      'notes/.hidden/h.md': '# No\n',
      'notes/node_modules/n.md': '# No\n',
      'torn/a.md': '---\ntitle: a: b\n---\n# A\n\n## 장점\n\n## B\n\n[x](gone.md) [y](../notes/b.md) [[Nothing]]\n',
      'void/a.md': '# A\n\n[x](gone.md)\n',
      'plain.txt': '# Echo\n',
      'queries.txt': '\uFEFFbravo\r\n\r\nblpha\r\nno such thing\r\n',
      'none.txt': '',
    };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function run(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
    return runAt({ cwd: folder }, ...args);
  }

  function runAt(
    where: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
    ...args: readonly string[]
  ): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [path.join(root, 'dist/cli.cjs'), ...args], { ...where, encoding: 'utf8' });
  }

  /** The JSON lines of a command that succeeds without a word on stderr. */
  function lines(...args: readonly string[]): Line[] {
    const { status, stdout, stderr } = run(...args);
    assert.deepEqual([status, stderr], [0, '']);
    assert.ok(stdout === '' || stdout.endsWith('\n'));
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  }

  /** A command that fails says so in one line and prints nothing else. */
  function fails(reason: RegExp, ...args: readonly string[]): void {
    const { status, stdout, stderr } = run(...args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /^yojeom: [^\n]+\.\n$/u);
    assert.match(stderr, reason);
  }

  describe('outline', () => {
    it('prints a note as its contract says, to the letter', () => {
      const expected = {
        path: 'notes/b.md',
        title: 'B',
        topics: ['notes'],
        concepts: [
          {
            id: 'notes/b.md#bravo-브라보',
            title: 'Bravo (브라보)',
            aliases: ['B', 'bee', 'Bravo', '브라보'],
            line: 6,
            level: 1,
            parent: null,
            gist: 'The gist.',
            pros: [
              { line: 12, text: 'fast' },
              { line: 13, text: 'cheap' },
            ],
            cons: [
              { line: 17, text: 'old' },
              { line: 18, text: 'slow' },
            ],
            question: '',
            derived: [],
            tags: [],
            backlinks: [],
          },
          {
            id: 'notes/b.md#bravo-브라보/sub',
            title: 'Sub',
            aliases: [],
            line: 20,
            level: 2,
            parent: 'notes/b.md#bravo-브라보',
            gist: '',
            pros: [],
            cons: [],
            question: '',
            derived: [],
            tags: [],
            backlinks: [],
          },
        ],
        problems: [],
        tags: [],
        links: [],
      };
      assert.equal(run('outline', 'notes/b.md').stdout, `${JSON.stringify(expected)}\n`);
    });

    it('reads a folder and what is below it in order, without hidden folders and node_modules', () => {
      const found = lines('outline', 'notes').map(({ path: file, topics }) => [file, topics]);
      assert.deepEqual(found, [
        ['notes/a.markdown', ['notes']],
        ['notes/b.md', ['notes']],
        ['notes/broken.md', ['notes']],
        ['notes/deep/empty.md', ['deep']],
        ['notes/deep/er/c.MD', ['deep/er']],
      ]);
    });

    it('reads files and folders in the order given, files of any name', () => {
      const found = lines('outline', 'plain.txt', 'notes/deep', 'notes/a.markdown').map(({ path: file }) => file);
      assert.deepEqual(found, ['plain.txt', 'notes/deep/empty.md', 'notes/deep/er/c.MD', 'notes/a.markdown']);
    });

    it('prints problems with their line and an English sentence', () => {
      const [broken, empty] = lines('outline', 'notes/broken.md', 'notes/deep/empty.md');
      const reason = 'bad indentation of a mapping entry';
      assert.deepEqual(broken?.['problems'], [
        { line: 2, message: `This front matter is not valid YAML: ${reason}. What could be read is used.` },
      ]);
      assert.deepEqual(
        (empty?.['problems'] as Line[]).map(({ line }) => line),
        [1],
      );
    });

    it('names the topic of a note by its folder, also where the path does not show it', () => {
      assert.deepEqual(lines('outline', './notes/deep/er/c.MD')[0]?.['topics'], ['er']);
      assert.deepEqual(lines('outline', '.')[0]?.['topics'], ['notes']);
      assert.deepEqual(lines('outline', 'plain.txt')[0]?.['topics'], [path.basename(folder)]);
    });

    it('reads more notes than files can be open', () => {
      const many = path.join(folder, 'many');
      mkdirSync(many);
      for (let index = 0; index < 1500; index += 1) {
        writeFileSync(path.join(many, `${index}.md`), `# N${index}\n`);
      }
      assert.equal(lines('outline', 'many').length, 1500);
    }).timeout(60_000);

    it('ends without a word when its reader does', async () => {
      const child = spawn(process.execPath, [path.join(root, 'dist/cli.cjs'), 'outline', 'notes'], { cwd: folder });
      child.stdout.destroy();
      let stderr = '';
      child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
      const code = await new Promise((resolve) => child.on('close', resolve));
      assert.deepEqual([code, stderr], [0, '']);
    });
  });

  describe('check', () => {
    it('says nothing of notes that are well, and ends with 0', () => {
      const { stdout, status } = run('check', 'notes/b.md');
      assert.deepEqual([stdout, status], ['', 0]);
    });

    it('prints each problem with its file and line, and ends with 1', () => {
      const { stdout, status } = run('check', 'torn');
      assert.equal(status, 1);
      assert.deepEqual(stdout.trimEnd().split('\n'), [
        'torn/a.md:2: This front matter is not valid YAML: bad indentation of a mapping entry. What could be read is used.',
        'torn/a.md:6: “장점” has no points. Write one on a line below it, or take it out.',
        'torn/a.md:10: The link “[[Nothing]]” leads to no note. Correct it, or write the note.',
        'torn/a.md:10: The link “gone.md” leads to no note. Correct it, or write the note.',
      ]);
    });

    it('prints one JSON object a line where it is told', () => {
      const { stdout, status } = run('check', '--json', 'void/a.md');
      const message = 'The link “gone.md” leads to no note. Correct it, or write the note.';
      assert.equal(stdout, `${JSON.stringify({ path: 'void/a.md', line: 3, message })}\n`);
      assert.equal(status, 1);
    });
  });

  describe('search', () => {
    it('prints a query, its time and its results as its contract says', () => {
      const [line, ...rest] = lines('search', 'notes', '--query', 'bee');
      assert.deepEqual(rest, []);
      assert.deepEqual(Object.keys(line!), ['query', 'ms', 'results']);
      assert.equal(line!['query'], 'bee');
      assert.equal(typeof line!['ms'], 'number');
      const [first] = line!['results'] as Line[];
      assert.deepEqual(Object.keys(first!), ['id', 'title', 'path', 'line', 'score', 'field']);
      const { score, ...found } = first!;
      assert.equal(score, 0);
      const id = 'notes/b.md#bravo-브라보';
      assert.deepEqual(found, { id, title: 'Bravo (브라보)', path: 'notes/b.md', line: 6, field: 'alias' });
    });

    it('answers every line of a file in order, empty lines too', () => {
      const found = lines('search', 'notes', '--queries', 'queries.txt');
      const firsts = found.map(({ query, results }) => [query, (results as Line[])[0]?.['title']]);
      assert.deepEqual(firsts, [
        ['bravo', 'Bravo (브라보)'],
        ['', undefined],
        ['blpha', 'Alpha'],
        ['no such thing', undefined],
      ]);
    });

    it('answers nothing where the file of queries is empty, and one empty query with an empty list', () => {
      assert.deepEqual(lines('search', 'notes', '--queries', 'none.txt'), []);
      assert.deepEqual(lines('search', 'notes', '--query', '')[0]?.['results'], []);
    });

    it('gives at most as many results as it is told', () => {
      const count = (...args: readonly string[]): number =>
        (lines('search', 'notes', '--query', 'a', ...args)[0]!['results'] as Line[]).length;
      assert.ok(count() > 1);
      assert.equal(count('--limit', '1'), 1);
      assert.equal(count('--limit=2'), 2);
    });

    it('takes a query that starts with a dash behind an equals sign', () => {
      assert.deepEqual(lines('search', 'notes', '--query=-bravo')[0]?.['query'], '-bravo');
    });
  });

  it('takes relative paths from where npm was called, and prints them as they were given', () => {
    const called = { INIT_CWD: path.join(folder, 'notes'), npm_lifecycle_event: 'yojeom' };
    const atNpm = { cwd: root, env: { ...process.env, ...called } };
    assert.match(runAt(atNpm, 'outline', 'deep/er').stdout, /^\{"path":"deep\/er\/c\.MD","title":"Charlie"/u);
    const { stdout } = runAt(atNpm, 'search', '.', '--queries', '../queries.txt');
    assert.match(stdout, /^\{"query":"bravo",[^\n]*"path":"b\.md"/u);
    const byAnother = { cwd: folder, env: { ...atNpm.env, npm_lifecycle_event: 'test:core' } };
    assert.match(runAt(byAnother, 'outline', 'plain.txt').stdout, /^\{"path":"plain\.txt"/u);
  });

  it('helps', () => {
    for (const option of ['--help', '-h', 'help']) {
      const { status, stdout, stderr } = run(option);
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, /outline PATH/u);
      assert.match(stdout, /--queries FILE/u);
    }
  });

  it('refuses a command line that it cannot carry out, and says what to do', () => {
    fails(/--help/u);
    fails(/no command “list”/u, 'list');
    fails(/at least one path/u, 'outline');
    fails(/at least one path/u, 'search', '--query', 'a');
    fails(/'--limit'/u, 'outline', 'notes', '--limit', '3');
    fails(/--query TEXT or --queries FILE/u, 'search', 'notes');
    fails(/--query TEXT or --queries FILE/u, 'search', 'notes', '--query', 'a', '--queries', 'queries.txt');
    fails(/--limit takes a whole number/u, 'search', 'notes', '--query', 'a', '--limit', '0');
    fails(/--limit takes a whole number/u, 'search', 'notes', '--query', 'a', '--limit', '2.5');
    fails(/--limit/u, 'search', 'notes', '--query', 'a', '--limit', '-1');
    fails(/'--query/u, 'search', 'notes', '--query');
    fails(/“nope\.txt” cannot be read/u, 'search', 'notes', '--queries', 'nope.txt');
    fails(/'--bad'/u, 'outline', 'notes', '--bad');
  }).timeout(20_000);

  it('refuses a path that is missing, and prints nothing of the others', () => {
    fails(/nope: no such file or folder\. Give the path of/u, 'outline', 'notes', 'nope');
    fails(/nope\.md: no such file or folder/u, 'search', 'nope.md', '--query', 'a');
  });

  it('refuses a file that it may not read', function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) {
      this.skip();
    }
    const file = path.join(folder, 'secret.md');
    writeFileSync(file, '# Secret\n');
    chmodSync(file, 0o000);
    fails(/secret\.md: no permission/u, 'outline', 'secret.md');
  });
}).timeout(10_000);
