import { nameKinds } from './conceptNames.js';
import { longestWord } from './editDistance.js';
import { FuzzyStage, fuseOptions, type FuzzyOptions } from './fuzzyStage.js';
import { wordStart } from './keyText.js';
import type { KeyStretch } from './literalMatch.js';
import type { NameIndex } from './nameIndex.js';
import { matchName, type NameMatch } from './nameMatch.js';
import { isHangul, isLoneConsonant, namePatterns, type NamePattern } from './namePattern.js';
import { namePortions, NameStretch, type NameSegment, type NameSpan } from './nameSegment.js';
import { editCost, likelyEdits, likelyEditsInside, mostPairsLost, Nearness, vowelsWithAlike } from './nearness.js';
import { compareCandidates, levels, typoLevel, type Candidate } from './ranking.js';
import { Slips } from './slips.js';
import { TopList } from './topList.js';

/** Tells whether a concept is asked for, by the slot of its note and its place in it. */
export type ConceptFilter = (slot: number, concept: number) => boolean;

/** What a search for names is told. */
export interface NameQuery {
  readonly text: string;
  /** Whether typos are allowed for. */
  readonly isFuzzy: boolean;
  readonly limit: number;
  readonly filter: ConceptFilter;
  /** How recently and often a concept was opened; 0 for never. */
  readonly frecency: (slot: number, concept: number) => number;
}

/** Names that are looked at before a step ends: some tenths of a millisecond. */
const namesOfStep = 8_000;

/** Names that fuse.js is asked for. */
const fuseLimit = 50;

/** Longest key that is looked for with typos. */
const longestFuzzy = 64;

/** What fuse.js counts for two letters the wrong way round. */
const swapErrors = 2;

/** The most pairs of letters that a slip costs: those around and between two syllables. */
const pairsOfSlip = 3;

/** Up to this length a query with a typo has to be the whole name: too many have any two of three letters. */
const shortKey = 3;

/** More names than concepts are kept, for a concept may be near by several. */
const namesOfConcept = 4;

/** Finds concepts by their names. */
export class NameSearch {
  readonly #index: NameIndex;
  readonly #fuzzy: FuzzyStage;
  /** Names of a portion that have all pairs of letters of a query. */
  #names = new Int32Array(0);

  /** @param index The names. */
  constructor(index: NameIndex) {
    this.#index = index;
    this.#fuzzy = new FuzzyStage(index);
  }

  /**
   * Finds concepts, in steps. Typos are looked for only as far as the limit is not reached without.
   *
   * @returns Yields between steps; returns each concept once, by its best name, best first.
   */
  *steps(query: NameQuery): Generator<void, Candidate[], undefined> {
    const patterns = namePatterns(query.text);
    const [typed] = patterns;
    if (!typed || query.limit <= 0) {
      return [];
    }
    const literal = yield* this.#literal(patterns, query);
    if (literal.length >= query.limit || !query.isFuzzy) {
      return literal;
    }
    const near: Candidate[] = [];
    // What may be meant on the other layout is asked for only where nothing else is found.
    for (const pattern of patterns.filter(({ kind }) => kind !== 'stem')) {
      if (pattern === typed || literal.length + near.length === 0) {
        near.push(...(yield* this.#near(pattern, query)));
      }
    }
    const found = [...literal, ...near.sort(compareCandidates)];
    return unique(found).slice(0, query.limit);
  }

  *#literal(patterns: readonly NamePattern[], query: NameQuery): Generator<void, Candidate[], undefined> {
    const best = new TopList<Candidate>(query.limit, compareCandidates);
    let done = 0;
    for (const portion of namePortions(this.#index.segments)) {
      this.#literalIn(portion, patterns, query, best);
      done += portion.end - portion.first;
      if (done > namesOfStep) {
        done = 0;
        yield;
      }
    }
    return best.sorted();
  }

  #literalIn(
    { segment, first, end }: NameSpan,
    patterns: readonly NamePattern[],
    query: NameQuery,
    best: TopList<Candidate>,
  ): void {
    const { latin, hangul, notes, concepts } = segment;
    const stretch = new NameStretch(segment);
    if (this.#names.length < end - first) {
      this.#names = new Int32Array(end - first);
    }
    const pairs = patterns.map((pattern) => pattern.pairs);
    const found = segment.pairs.havingAll(first, end, pairs, this.#names);
    let ofConcept: Candidate | undefined;
    for (let place = 0; place < found; place += 1) {
      const name = this.#names[place] ?? 0;
      const slot = notes[name] ?? -1;
      if (slot < 0) {
        continue;
      }
      if (ofConcept && (ofConcept.slot !== slot || ofConcept.concept !== concepts[name])) {
        best.offer(ofConcept);
        ofConcept = undefined;
      }
      for (const pattern of patterns) {
        const { mask } = pattern;
        if (((mask.latin & ~(latin[name] ?? 0)) | (mask.hangul & ~(hangul[name] ?? 0))) !== 0) {
          continue;
        }
        const kind = segment.kinds[name] ?? 0;
        const match = matchName(pattern, stretch.at(name), kind);
        if (match && match.level <= (best.bar?.level ?? Infinity)) {
          ofConcept = this.#better(ofConcept, match, pattern, segment, name, query);
        }
      }
    }
    if (ofConcept) {
      best.offer(ofConcept);
    }
  }

  /** The better of a concept's candidate so far and a match of another name. */
  #better(
    known: Candidate | undefined,
    match: NameMatch,
    pattern: NamePattern,
    segment: NameSegment,
    name: number,
    query: NameQuery,
  ): Candidate | undefined {
    if (known && known.level < match.level) {
      return known;
    }
    const slot = segment.notes[name] ?? 0;
    const concept = segment.concepts[name] ?? 0;
    if (!known && !query.filter(slot, concept)) {
      return undefined;
    }
    const candidate = this.#candidate(match, pattern, segment, name, known?.frecency ?? query.frecency(slot, concept));
    return known && compareCandidates(known, candidate) <= 0 ? known : candidate;
  }

  #candidate(
    { level, match }: NameMatch,
    pattern: NamePattern,
    segment: NameSegment,
    name: number,
    frecency: number,
  ): Candidate {
    return {
      level,
      match,
      pattern,
      frecency,
      kind: segment.kinds[name] ?? 0,
      length: (segment.starts[name + 1] ?? 0) - (segment.starts[name] ?? 0),
      number: segment.names[name] ?? 0,
      order: this.#index.orderOf(segment, name),
      slot: segment.notes[name] ?? 0,
      concept: segment.concepts[name] ?? 0,
    };
  }

