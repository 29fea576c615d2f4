import type { BodyTexts } from './bodyTexts.js';
import { LetterPairs } from './letterPairs.js';
import type { NameIndex } from './nameIndex.js';
import type { ConceptFilter } from './nameSearch.js';
import { TopList } from './topList.js';

/** A concept whose text was found. */
export interface TextCandidate {
  readonly slot: number;
  /** The concept's place in its note. */
  readonly concept: number;
  readonly frecency: number;
  /** Characters of the title. */
  readonly length: number;
  /** The concept's place among all. */
  readonly order: number;
}

/** What a search for texts is told. */
export interface TextQuery {
  /** Words that a text must have, as they are compared; with none, every concept is found. */
  readonly words: readonly string[];
  readonly limit: number;
  readonly filter: ConceptFilter;
  /** How recently and often a concept was opened; 0 for never. */
  readonly frecency: (slot: number, concept: number) => number;
}

/** Concepts that are looked at before a step ends, and how many of them a text that has to be made first counts for. */
const conceptsOfStep = 8000;
const costOfMaking = 20;

/**
 * Finds concepts by all words of a query, in any order, in their texts; in steps.
 *
 * @param index The notes.
 * @param bodies Their texts.
 * @returns Yields between steps; returns what was opened recently and often first, then the shorter title, then note order.
 */
export function* textSteps(
  index: NameIndex,
  bodies: BodyTexts,
  { words, limit, filter, frecency }: TextQuery,
): Generator<void, TextCandidate[], undefined> {
  const best = new TopList<TextCandidate>(limit, compare);
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const pairs = new LetterPairs(words);
  const has = (slot: number, concept: number): boolean => {
    const text = bodies.text(slot, concept);
    return longestFirst.every((word) => text.includes(word));
  };
  let order = 0;
  let work = 0;
  for (const slot of index.slots) {
    const { concepts } = index.note(slot);
    for (let concept = 0; concept < concepts.length; concept += 1) {
      order += 1;
      work += words.length === 0 || bodies.has(slot, concept) ? 1 : costOfMaking;
      const isFound = words.length === 0 || (bodies.mayHave(slot, concept, pairs) && has(slot, concept));
      if (isFound && filter(slot, concept)) {
        const length = concepts[concept]?.title.length ?? 0;
        best.offer({ slot, concept, frecency: frecency(slot, concept), length, order });
      }
      if (work > conceptsOfStep) {
        work = 0;
        yield;
      }
    }
  }
  return best.sorted();
}

function compare(a: TextCandidate, b: TextCandidate): number {
  return b.frecency - a.frecency || a.length - b.length || a.order - b.order;
}
