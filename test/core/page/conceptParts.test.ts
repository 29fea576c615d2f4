import assert from 'node:assert/strict';
import { builtInLabels } from '../../../src/core/note/label.js';
import type { NoteTree } from '../../../src/core/note/read.js';
import { readConceptTree } from '../../../src/core/note/readConcept.js';
import { renderConcept } from '../../../src/core/page/renderConcept.js';
import { hostileTexts, notesWith } from '../../fixtures/hostileTexts.js';
import { readMarkup } from './markupReader.js';
import { context, elementOf, noteTree } from './page.js';
import { unsafeParts } from './pageSafety.js';

const text = [
  ...[
    '# Agile',
    'Short rounds.[^a]',
    '',
    '[^a]: foot a',
    '[^b]: foot b',
    '',
    '## Pros',
    '- fast',
    '',
    '## Scrum',
    'A *framework*.',
    '',
  ],
  ...['### Pros', '- roles[^b]', '- [ ] tried', '', '### Example', 'A sprint.', ''],
  ...['### Sprint', 'Two weeks.', '', '#### Cons', '- rush[^a]', ''],
  ...['## Kanban', 'A board.', '', '## XP', ''],
];

/** The first concept's page with cards unfolded. */
function unfolded(tree: NoteTree, ...ids: readonly string[]): string {
  const [first] = tree.note.concepts;
  return renderConcept(tree, first?.id ?? '', { ...context, unfolded: new Set(ids) }) ?? '';
}

describe('the cards of sub-concepts', () => {
  const tree = noteTree(...text);
  const [agile, scrum, sprint] = ['file:///a.md#agile', 'file:///a.md#agile/scrum', 'file:///a.md#agile/scrum/sprint'];

  it('have a button where the note says more than the card', () => {
    const cards = elementOf(unfolded(tree), '<ul class="cards"');
    assert.match(
      cards,
      /<button type="button" class="twistie" aria-label="What the note says of Scrum" aria-expanded="false" data-action="unfold" data-id="[^"]+agile\/scrum" data-key="[^"]+"><\/button><a /u,
    );
    // What Kanban has is its gist, and of XP there is nothing.
    assert.equal(cards.match(/class="twistie"/gu)?.length, 1);
    const long = noteTree('# A', '## B', 'word '.repeat(30));
    assert.match(unfolded(long), /class="twistie"/u);
  });

  it('hold what the note says of their concept when they are unfolded', () => {
    const page = unfolded(tree, scrum);
    const part = elementOf(page, '<div class="unfolded"');
    assert.match(page, /<li class="open"><button [^>]*aria-expanded="true"/u);
    assert.match(part, /<div class="gist text" dir="auto"><p>A <em>framework<\/em>\.<\/p>/u);
    assert.match(elementOf(part, '<section class="side pros"'), /<span class="count">2<[^]*roles[^]*data-line="15"/u);
    assert.match(elementOf(part, '<section class="part example"'), /A sprint\./u);
    assert.match(part, /<h3>Sprint<\/h3>/u);
    assert.ok(!part.includes('Two weeks.</p>'), 'what is below is still folded');
    // The side that is missing is added on the concept's own page.
    assert.ok(!part.includes('add-side') && page.includes('data-action="addSide" data-id="file:///a.md#agile"'));
    assert.deepEqual(unsafeParts(page), []);
    assert.deepEqual(unfolded(tree, agile, 'file:///b.md#agile/scrum'), unfolded(tree));
  });

  it('unfold inside each other', () => {
    const page = unfolded(tree, scrum, sprint);
    assert.match(elementOf(elementOf(page, '<div class="unfolded"').slice(1), '<div class="unfolded"'), /rush/u);
    assert.ok(!unfolded(tree, sprint).includes('rush'));
  });

  it('have no id, name of a button or footnote twice on a page', () => {
    const page = unfolded(tree, scrum, sprint);
    const { tags } = readMarkup(page);
    for (const name of ['id', 'data-key']) {
      const values = tags.flatMap(({ attributes }) => attributes.get(name) ?? []);
      assert.deepEqual(
        values.filter((value, index) => values.indexOf(value) < index),
        [],
      );
    }
    const numbers = [...page.matchAll(/id="note-fnref-([^"]+)"[^>]*>(\d)</gu)].map(([, id, number]) => [id, number]);
    assert.deepEqual(numbers, [
      ['a', '1'],
      ['b', '2'],
      ['a-2', '1'],
    ]);
    assert.equal(page.match(/id="footnote-label"/gu)?.length, 1);
  });

  it('are the same where concept and sub-concept were read apart', () => {
    const source = { uri: 'file:///a.md', name: 'a', folder: 'Folder', text: text.join('\n') };
    const parts = [agile, scrum].map((id) => readConceptTree(source, tree.note, id, builtInLabels));
    const [first] = parts;
    assert.ok(first);
    const joined = { ...first, concepts: parts.flatMap((part) => part?.concepts ?? []) };
    assert.equal(joined.concepts.length, 2);
    assert.equal(unfolded(joined, scrum), unfolded(tree, scrum));
    // What was not read stays folded.
    assert.equal(unfolded(first, scrum), unfolded(tree));
  });

  it('are as safe as the page when they are unfolded', () => {
    for (const [kind, payloads] of Object.entries(hostileTexts)) {
      for (const payload of payloads.flatMap(notesWith)) {
        const hostile = noteTree(`# Top\n\n${payload.replace(/^(?=#+ )/gmu, '#')}`);
        const ids = hostile.note.concepts.map(({ id }) => id);
        assert.deepEqual(unsafeParts(unfolded(hostile, ...ids)), [], `${kind}: ${payload}`);
      }
    }
  }).timeout(60_000);
});
