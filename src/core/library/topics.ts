import type { Located } from './library.js';
import type { Note } from '../note/model.js';

/** A topic with the concepts that stand highest in its notes. */
export interface Topic {
  readonly name: string;
  readonly concepts: readonly Located[];
}

/**
 * Groups notes by topic. Topics that differ only in letter case or normal form are one, under the name met first.
 *
 * @param notes In the order in which their concepts shall stand.
 * @returns Topics in alphabetical order of the host's language; a note with several topics stands in each.
 */
export function topicsOf(notes: readonly Note[]): Topic[] {
  const byKey = new Map<string, { name: string; concepts: Located[] }>();
  for (const note of notes) {
    const tops = note.concepts.filter((concept) => concept.parent === null).map((concept) => ({ concept, note }));
    for (const name of tops.length > 0 ? note.topics : []) {
      const key = topicKey(name);
      const topic = byKey.get(key) ?? { name, concepts: [] };
      byKey.set(key, topic);
      topic.concepts.push(...tops);
    }
  }
  return [...byKey.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * What two names of one topic have in common.
 *
 * @param name A topic's name as a note writes it.
 */
export function topicKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
