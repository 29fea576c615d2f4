import { finish } from '../steps.js';
import type { LabelReader } from './label.js';
import { takeLogseqProperties } from './logseqProperties.js';
import { readOutline } from './outline.js';
import { parseNote } from './parseNote.js';
import type { WantedHeadings } from './pieces.js';
import type { NoteTree } from './read.js';
import type { Concept, Note, NoteSource } from './model.js';

/**
 * Reads of a note that was read before as much as one concept needs: in time that grows as the concept does, and hardly
 * as the note does. What comes of it is compared with the concept as it is known.
 *
 * @param source The note's text and where it comes from.
 * @param note What came of reading that same text with the same labels.
 * @param conceptId The concept's id.
 * @param labels Knows the label words.
 * @returns The note with the syntax of that concept; that of others may be left out. Nothing if a part of the note does
 * not tell all that is said of the concept: then all of it must be read.
 */
export function readConceptTree(
  source: NoteSource,
  note: Note,
  conceptId: string,
  labels: LabelReader,
): NoteTree | undefined {
  const { concepts, problems } = note;
  const find = (wanted: string | null): Concept | undefined => concepts.find(({ id }) => id === wanted);
  const around: Concept[] = [];
  for (let next = find(conceptId); next; next = find(next.parent)) {
    around.push(next);
  }
  const [concept] = around;
  // A problem may be that some of the text is not read as it stands.
  if (!concept || problems.length > 0) {
    return undefined;
  }
  const { text, root } = finish(parseNote(source.text, labels, wantedHeadings(concepts, around)));
  takeLogseqProperties(root);
  // What is there for its definitions alone has no position.
  const body = { ...root, children: root.children.filter(({ position }) => position) };
  const names = { ...note, written: [], implied: [] };
  const outline = finish(readOutline(body, names, labels));
  const read = outline.concepts.find((other) => said(other.concept) === said(concept));
  return read && { note, root, text, concepts: [{ concept, sections: read.sections }] };
}

/**
 * Where a concept is spoken of, from the heading of a concept to that of the next: a heading ends all that stands above it,
 * so that what is below is read the same without it. What stands under the headings around it says what belongs to it.
 */
function wantedHeadings(concepts: readonly Concept[], around: readonly Concept[]): WantedHeadings {
  const heads = concepts.filter(({ anchor }) => anchor !== '');
  const spans = [...around.map(({ line }) => ({ line, endLine: line })), ...(around[0]?.sections ?? [])];
  return new Map(
    heads.map(({ line: start }, index) => {
      const next = heads[index + 1]?.line ?? Infinity;
      return [start, spans.some(({ line, endLine }) => line < next && endLine >= start)];
    }),
  );
}

/** What is shown of a concept. */
function said({ title, gist, pros, cons, sections }: Concept): string {
  return JSON.stringify([title, gist, pros, cons, sections]);
}
