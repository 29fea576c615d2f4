import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { impliedAliases, uniqueNames } from './aliases.js';
import { BodyReader } from './bodyReader.js';
import { DraftNames, draftNames, newDraft, type Draft, type ReadSection } from './draft.js';
import { readHeadingParts, type HeadingPart } from './headingParts.js';
import type { LabelReader } from './label.js';
import { plainText } from './plainText.js';
import { fillDrafts } from './sectionOwners.js';
import type { Concept, Role } from './model.js';

/** A concept together with the syntax that it was read from. */
export interface ReadConcept {
  readonly concept: Concept;
  readonly sections: readonly ReadSection[];
}

/** What a note is called, for the concepts that take a name from it. */
export interface NoteNames {
  readonly uri: string;
  /** Title of the concept that stands for a note without headings. */
  readonly title: string;
  /** Names that the front matter gives; the concept that stands for the note has them too. */
  readonly written: readonly string[];
}

/**
 * Finds a note's concepts: what its headings, list items, tables and labels name, with the sections and points that
 * belong to each.
 *
 * @param root The note's syntax tree.
 * @param names What the note is called.
 * @param labels Knows the label words.
 * @returns The concepts in document order.
 */
export function readOutline(root: Root, names: NoteNames, labels: LabelReader): ReadConcept[] {
  const body = new BodyReader(labels);
  const parts = readHeadingParts(root, body);
  const headings = draftHeadings(parts);
  const drafts = fillDrafts(parts, headings, names.title, body);
  const whole = drafts.find((draft) => draft.level === 0) ?? onlyTop(drafts);
  const ids = new Map<Draft, string>();
  const sluggers = new Map<Draft | undefined, GithubSlugger>();
  return drafts.map((draft) => {
    const slugger = sluggers.get(draft.parent) ?? new GithubSlugger();
    sluggers.set(draft.parent, slugger);
    const parent = draft.parent ? (ids.get(draft.parent) ?? null) : null;
    const id =
      (parent === null ? `${names.uri}#` : `${parent}/`) + slugger.slug(slugText(draft.question || draft.title));
    ids.set(draft, id);
    return {
      concept: finish(draft, id, parent, draft === whole ? names.written : []),
      sections: draft.sections,
    };
  });
}

/** The concepts that headings are, by the part that each begins. */
function draftHeadings(parts: readonly HeadingPart[]): { byPart: Map<HeadingPart, Draft>; names: DraftNames } {
  const byPart = new Map<HeadingPart, Draft>();
  const names = new DraftNames();
  const anchors = new GithubSlugger();
  let open: Draft[] = [];
  for (const part of parts) {
    const anchor = part.heading ? anchors.slug(part.text.normalize('NFC')) : '';
    if (part.heading && !part.label && part.text !== '') {
      open = open.filter((draft) => draft.level < part.level);
      const line = part.heading.position?.start.line ?? 1;
      const draft = newDraft(part.text, part.level, line, anchor, open.at(-1));
      open.push(draft);
      byPart.set(part, draft);
      names.add(draft);
    }
  }
  return { byPart, names };
}

/** The concept that stands for its note, if it alone stands highest. */
function onlyTop(drafts: readonly Draft[]): Draft | undefined {
  const tops = drafts.filter((draft) => !draft.parent);
  return tops.length === 1 ? tops[0] : undefined;
}

function finish(draft: Draft, id: string, parent: string | null, written: readonly string[]): Concept {
  const { title, question, level, line, endLine, anchor, sections } = draft;
  const pointsOf = (role: Role): Concept['pros'] =>
    sections.filter(({ section }) => section.role === role).flatMap(({ points }) => points.map(({ point }) => point));
  const gist = sections.find(({ section }) => section.role === 'gist')?.blocks[0];
  const implied = new Set(impliedAliases(title));
  const named = [title, ...written, ...draftNames(draft).filter((name) => !implied.has(name))];
  const aliases = uniqueNames([...named, ...implied]).filter((name) => name !== title);
  const derived = aliases.filter((name) => !named.includes(name));
  return {
    ...{ id, title, question, aliases, derived, line, endLine, level, anchor, parent },
    gist: gist ? plainText(gist) : '',
    pros: pointsOf('pros'),
    cons: pointsOf('cons'),
    sections: sections.map(({ section }) => section),
  };
}

/** A heading of symbols alone has an empty slug; its concept still needs an id. */
function slugText(title: string): string {
  return /[\p{L}\p{N}_-]/u.test(title) ? title.normalize('NFC') : 'concept';
}
