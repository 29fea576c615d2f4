import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { impliedAliases, uniqueNames } from './aliases.js';
import { BodyReader } from './bodyReader.js';
import { DraftNames, newDraft, type Draft, type ReadSection } from './draft.js';
import { readHeadingParts, type HeadingPart } from './headingParts.js';
import type { LabelReader } from './label.js';
import { plainText } from './plainText.js';
import { fillDrafts } from './sectionOwners.js';
import type { Anchor, Concept, Role } from './model.js';

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
  /** Names that the front matter implies, for the same concept. */
  readonly implied: readonly string[];
}

/** What a note's headings come to. */
export interface Outline {
  readonly concepts: readonly ReadConcept[];
  /** Anchors of the headings that are no concepts. */
  readonly anchors: readonly Anchor[];
}

/**
 * Finds a note's concepts: what its headings, list items, tables and labels name, with the sections and points that
 * belong to each.
 *
 * @param root The note's syntax tree.
 * @param names What the note is called.
 * @param labels Knows the label words.
 * @returns Both in document order.
 */
export function readOutline(root: Root, names: NoteNames, labels: LabelReader): Outline {
  const body = new BodyReader(labels);
  const parts = readHeadingParts(root, body);
  const headings = draftHeadings(parts);
  const drafts = fillDrafts(parts, headings, names.title, body);
  const whole = drafts.find((draft) => draft.level === 0) ?? onlyTop(drafts);
  const ids = new Map<Draft, string>();
  const sluggers = new Map<Draft | undefined, GithubSlugger>();
  const concepts = drafts.map((draft) => {
    const slugger = sluggers.get(draft.parent) ?? new GithubSlugger();
    sluggers.set(draft.parent, slugger);
    const parent = draft.parent ? (ids.get(draft.parent) ?? null) : null;
    const id =
      (parent === null ? `${names.uri}#` : `${parent}/`) + slugger.slug(slugText(draft.question || draft.title));
    ids.set(draft, id);
    return {
      concept: finish(draft, id, parent, draft === whole ? names : undefined),
      sections: draft.sections,
    };
  });
  return { concepts, anchors: headings.anchors };
}

interface DraftedHeadings {
  readonly byPart: Map<HeadingPart, Draft>;
  readonly names: DraftNames;
  readonly anchors: readonly Anchor[];
}

/** The concepts that headings are, by the part that each begins. */
function draftHeadings(parts: readonly HeadingPart[]): DraftedHeadings {
  const byPart = new Map<HeadingPart, Draft>();
  const names = new DraftNames();
  const slugger = new GithubSlugger();
  const anchors: Anchor[] = [];
  let open: Draft[] = [];
  for (const part of parts) {
    const anchor = part.heading ? slugger.slug(part.text.normalize('NFC')) : '';
    const line = part.heading?.position?.start.line ?? 1;
    if (part.heading && !part.label && part.text !== '') {
      open = open.filter((draft) => draft.level < part.level);
      const draft = newDraft(part.text, part.level, line, anchor, open.at(-1));
      open.push(draft);
      byPart.set(part, draft);
      names.add(draft);
    } else if (part.heading) {
      anchors.push({ name: anchor, line });
    }
    part.items.forEach(({ point }) =>
      anchors.push({ name: slugger.slug(point.text.normalize('NFC')), line: point.line }),
    );
  }
  return { byPart, names, anchors };
}

/** The concept that stands for its note, if it alone stands highest. */
function onlyTop(drafts: readonly Draft[]): Draft | undefined {
  const tops = drafts.filter((draft) => !draft.parent);
  return tops.length === 1 ? tops[0] : undefined;
}

function finish(draft: Draft, id: string, parent: string | null, note: NoteNames | undefined): Concept {
  const { title, question, names, level, line, endLine, anchor, sections } = draft;
  // A section that is found within another comes after it, but may begin before its points end.
  const pointsOf = (role: Role): Concept['pros'] => {
    const own = sections.filter(({ section, points }) => section.role === role && points.length > 0);
    return own.flatMap(({ points }) => points.map(({ point }) => point)).sort((a, b) => a.line - b.line);
  };
  const gist = sections.find(({ section }) => section.role === 'gist')?.blocks[0];
  const implied = new Set([...impliedAliases(title), ...(note?.implied ?? [])]);
  const named = [title, ...(note?.written ?? []), ...names.filter((name) => !implied.has(name))];
  const all = note || implied.size > 0 ? uniqueNames([...named, ...implied]) : names;
  const aliases = all.filter((name) => name !== title);
  const derived = implied.size > 0 ? aliases.filter((name) => !named.includes(name)) : [];
  return {
    id,
    title,
    question,
    aliases,
    derived,
    tags: [],
    line,
    endLine,
    level,
    anchor,
    parent,
    gist: gist ? plainText(gist) : '',
    pros: pointsOf('pros'),
    cons: pointsOf('cons'),
    sections: sections.map(({ section }) => section),
  };
}

/** A heading of symbols alone has an empty slug; its concept still needs an id. */
export function slugText(title: string): string {
  return /[\p{L}\p{N}_-]/u.test(title) ? title.normalize('NFC') : 'concept';
}
