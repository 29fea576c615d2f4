import type { LinkSource } from '../../core/page/pageContext.js';
import type { Notes } from '../notes/notes.js';

/**
 * The concepts that link to a concept, each once; a link above a note's first concept counts as that concept's.
 *
 * @param notes The notes.
 * @param conceptId The concept that is linked to.
 */
export function linkSources(notes: Notes, conceptId: string): LinkSource[] {
  const sources = new Map<string, LinkSource>();
  for (const { note, link } of notes.links.backlinks(conceptId)) {
    const id = link.concept ?? note.concepts[0]?.id;
    const concept = note.concepts.find((candidate) => candidate.id === id);
    if (concept && concept.id !== conceptId) {
      sources.set(concept.id, { id: concept.id, title: concept.title, noteTitle: note.title });
    }
  }
  return [...sources.values()];
}
