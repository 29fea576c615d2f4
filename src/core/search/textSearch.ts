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

/** Concepts that are looked at before a step ends, and for how many one counts whose text is read first or is likely. */
const conceptsOfStep = 10_000;
const costOfReading = 20;
const costOfFinding = 5;

/** Concepts of a note that are looked at in one go. */
const portion = 500;

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
  const offer = (slot: number, concept: number, order: number): void => {
    const { length } = index.concept(slot, concept).title;
    const found = { slot, concept, frecency: frecency(slot, concept), length, order: order + concept };
    // To look at a text costs most, so it comes last.
    if (best.takes(found) && filter(slot, concept) && bodies.hasAll(slot, concept, longestFirst)) {
      best.offer(found);
    }
  };
  let order = 0;
  let work = 0;
  for (const slot of index.slots) {
    const { length: count } = index.note(slot).concepts;
    for (let from = 0; from < count; from += portion) {
      const end = Math.min(count, from + portion);
      work += end - from + (words.length === 0 ? 0 : costOfReading * bodies.read(slot, from, end));
      for (let place = from; place < end; place += 1) {
        place = words.length === 0 ? place : bodies.next(slot, place, end, pairs);
        if (place < end) {
          offer(slot, place, order);
          work += costOfFinding;
        }
      }
      if (work > conceptsOfStep) {
        work = 0;
        yield;
      }
    }
    order += count;
  }
  return best.sorted();
}

function compare(a: TextCandidate, b: TextCandidate): number {
  return b.frecency - a.frecency || a.length - b.length || a.order - b.order;
}
