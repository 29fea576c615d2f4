import { headingAliases, uniqueNames } from './aliases.js';
import { askedName } from './question.js';
import type { RootContent } from 'mdast';
import type { ReadPoint } from './points.js';
import type { Section } from './model.js';

/** A section together with the syntax that it was read from. */
export interface ReadSection {
  readonly section: Section;
  readonly blocks: readonly RootContent[];
  /** For pros and cons: the points, in order. Empty for other roles. */
  readonly points: readonly ReadPoint[];
}

/** A concept in the making. */
export interface Draft {
  readonly title: string;
  /** The heading, where it asks for the title; else empty. */
  readonly question: string;
  readonly level: number;
  readonly line: number;
  readonly anchor: string;
  readonly parent: Draft | undefined;
  readonly sections: ReadSection[];
  endLine: number;
}

/**
 * Begins a concept.
 *
 * @param heading Its name, or a heading that asks for it.
 * @param level Its heading's level, or one below its parent's.
 * @param line 1-based.
 * @param anchor GitHub's anchor of its heading; empty where it has none.
 * @param parent The enclosing concept.
 */
export function newDraft(
  heading: string,
  level: number,
  line: number,
  anchor: string,
  parent: Draft | undefined,
): Draft {
  const asked = askedName(heading);
  const [title, question] = asked === undefined ? [heading, ''] : [asked, heading];
  return { title, question, level, line, anchor, parent, sections: [], endLine: line };
}

/**
 * All that a concept is called by its heading, its title first.
 *
 * @param draft The concept.
 */
export function draftNames({ title, question }: Draft): string[] {
  return uniqueNames([title, ...headingAliases(title), ...(question === '' ? [] : [question])]);
}

/**
 * Gives sections to a concept; it and those around it reach to the last line.
 *
 * @param draft The concept.
 * @param sections In document order.
 * @param endLine Last line of what they were read from.
 */
export function addSections(draft: Draft, sections: readonly ReadSection[], endLine: number): void {
  draft.sections.push(...sections);
  for (let holder: Draft | undefined = draft; holder; holder = holder.parent) {
    holder.endLine = Math.max(holder.endLine, endLine);
  }
}

/** Finds the concepts of a note by name. */
export class DraftNames {
  readonly #byName = new Map<string, Draft[]>();

  /** @param draft A concept to be found by its title and its other names. */
  add(draft: Draft): void {
    for (const name of new Set(draftNames(draft).map(nameKey))) {
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), draft]);
    }
  }

  /**
   * The concept that a name means where it stands: the one around it, one below that, or the last one before.
   *
   * @param name A name.
   * @param near The concept in which it stands.
   * @param line Its line, 1-based; what comes later is not meant.
   */
  find(name: string, near: Draft | undefined, line: number): Draft | undefined {
    const key = nameKey(name);
    for (let around = near; around; around = around.parent) {
      if (draftNames(around).some((alias) => nameKey(alias) === key)) {
        return around;
      }
    }
    const named = (this.#byName.get(key) ?? []).filter((draft) => draft.line <= line);
    return named.filter((draft) => draft.parent === near).at(-1) ?? named.at(-1);
  }
}

/** Names are the same whatever their case, spaces and signs, and whatever number or case their words stand in. */
function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s\p{P}\p{S}]+/u)
    .map(stem)
    .join('');
}

/** A word without the ending that declension gives it; roughly, for it is compared with other words of one note only. */
function stem(word: string): string {
  if (/^\p{Script=Cyrillic}{4,}$/u.test(word)) {
    return word.replace(
      /(?:ами|ями|ого|его|ому|ему|ыми|ими|ией|иям|иях|ию|ии|ия|ие|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ых|их|ам|ям|ах|ях|ом|ем|ую|юю|а|я|о|е|ы|и|у|ю|ь|й)$/u,
      '',
    );
  }
  return /^[a-z]{4,}$/u.test(word) ? word.replace(/(?<!s)s$/u, '') : word;
}
