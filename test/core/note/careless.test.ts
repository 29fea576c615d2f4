import assert from 'node:assert/strict';
import { blankObsidianComments } from '../../../src/core/note/obsidianComments.js';
import { misspeltWord } from '../../../src/core/note/misspelling.js';
import { isPlainSection } from '../../../src/core/note/plainSections.js';
import { fenceTemplateCode } from '../../../src/core/note/templateCode.js';
import { takeTomlFrontMatter } from '../../../src/core/note/tomlFrontMatter.js';
import { noteOf, noteOfLines } from './readNoteOf.js';

/** A note's points as `title +line text` or `title -line text`. */
function points(...lines: readonly string[]): string[] {
  return noteOfLines(...lines).concepts.flatMap(({ title, pros, cons }) => [
    ...pros.map(({ line, text }) => `${title} +${line} ${text}`),
    ...cons.map(({ line, text }) => `${title} -${line} ${text}`),
  ]);
}

describe('front matter in TOML', () => {
  const lines = [
    '+++',
    'title = "T: a"',
    'tags = [\'b\', "c"]',
    'categories = [',
    '  "d",',
    ']',
    '[extra]',
    'x = 1',
    '+++',
    '# A',
  ];

  it('says what it says in YAML, and every line stays where it is', () => {
    const note = noteOfLines(...lines);
    assert.deepEqual([note.title, note.topics, note.tags, note.problems], ['T: a', ['d'], ['b', 'c'], []]);
    assert.equal(note.concepts[0]?.line, 10);
  });

  it('is read below a table as Zola writes it, and with any line ending', () => {
    assert.deepEqual(noteOf('+++\r\n[taxonomies]\r\ntags = ["a"]\r\n+++\r\n# B\r\n').tags, ['a']);
  });

  it('is a problem on its line where it is broken, and text where nothing closes it', () => {
    assert.deepEqual(
      noteOfLines('+++', 'tags = ["a"]', 'x = "b', '+++', '# A').problems.map(({ line }) => line),
      [3],
    );
    assert.equal(takeTomlFrontMatter('+++\ntitle = "a"\n# A\n'), undefined);
    assert.match(noteOfLines('+++', 'title = "a"', '# A').problems[0]?.message ?? '', /\+\+\+/u);
    assert.equal(takeTomlFrontMatter('# A\n+++\n+++\n'), undefined);
  });
});

describe('properties of Logseq', () => {
  it('name a page and are no text of it', () => {
    const note = noteOfLines(
      'title:: Kafka',
      'alias:: 카프카, [[Apache Kafka]]',
      'tags:: 메시지',
      '',
      '- 장점',
      '  - 빠르다',
    );
    const [concept] = note.concepts;
    assert.deepEqual([note.title, note.tags, concept?.gist], ['Kafka', ['메시지'], '']);
    assert.deepEqual(concept?.aliases, ['카프카', 'Apache Kafka']);
  });

  it('are no points and shift no lines', () => {
    assert.deepEqual(
      points('# A', '- 장점', '  collapsed:: true', '  - 빠르다', '    id:: 64f', '    정말로', '  - 싸다'),
      ['A +4 빠르다 정말로', 'A +7 싸다'],
    );
  });

  it('are only what Logseq writes', () => {
    assert.deepEqual(points('# A', '## 장점', '- std::vector is fast', '- a:: b'), [
      'A +3 std::vector is fast',
      'A +4 a:: b',
    ]);
  });
});

describe('code of blog templates', () => {
  it('is code, with every character in its place', () => {
    const text = 'a\n{% highlight ruby linenos %}\n# pros: b\n{% endhighlight %}\nc\n';
    const fenced = fenceTemplateCode(text);
    assert.equal(fenced.length, text.length);
    assert.deepEqual(
      fenced.split('\n').map((line) => line.trimEnd()),
      ['a', '````ruby', '# pros: b', '````', 'c', ''],
    );
    assert.equal(fenceTemplateCode('{{< highlight go >}}\r\nx\r\n{{< /highlight >}}\r\n').trim().slice(0, 6), '````go');
  });

  it('is left alone without an end', () => {
    const text = '{% highlight ruby %}\n# a\n';
    assert.equal(fenceTemplateCode(text), text);
  });
});

