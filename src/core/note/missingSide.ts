import type { LabelReader } from './label.js';
import type { NoteSource, Side } from './model.js';
import { readNote, readNoteTree } from './read.js';
import { sideForms, type Insertion } from './sideForms.js';

/** What is typed to try how a note would then be read. */
const anyPoint = 'yojeom';

/**
 * Finds what to write so that a concept with one side gets the other: its label and an empty point, in the style of the
 * side that is there. Of the forms that come into question it is the first that would be read as that side, with nothing
 * else in the note changed.
 *
 * @param source The note.
 * @param conceptId The concept's id.
 * @param side The side that it lacks.
 * @param labels Knows the label words; without it, the built-in ones.
 * @returns Nothing where the note has no such concept, where that has no side or both, and where no form fits, as in some
 *   tables.
 */
export function missingSide(
  source: NoteSource,
  conceptId: string,
  side: Side,
  labels?: LabelReader,
): Insertion | undefined {
  const { note, root } = readNoteTree(source, labels);
  const concept = note.concepts.find(({ id }) => id === conceptId);
  const isCons = side === 'cons';
  const section = concept?.sections.filter(({ role }) => role === (isCons ? 'pros' : 'cons')).at(isCons ? -1 : 0);
  if (!concept || !section || concept[side].length > 0) {
    return undefined;
  }
  const lines = source.text.replace('\uFEFF', '').split(/\r\n?|\n/u);
  const wanted = essence(
    note.concepts.map((one) => (one === concept ? { ...one, [side]: [{ text: anyPoint }] } : one)),
  );
  return sideForms(root, lines, concept, section, side).find(({ line, added, pointLine }) => {
    const written = [...lines.slice(0, line), ...added, ...lines.slice(line)];
    const above = written.slice(0, pointLine).join('\n') + anyPoint;
    const text = [above, ...written.slice(pointLine)].join('\n');
    // Until its point is typed, what is there already may be read as something else.
    return added.length === 0 || essence(readNote({ ...source, text }, labels).concepts) === wanted;
  });
}

/** What concepts say, apart from the lines on which they do. */
function essence(concepts: readonly object[]): string {
  return JSON.stringify(concepts, ['id', 'gist', 'pros', 'cons', 'text']);
}
