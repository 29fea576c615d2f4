import assert from 'node:assert/strict';
import { readNoteTree, type NoteTree } from '../../../src/core/note/read.js';
import { comparedIds, comparisonId, isComparison, mostCompared } from '../../../src/core/page/comparison.js';
import { comparisonMarkdown } from '../../../src/core/page/comparisonMarkdown.js';
import { renderComparison } from '../../../src/core/page/renderComparison.js';
import { english } from '../../../src/core/translate.js';
import { hostileTexts, notesWith } from '../../fixtures/hostileTexts.js';
import { context, elementOf, noteTree } from './page.js';
import { unsafeParts, type Allowed } from './pageSafety.js';

/** What a comparison has that a concept's page does not. */
const ownParts: Allowed = {
  article: { class: /^comparison$/u },
  header: { class: /^comparing$/u },
  table: { class: /^compared$/u, 'aria-label': /^Comparison$/u },
  tbody: { class: /^(?:gist|pros|cons)$/u },
  th: { scope: /^(?:col|rowgroup)$/u, colspan: /^[1-4]$/u },
  td: { 'data-owner': /^file:\/\/\/a\.md#/u },
  input: { disabled: /^$/u },
  button: { class: /^button quiet$/u, 'data-action': /^(?:compare|uncompare|copyTable)$/u },
};

/** Renders all concepts of a note, or those of some titles, side by side. */
function comparisonOf(tree: NoteTree, ...titles: readonly string[]): string {
  const concepts = tree.note.concepts.filter(({ title }) => titles.length === 0 || titles.includes(title));
  const compared = concepts.map(({ id }) => ({ tree, conceptId: id, context }));
  return renderComparison(compared, english) ?? '';
}

const queues = noteTree(
  ...['# Queue', 'First in, first out; see [[Stack]].', '## Pros', '- fair', '- [x] simple[^1]', ''],
  ...['# Stack', 'Last in, first out.', '## 단점', '- unfair', '- a | b', '', '[^1]: A footnote.'],
);

describe('a comparison', () => {
  it('is named by its concepts, each once, up to four', () => {
    assert.equal(comparisonId(['a#1', 'b#2', 'a#1']), 'a#1\nb#2');
    assert.deepEqual(comparedIds('a#1\nb#2'), ['a#1', 'b#2']);
    assert.equal(comparedIds(comparisonId(['1', '2', '3', '4', '5'])).length, mostCompared);
    assert.deepEqual(comparedIds('1\n\n1\n2\n3\n4\n5'), ['1', '2', '3', '4']);
    assert.deepEqual([comparisonId(['a#1']), comparisonId([])], ['a#1', '']);
    assert.deepEqual([isComparison('a#1'), isComparison('a#1\nb#2')], [false, true]);
  });

  it('has a column for each concept, with pros against pros and cons against cons', () => {
    const html = comparisonOf(queues);
    const cells = (aspect: string): string[] =>
      [...elementOf(html, `<tbody class="${aspect}">`).matchAll(/<td[^>]*>(.*?)<\/td>/gsu)].map(([, cell = '']) =>
        cell
          .replace(/<[^>]+>/gu, ' ')
          .replace(/\s+/gu, ' ')
          .trim(),
      );
    assert.deepEqual(cells('gist'), ['First in, first out; see Stack .', 'Last in, first out.']);
    assert.deepEqual(cells('pros'), ['fair simple', 'Nothing yet']);
    assert.deepEqual(cells('cons'), ['Nothing yet', 'unfair a | b']);
  });

  it('knows in whose text a link stands', () => {
    const [queue] = queues.note.concepts;
    const cell = elementOf(comparisonOf(queues), `<td data-owner="${queue?.id ?? ''}">`);
    assert.match(cell, /data-action="link" data-href="\[\[Stack\]\]"/u);
  });

  it('has tasks that cannot be ticked, and no footnotes: their places are on the concepts’ own pages', () => {
    const html = comparisonOf(queues);
    assert.match(html, /<input type="checkbox" checked aria-label="simple" disabled>/u);
    assert.doesNotMatch(html, /<sup|footnote|data-action="task"/u);
  });

  it('leaves out what its note no longer has, and is nothing where nothing is left', () => {
    const [queue] = queues.note.concepts;
    const gone = { tree: queues, conceptId: 'file:///a.md#gone', context };
    const rest = renderComparison([gone, { tree: queues, conceptId: queue?.id ?? '', context }], english);
    assert.equal(rest?.match(/scope="col"/gu)?.length, 1);
    assert.equal(renderComparison([gone], english), undefined);
  });

  it('offers another column up to the most', () => {
    const tree = noteTree(...['A', 'B', 'C', 'D'].map((title) => `# ${title}\n\nx\n`));
    assert.match(comparisonOf(tree, 'A', 'B', 'C'), /data-action="compare"/u);
    assert.doesNotMatch(comparisonOf(tree), /data-action="compare"/u);
  });

  it('shows nothing that a hostile note brings along', () => {
    for (const text of Object.values(hostileTexts)
      .flat()
      .flatMap((payload) => notesWith(payload).slice(0, 1))) {
      assert.deepEqual(unsafeParts(comparisonOf(noteTree(text)), ownParts), [], text);
    }
  }).timeout(60_000);
});

describe('a comparison as a table', () => {
  it('has a column for each concept, with points one below the other', () => {
    assert.equal(
      comparisonMarkdown(queues.note.concepts, english),
      [
        '|  | Queue | Stack |',
        '| --- | --- | --- |',
        '| Gist | First in, first out; see Stack. | Last in, first out. |',
        '| Pros | • fair<br>• simple |  |',
        '| Cons |  | • unfair<br>• a \\| b |',
      ].join('\n'),
    );
  });

  it('means just the text, whatever signs are in it', () => {
    const nasty = 'a | b \\ `c` *d* _e_ [f](g) <h> ~i~ &amp; $j$ #k';
    const tree = noteTree(`# ${nasty.replace(/[^\w\s]/gu, '\\$&')}`, 'x');
    const [concept] = tree.note.concepts;
    const table = comparisonMarkdown(tree.note.concepts, english);
    const again = readNoteTree({
      uri: 'file:///b.md',
      name: 'b',
      folder: '',
      text: `# T\n\n## Comparison\n\n${table}\n`,
    });
    assert.ok(concept?.title.includes('| b'));
    const cell = /^\|\s+\| (.*) \|$/mu.exec(table)?.[1] ?? '';
    const read = readNoteTree({ uri: 'file:///c.md', name: 'c', folder: '', text: `# ${cell}\n` });
    assert.equal(read.note.concepts[0]?.title, concept?.title);
    assert.equal(again.note.problems.length, 0);
  });
});
