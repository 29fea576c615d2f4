import type { Concept } from '../note/model.js';
import { derivedNames } from './derivedNames.js';
import type { TextRange } from './searchResult.js';

/** Whose word a name is, best first. */
export const nameKinds = { title: 0, written: 1, derived: 2, short: 3 } as const;

/** One of `nameKinds`; `short` stands for initials and numeronyms. */
export type NameKind = (typeof nameKinds)[keyof typeof nameKinds];

/** A name under which a concept is found. */
export interface ConceptName {
  readonly kind: NameKind;
  /** What is compared. */
  readonly name: string;
  /** The name as the note has it; differs from the above where that is short for it. */
  readonly source: string;
  /** Whether the source is the title. */
  readonly isTitle: boolean;
  /** For a short name: what of the source it stands for. */
  readonly ranges: readonly TextRange[];
}

const noRanges: readonly TextRange[] = [];

/** Most aliases that are looked at. */
const mostAliases = 200;

/** Longest part of a name that is looked at, in characters. */
const longestName = 1000;

/** Most names of a concept that are abbreviated. */
const mostAbbreviated = 8;

/**
 * All names of a concept: its title, its aliases, and what those are short for. The order is always the same.
 *
 * @param concept The concept.
 */
export function conceptNames(concept: Concept): ConceptName[] {
  const names = [wholeName(concept, concept.title, 0)];
  for (let place = 1; place <= concept.aliases.length && place <= mostAliases; place += 1) {
    names.push(wholeName(concept, concept.aliases[place - 1] ?? '', place));
  }
  let known: Set<string> | undefined;
  const abbreviated = Math.min(names.length, mostAbbreviated);
  for (let place = 0; place < abbreviated; place += 1) {
    const { source = '', isTitle = false } = names[place] ?? {};
    for (const { name, ranges } of derivedNames(source)) {
      known ??= new Set(names.map((whole) => whole.name.toLowerCase()));
      if (known.size < known.add(name.toLowerCase()).size) {
        names.push({ kind: nameKinds.short, name, source, isTitle, ranges });
      }
    }
  }
  return names;
}

/**
 * One of the names of a concept.
 *
 * @param concept The concept.
 * @param number The name's place among all.
 */
export function conceptName(concept: Concept, number: number): ConceptName {
  const whole = number === 0 ? concept.title : concept.aliases[number - 1];
  if (whole !== undefined && number <= mostAliases) {
    return wholeName(concept, whole, number);
  }
  return conceptNames(concept)[number] ?? wholeName(concept, concept.title, 0);
}

function wholeName({ derived }: Concept, whole: string, place: number): ConceptName {
  const isTitle = place === 0;
  const kind = isTitle ? nameKinds.title : derived.includes(whole) ? nameKinds.derived : nameKinds.written;
  return { kind, name: whole.slice(0, longestName), source: whole, isTitle, ranges: noRanges };
}
