import assert from 'node:assert/strict';
import type { Concept, Note, Point, Section } from '../../../src/core/note/model.js';

/** A range of lines, 1-based, the last one included. */
interface Lines {
  readonly line: number;
  readonly endLine: number;
}

/**
 * Checks that a note holds together: every line within the text and within what it is part of, all in document order, ids
 * unique, names and texts clean, nothing in it but plain data.
 *
 * @param note The note.
 * @param text What it was read from.
 */
export function checkNote(note: Note, text: string): void {
  const whole = { line: 1, endLine: text.split(/\r\n?|\n/u).length };
  const seen = new Map<string, Concept>();
  let before: Concept | undefined;
  for (const concept of note.concepts) {
    checkConcept(concept, whole);
    assert.ok(!seen.has(concept.id), `id ${concept.id} comes twice`);
    const parent = concept.parent === null ? undefined : seen.get(concept.parent);
    assert.ok(concept.parent === null || (parent && parent.level < concept.level), 'parent');
    assert.ok(!parent || (within(concept.line, parent) && within(concept.endLine, parent)), 'inside its parent');
    assert.ok(concept.line >= (before?.line ?? 1), 'document order');
    seen.set(concept.id, concept);
    before = concept;
  }
  for (const { line } of note.problems) {
    assert.ok(within(line, whole), `problem on line ${line}`);
  }
  assert.ok(note.topics.length > 0 && note.topics.every((topic) => topic.trim() !== ''));
  assert.deepEqual(JSON.parse(JSON.stringify(note)), note);
}

/** All points of a note, of pros and of cons. */
export function pointsOf(note: Note): Point[] {
  return note.concepts.flatMap(({ pros, cons }) => [...pros, ...cons]);
}

function checkConcept(concept: Concept, whole: Lines): void {
  assert.ok(concept.title !== '' && within(concept.line, whole) && within(concept.endLine, whole), 'lines');
  assert.ok(concept.endLine >= concept.line, 'last line');
  for (const { line, text } of [...concept.pros, ...concept.cons]) {
    assert.ok(within(line, concept), `point on line ${line} of ${concept.line}..${concept.endLine}`);
    assert.ok(text !== '' && text === text.trim() && !/[\r\n]/u.test(text), 'text of a point');
  }
  concept.sections.forEach((section) => checkSection(section, concept));
  for (const parts of [concept.sections, concept.pros, concept.cons]) {
    const lines = parts.map(({ line }) => line);
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
      'order',
    );
  }
  assert.equal(new Set(concept.aliases).size, concept.aliases.length);
  assert.ok(!concept.aliases.includes('') && !concept.aliases.includes(concept.title), 'aliases');
}

function checkSection({ line, endLine }: Section, concept: Concept): void {
  assert.ok(within(line, concept) && within(endLine, concept) && endLine >= line, 'lines of a section');
}

function within(line: number, { line: first, endLine: last }: Lines): boolean {
  return Number.isInteger(line) && line >= first && line <= last;
}
