import type { ReadConcept } from './outline.js';
import type { References } from './references.js';
import { none, type NoteLink } from './model.js';

/** Concepts with their tags, and links with their concepts. */
export interface Assigned {
  readonly concepts: readonly ReadConcept[];
  readonly links: readonly NoteLink[];
}

/**
 * Gives a note's tags and links to the innermost concepts in which they stand.
 *
 * @param concepts In document order.
 * @param references What the note's text refers to.
 */
export function assignReferences(concepts: readonly ReadConcept[], { links, tags }: References): Assigned {
  const linkConceptAt = innermost(concepts);
  const placed = links.map(({ line, kind, target, heading, shown }): NoteLink => {
    return { line, kind, target, heading, shown, concept: linkConceptAt(line) ?? null };
  });
  if (tags.length === 0) {
    return { concepts, links: placed.length > 0 ? placed : none };
  }
  const conceptAt = innermost(concepts);
  const tagsOf = new Map<string, Set<string>>();
  for (const { name, line } of [...tags].sort((a, b) => a.line - b.line)) {
    const id = conceptAt(line) ?? '';
    tagsOf.set(id, (tagsOf.get(id) ?? new Set()).add(name));
  }
  return {
    concepts: concepts.map((read) => {
      const own = tagsOf.get(read.concept.id);
      return own ? { ...read, concept: { ...read.concept, tags: [...own] } } : read;
    }),
    links: placed,
  };
}

/** Finds the innermost concept of a line. The lines that are asked for must ascend: one pass over all concepts. */
function innermost(concepts: readonly ReadConcept[]): (line: number) => string | undefined {
  const open: ReadConcept[] = [];
  let next = 0;
  return (line) => {
    for (let read = concepts[next]; read && read.concept.line <= line; read = concepts[next]) {
      open.push(read);
      next += 1;
    }
    while (open.length > 0 && (open.at(-1)?.concept.endLine ?? 0) < line) {
      open.pop();
    }
    return open.at(-1)?.concept.id;
  };
}
