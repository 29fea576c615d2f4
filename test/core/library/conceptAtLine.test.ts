import assert from 'node:assert/strict';
import { conceptAtLine } from '../../../src/core/library/conceptAtLine.js';
import { readNote } from '../../../src/core/note/read.js';

describe('the concept at a line', () => {
  const text = [
    '---',
    'tags: [x]',
    '---',
    '# Queue',
    '',
    'In a row.',
    '## Pros',
    '- fair',
    '## Deque',
    'Both ends.',
    '',
    '# Stack',
    '',
    '## Cons',
    '- deep',
  ];
  const note = readNote({ uri: 'file:///a.md', name: 'a', folder: 'f', text: text.join('\n') });
  const titles = text.map((_, index) => conceptAtLine(note, index + 1)?.title);

  it('is the innermost one around it, its labels and points included; none between two', () => {
    assert.deepEqual(titles, [
      ...[undefined, undefined, undefined],
      ...['Queue', 'Queue', 'Queue', 'Queue', 'Queue'],
      ...['Deque', 'Deque', undefined],
      ...['Stack', 'Stack', 'Stack', 'Stack'],
    ]);
  });

  it('is none beyond the note', () => {
    assert.equal(conceptAtLine(note, 0), undefined);
    assert.equal(conceptAtLine(note, 99), undefined);
  });
});