  *#near(pattern: NamePattern, query: NameQuery): Generator<void, Candidate[], undefined> {
    const key = pattern.characters.every(isLoneConsonant) ? '' : pattern.key.slice(0, longestFuzzy);
    if (key === '') {
      return [];
    }
    const most = likelyEdits(key.length, isHangul(pattern));
    const nearness = new Nearness(key, most);
    const slips = new Slips(pattern);
    const isShort = key.length <= shortKey;
    // Per edit: two errors and no letter missing, or one and one; or, for half of its cost, one and one.
    const mostWrong = most * swapErrors + Math.min(most * swapErrors, vowelsWithAlike(key));
    const close = new TopList<Candidate>(query.limit * namesOfConcept, compareCandidates);
    const offer = (segment: NameSegment, name: number, level: number): void => {
      const slot = segment.notes[name] ?? 0;
      const concept = segment.concepts[name] ?? 0;
      const frecency = query.frecency(slot, concept);
      if (mayEnter(close.bar, level, segment, name, frecency) && query.filter(slot, concept)) {
        const match = pattern.kind === 'typed' ? 'typo' : 'keyboard';
        close.offer(this.#candidate({ level, match }, pattern, segment, name, frecency));
      }
    };
    let stretch: NameStretch | undefined;
    const judge = (segment: NameSegment, name: number, missing: number, score: number): void => {
      if (segment.kinds[name] === nameKinds.short) {
        return;
      }
      stretch = stretch?.segment === segment ? stretch : new NameStretch(segment);
      stretch.at(name);
      const isSlip = missing === 0 && slips.isIn(stretch);
      if (isShort && stretch.end - stretch.start > key.length + most) {
        return;
      }
      const errors = score * key.length;
      const mayBeNear =
        key.length > longestWord
          ? errors <= most * swapErrors + 0.5
          : // An error costs no less than one in `Nearness`.
            missing + Math.round(errors) <= mostWrong &&
            typoLevel(Math.round(errors), true, true) <= (close.bar?.level ?? Infinity);
      const level = Math.min(
        isSlip ? typoLevel(editCost, key.length === stretch.end - stretch.start, true) : Infinity,
        mayBeNear ? nearLevel(nearness, stretch, most) : Infinity,
      );
      if (level <= (close.bar?.level ?? levels.far)) {
        offer(segment, name, level);
      }
    };
    const judged = yield* this.#fuzzy.steps(key, {
      limit: fuseLimit,
      worst: most / key.length,
      onName: judge,
      ...pairsToHave(key, most, slips),
      longest: isShort ? key.length + most : Infinity,
    });
    for (const { segment, name, score } of judged) {
      const isLong = segment.kinds[name] !== nameKinds.short;
      if (isLong && score * key.length < likelyEditsInside(key.length) + 0.5 && !isShort) {
        offer(segment, name, levels.far + score);
      }
    }
    return close.sorted();
  }
}

/** Whether a candidate may come before the worst of a full list: told before it is made, for most are not. */
function mayEnter(
  bar: Candidate | undefined,
  level: number,
  segment: NameSegment,
  name: number,
  frecency: number,
): boolean {
  const kind = segment.kinds[name] ?? 0;
  const length = (segment.starts[name + 1] ?? 0) - (segment.starts[name] ?? 0);
  const isBehind = bar && (level - bar.level || kind - bar.kind || bar.frecency - frecency || length - bar.length) > 0;
  return isBehind !== true;
}

/** The pairs of letters that a name has which is near a query. */
function pairsToHave(key: string, most: number, slips: Slips): Pick<FuzzyOptions, 'mostPairsLost' | 'alsoHaving'> {
  const distance = Math.floor(key.length * fuseOptions.threshold);
  // A swap costs most of a short query's pairs; a name that has it has those of the query swapped.
  return most === 1
    ? { mostPairsLost: mostPairsLost(key, most, distance, false), alsoHaving: slips.swapped }
    : { mostPairsLost: Math.max(pairsOfSlip, mostPairsLost(key, most, distance)) };
}

/** The level of the nearest stretch of a name that begins with one of its words. */
function nearLevel(nearness: Nearness, { units, flags, start, end }: KeyStretch, most: number): number {
  let best = Infinity;
  for (let at = start; at < end; at += 1) {
    if (((flags[at] ?? 0) & wordStart) === 0) {
      continue;
    }
    const cost = nearness.to(units, at, end);
    if (cost <= most * editCost) {
      const isWhole = nearness.whole === cost;
      best = Math.min(best, typoLevel(cost, isWhole, at === start));
    }
  }
  return best;
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<number, Set<number>>();
  return candidates.filter(({ slot, concept }) => {
    const ofNote = seen.get(slot) ?? new Set();
    seen.set(slot, ofNote);
    const isKnown = ofNote.has(concept);
    ofNote.add(concept);
    return !isKnown;
  });
}
