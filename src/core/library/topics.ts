import type { Note } from '../note/model.js';
import type { Located } from './library.js';

/**
 * Notes that have a topic in common. It is one object for as long as there are such notes, and is as it was when its
 * {@link TopicIndex} was last asked for anything.
 */
export interface Topic {
  /** What its names have in common: see {@link topicKey}. */
  readonly key: string;
  /** Of its names the one that is met first. */
  readonly name: string;
  /** Its notes that have concepts, ordered by URI. */
  readonly notes: readonly Note[];
}

/**
 * What two names of one topic have in common: they may differ in letter case and normal form.
 *
 * @param name A topic's name as a note writes it.
 */
export function topicKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/**
 * The concepts that stand highest in the notes of a topic, in the order of the notes.
 *
 * @param topic The topic.
 */
export function topConcepts({ notes }: Topic): Located[] {
  return notes.flatMap((note) =>
    note.concepts.filter(({ parent }) => parent === null).map((concept) => ({ concept, note })),
  );
}
