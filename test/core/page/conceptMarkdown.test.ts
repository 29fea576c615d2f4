import assert from 'node:assert/strict';
import { readNoteTree } from '../../../src/core/note/read.js';
import { conceptMarkdown } from '../../../src/core/page/conceptMarkdown.js';

function markdownOf(text: string, title: string): string | undefined {
  const tree = readNoteTree({ uri: 'a', name: 'a', folder: 'f', text });
  const concept = tree.note.concepts.find((candidate) => candidate.title === title);
  return conceptMarkdown(text, tree, concept?.id ?? 'none');
}

describe('copying a concept as Markdown', () => {
  const note = '# A\n\nx\n\n## B\n\n*y*\n### Pros\n- 1\n\n### C\nz\n\n\n## D\n';

  it('cuts it out as written, with its labels and sub-concepts', () => {
    assert.equal(markdownOf(note, 'B'), '## B\n\n*y*\n### Pros\n- 1\n\n### C\nz');
    assert.equal(markdownOf(note, 'C'), '### C\nz');
    assert.equal(markdownOf(note, 'D'), '## D');
    assert.equal(markdownOf(note, 'A'), note.trimEnd());
  });

  it('keeps line endings, and counts lines as the note was read', () => {
    assert.equal(markdownOf('\uFEFF---\r\ntags: a\r\n---\r\n# A\r\nx\r\n# B\r\ny\r\n', 'A'), '# A\r\nx');
    assert.equal(markdownOf('# A\rx\r# B\ry', 'B'), '# B\ry');
  });

  it('cuts out a note without headings, and labels above the heading', () => {
    assert.equal(markdownOf('\n\n text\n\nmore\n', 'a'), ' text\n\nmore');
    assert.equal(markdownOf('# Pros\n- 1\n\n# A\nx\n', 'a'), '# Pros\n- 1');
    assert.equal(markdownOf('# Pros\n- 1\n\n# A\nx\n', 'A'), '# A\nx');
  });

  it('has nothing for a concept that is not there', () => {
    assert.equal(markdownOf('# A', 'B'), undefined);
  });
});
