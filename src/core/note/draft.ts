import { headingAliases, uniqueNames } from './aliases.js';
import { headingSlug } from './headingSlugs.js';
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
  /** Of a gist: what it says. */
  readonly text?: string;
}

/** A concept in the making. */
export interface Draft {
  readonly title: string;
  /** The heading, where it asks for the title; else empty. */
  readonly question: string;
  /** All that it is called by its heading, its title first. */
  readonly names: readonly string[];
  readonly level: number;
  readonly line: number;
  readonly anchor: string;
  /** What GitHub makes of its heading or, where it has none, of its name: see {@link headingSlug}. */
  readonly slug: string;
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
 * @param slug The {@link headingSlug} of the heading.
 */
export function newDraft(
  heading: string,
  level: number,
  line: number,
  anchor: string,
  parent: Draft | undefined,
  slug = headingSlug(heading),
): Draft {
  const asked = askedName(heading);
  const [title, question] = asked === undefined ? [heading, ''] : [asked, heading];
  const others = headingAliases(title);
  const names =
    others.length === 0 && question === ''
      ? [title]
      : uniqueNames([title, ...others, ...(question === '' ? [] : [question])]);
  return { title, question, names, level, line, anchor, slug, parent, sections: [], endLine: line };
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

/** Finds the concepts of a note by name. Each look-up costs the same, however many concepts there are or share a name. */
export class DraftNames {
  /** Concepts by name, each list in the order of their lines. */
  readonly #byName = new Map<string, Draft[]>();
  /** The same, those of one parent alone. */
  readonly #byParent = new Map<Draft | undefined, Map<string, Draft[]>>();
  readonly #keys = new Map<Draft, ReadonlySet<string>>();
  /** Concepts that were not looked for yet: in many notes none ever is. */
  #added: Draft[] = [];

  /** @param draft A concept to be found by its title and its other names. */
  add(draft: Draft): void {
    this.#added.push(draft);
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
      if (this.#keysOf(around).has(key)) {
        return around;
      }
    }
    this.#added.forEach((draft) => {
      this.#index(draft);
    });
    this.#added = [];
    return lastUpTo(this.#byParent.get(near)?.get(key), line) ?? lastUpTo(this.#byName.get(key), line);
  }

  #index(draft: Draft): void {
    const siblings = this.#byParent.get(draft.parent) ?? new Map<string, Draft[]>();
    this.#byParent.set(draft.parent, siblings);
    for (const key of this.#keysOf(draft)) {
      insert(this.#byName, key, draft);
      insert(siblings, key, draft);
    }
  }

  #keysOf(draft: Draft): ReadonlySet<string> {
    const keys = this.#keys.get(draft) ?? new Set(draft.names.map(nameKey));
    this.#keys.set(draft, keys);
    return keys;
  }
}

/** Adds a concept to those of a name, behind all that do not come later in the note: nearly always at the end. */
function insert(drafts: Map<string, Draft[]>, key: string, draft: Draft): void {
  const named = drafts.get(key) ?? [];
  named.splice(countUpTo(named, draft.line), 0, draft);
  drafts.set(key, named);
}

function lastUpTo(drafts: readonly Draft[] | undefined, line: number): Draft | undefined {
  return drafts?.[countUpTo(drafts, line) - 1];
}

/** How many of some concepts, in the order of their lines, do not come behind a line. */
function countUpTo(drafts: readonly Draft[], line: number): number {
  let [low, high] = [0, drafts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    [low, high] = (drafts[middle]?.line ?? 0) <= line ? [middle + 1, high] : [low, middle];
  }
  return low;
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
