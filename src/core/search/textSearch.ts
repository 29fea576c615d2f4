import type { BodyTexts } from './bodyTexts.js';
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

/** Texts that are looked at before a step ends, and for how many one counts that is read first or is likely, or a portion. */
const textsOfStep = 10_000;
const costOfReading = 200;
const costOfFinding = 50;
const costOfPortion = 200;

/** Concepts of a note that are looked at in one go. */
const portion = 500;

/** A note has fewer concepts. */
const mostConcepts = 2 ** 21;

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
  const offer = (slot: number, concept: number): void => {
    const { length } = index.concept(slot, concept).title;
    const order = index.rankOf(slot) * mostConcepts + concept;
    const found = { slot, concept, frecency: frecency(slot, concept), length, order };
    // To look at a text costs most, so it comes last.
    if (best.takes(found) && filter(slot, concept) && bodies.hasAll(slot, concept, longestFirst)) {
      best.offer(found);
    }
  };
  const all = words.length === 0 ? everything(index, offer) : withWords(index, bodies, words, offer);
  let work = 0;
  for (const done of all) {
    work += done;
    if (work > textsOfStep) {
      work = 0;
      yield;
    }
  }
  return best.sorted();
}

type Offer = (slot: number, concept: number) => void;

/** Goes through all concepts; yields how much work was done. */
function* everything(index: NameIndex, offer: Offer): Generator<number, void, undefined> {
  for (const slot of index.slots) {
    const { length } = index.note(slot).concepts;
    for (let concept = 0; concept < length; concept += 1) {
      offer(slot, concept);
      if (concept % portion === portion - 1) {
        yield portion;
      }
    }
    yield length % portion;
  }
}

/** Goes through the concepts whose texts may have all words; yields how much work was done. */
function* withWords(
  index: NameIndex,
  bodies: BodyTexts,
  words: readonly string[],
  offer: Offer,
): Generator<number, void, undefined> {
  for (const slot of index.slots) {
    let read = portion;
    while (read === portion) {
      read = bodies.read(slot, portion);
      if (read > 0) {
        yield read * costOfReading;
      }
    }
  }
  for (const found of bodies.having(words, offer)) {
    yield costOfPortion + found * costOfFinding;
  }
}

function compare(a: TextCandidate, b: TextCandidate): number {
  return b.frecency - a.frecency || a.length - b.length || a.order - b.order;
}
