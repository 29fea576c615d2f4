import type { Anchor, Concept, Note, NoteLink, Point, Problem, Section } from '../note/model.js';
import type { CachedNote } from './noteCache.js';

/** A kept note, and the folder that stood for its topic where it gives none. */
export interface ShelvedNote extends CachedNote {
  readonly folder: string;
}

/** Tells whether a value from elsewhere is of a type. */
type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const line: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const textOrNull: Check = (value) => value === null || text(value);
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** Checks all properties of a type: one that is added to it must be added here. */
function record<T>(checks: Readonly<Record<keyof T, Check>>): Check {
  const entries = Object.entries<Check>(checks);
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    entries.every(([key, check]) => check((value as Record<string, unknown>)[key]));
}

const texts = listOf(text);
const points = listOf(record<Point>({ line, text }));
const role = oneOf(
  ...['gist', 'pros', 'cons', 'definition', 'example', 'when', 'comparison', 'caution', 'reference', 'other'],
);
const section = record<Section>({ role, label: text, line, endLine: line });
const concept = record<Concept>({
  id: text,
  title: text,
  question: text,
  aliases: texts,
  derived: texts,
  tags: texts,
  line,
  endLine: line,
  level: line,
  anchor: text,
  parent: textOrNull,
  gist: text,
  pros: points,
  cons: points,
  sections: listOf(section),
});
const link = record<NoteLink>({
  line,
  kind: oneOf('wiki', 'path'),
  target: text,
  heading: text,
  shown: text,
  concept: textOrNull,
});
const problem = record<Problem>({ line, message: text, args: listOf((value) => text(value) || number(value)) });
const note = record<Note>({
  uri: text,
  title: text,
  topics: texts,
  tags: texts,
  concepts: listOf(concept),
  links: listOf(link),
  anchors: listOf(record<Anchor>({ name: text, line })),
  problems: listOf(problem),
});
const shelvedNote = record<ShelvedNote>({
  stamp: record({ mtime: number, size: number }),
  key: text,
  folder: text,
  note,
});

/**
 * Whether what was stored is a kept note.
 *
 * @param value Parsed JSON.
 */
export function isShelvedNote(value: unknown): value is ShelvedNote {
  return shelvedNote(value);
}