describe('comments of Obsidian', () => {
  it('are not read, with every line in its place', () => {
    assert.deepEqual(points('# A', '%%', '장점', '- x', '%%', '', '%% 단점: y %%', '', '## 장점', '- z %% w %%'), [
      'A +10 z',
    ]);
  });

  it('are none in code, and none without an end', () => {
    for (const text of ['```\n%%\na\n%%\n```\n', '%%time\nx\n', '%%\na\n']) {
      assert.equal(blankObsidianComments(text), text);
    }
  });
});

describe('labels glued to lists', () => {
  it('part the list, also behind a nested item', () => {
    const lines = ['# A', '**장점**', '- a', '- b', '    - c', '**단점**', '- d', 'CONS', '- e'];
    assert.deepEqual(points(...lines), ['A +3 a', 'A +4 b', 'A -7 d', 'A -9 e']);
  });

  it('are text of their item where they are indented, or no labels', () => {
    assert.deepEqual(points('# A', '## 장점', '- a', '  단점', '- b', 'c', '- d'), [
      'A +3 a 단점',
      'A +5 b c',
      'A +7 d',
    ]);
  });

  it('announce the next list where items are not indented enough', () => {
    assert.deepEqual(points('# A', '1. 장점', '  - a', '2. 단점', '  - b'), ['A +3 a', 'A -5 b']);
  });

  it('end where a container does', () => {
    assert.deepEqual(points('# A', '::: tip 장점', '- a', '- b', ':::', '', 'c'), ['A +3 a', 'A +4 b']);
  });
});

describe('folded parts', () => {
  it('are titled by their summary, unless that only asks to open them', () => {
    const folded = (summary: string): string[] =>
      points('# A', '<details>', `<summary>${summary}</summary>`, '', '**장점**', '', '- x', '', '</details>');
    assert.deepEqual(folded('<b>정규화란 무엇인가요?</b>'), ['정규화 +7 x']);
    assert.deepEqual(folded('답변 보기'), ['A +7 x']);
    assert.deepEqual(folded('Click to expand'), ['A +7 x']);
  });
});

describe('words with two meanings', () => {
  it('are cons only opposite of pros', () => {
    assert.deepEqual(points('# A', '## Benefits', '- a', '## Risks', '- b'), ['A +3 a', 'A -5 b']);
    assert.deepEqual(points('# A', '## Goals', '- a', '## Risks', '- b'), []);
    assert.deepEqual(points('# A', 'Benefits:', '', '- a', '', 'Risks:', '', '- b'), ['A +4 a', 'A -8 b']);
    assert.deepEqual(points('# A', '## Benefits', '- a', '## Known issues', '- b'), ['A +3 a']);
  });

  it('are plans, names and functions where they stand so', () => {
    assert.deepEqual(points('# A', '## Pro', '- a', '## Free', '- b'), []);
    assert.deepEqual(points('# A', '## Pro', '- a', '## Contra', '- b'), ['A +3 a', 'A -5 b']);
    assert.deepEqual(points('# A', '## cons', '', '`cons` makes a pair', '', '- a'), []);
    assert.deepEqual(points('# A', '- Comparative advantage: a'), []);
  });
});

describe('headings of parts', () => {
  it('own no points', () => {
    assert.deepEqual(points('# A', '## 2. 특징', '**장점**', '- a'), ['A +4 a']);
    assert.deepEqual(points('# 특징', '**장점**', '- a'), ['특징 +3 a']);
    assert.ok(isPlainSection('How it works?') && isPlainSection('Принципы') && !isPlainSection('특징점 추출'));
  });
});

describe('misspelt labels', () => {
  it('are the long words that they mean', () => {
    assert.equal(misspeltWord('advantanges'), 'advantages');
    assert.equal(misspeltWord('disadvatages'), 'disadvantages');
    for (const word of ['advantageous-ly', 'adventure', 'vantages', 'drawing', '', 'a'.repeat(100_000)]) {
      assert.equal(misspeltWord(word), undefined);
    }
  });
});

describe('records of decisions', () => {
  it('weigh with “Good, because” and “Bad, because”', () => {
    const lines = ['# A', '### B', '* Good, because it is fast', '* Neutral, because x', '* Bad, because it costs'];
    assert.deepEqual(points(...lines), ['B +3 it is fast', 'B -5 it costs']);
  });
});
