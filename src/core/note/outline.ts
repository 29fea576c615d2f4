import type { Root } from 'mdast';
import { impliedAliases, uniqueNames } from './aliases.js';
import { BodyReader } from './bodyReader.js';
import { Breaks } from './breaks.js';
import { DraftNames, newDraft, type Draft, type ReadSection } from './draft.js';
import { HeadingSlugs, headingSlug } from './headingSlugs.js';
import { readHeadingParts, type HeadingPart } from './headingParts.js';
import type { LabelReader } from './label.js';
import { firstLine } from './nodeLines.js';
import type { Steps } from '../steps.js';
import { fillDrafts } from './sectionOwners.js';
import { none, type Anchor, type Concept, type Point, type Role } from './model.js';

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
export function* readOutline(root: Root, names: NoteNames, labels: LabelReader): Steps<Outline> {
  const body = new BodyReader(labels);
  const parts = yield* readHeadingParts(root, body);
  const headings = yield* draftHeadings(parts);
  const drafts = yield* fillDrafts(parts, headings, names.title, body);
  const whole = drafts.find((draft) => draft.level === 0) ?? onlyTop(drafts);
  const ids = new Map<Draft, string>();
  const slugs = new Map<Draft | undefined, HeadingSlugs>();
  const concepts: ReadConcept[] = [];
  const breaks = new Breaks();
  for (const draft of drafts) {
    let siblings = slugs.get(draft.parent);
    if (!siblings) {
      siblings = new HeadingSlugs();
      slugs.set(draft.parent, siblings);
    }
    const parent = draft.parent ? (ids.get(draft.parent) ?? null) : null;
    const id =
      (parent === null ? `${names.uri}#` : `${parent}/`) +
      siblings.next(conceptSlug(draft.question || draft.title, draft.slug));
    ids.set(draft, id);
    concepts.push({
      concept: finished(draft, id, parent, draft === whole ? names : undefined),
      sections: draft.sections,
    });
    if (breaks.isDue(draft.line)) {
      yield;
    }
  }
  return { concepts, anchors: headings.anchors };
}

interface DraftedHeadings {
  readonly byPart: Map<HeadingPart, Draft>;
  readonly names: DraftNames;
  readonly anchors: readonly Anchor[];
}

/** The concepts that headings are, by the part that each begins. */
function* draftHeadings(parts: readonly HeadingPart[]): Steps<DraftedHeadings> {
  const byPart = new Map<HeadingPart, Draft>();
  const names = new DraftNames();
  const slugs = new HeadingSlugs();
  const anchors: Anchor[] = [];
  const open: Draft[] = [];
  const breaks = new Breaks();
  for (const part of parts) {
    const slug = part.heading ? headingSlug(part.text) : '';
    const anchor = part.heading ? slugs.next(slug) : '';
    const line = firstLine(part.heading);
    if (part.heading && !part.label && part.text !== '') {
      while ((open.at(-1)?.level ?? 0) >= part.level) {
        open.pop();
      }
      const draft = newDraft(part.text, part.level, line, anchor, open.at(-1), slug);
      open.push(draft);
      byPart.set(part, draft);
      names.add(draft);
    } else if (part.heading) {
      anchors.push({ name: anchor, line });
    }
    part.items.forEach(({ point }) => anchors.push({ name: slugs.next(headingSlug(point.text)), line: point.line }));
    if (breaks.isDue(line)) {
      yield;
    }
  }
  return { byPart, names, anchors };
}

/** The concept that stands for its note, if it alone stands highest. */
function onlyTop(drafts: readonly Draft[]): Draft | undefined {
  const tops = drafts.filter((draft) => !draft.parent);
  return tops.length === 1 ? tops[0] : undefined;
}

function finished(draft: Draft, id: string, parent: string | null, note: NoteNames | undefined): Concept {
  const { title, question, level, line, endLine, anchor, sections } = draft;
  const gist = sections.find(({ section }) => section.role === 'gist')?.text ?? '';
  const { aliases, derived } = aliasesOf(draft, note);
  return {
    id,
    title,
    question,
    aliases,
    derived,
    tags: none,
    line,
    endLine,
    level,
    anchor,
    parent,
    gist,
    pros: pointsOf(sections, 'pros'),
    cons: pointsOf(sections, 'cons'),
    sections: sections.map(({ section }) => section),
  };
}

function pointsOf(sections: readonly ReadSection[], role: Role): readonly Point[] {
  const found: Point[] = [];
  let isInOrder = true;
  for (const { section, points } of sections) {
    if (section.role === role) {
      for (const { point } of points) {
        isInOrder &&= (found.at(-1)?.line ?? 0) <= point.line;
        found.push(point);
      }
    }
  }
  // A section that is found within another comes after it, but may begin before its points end.
  // A copy has no room for more.
  return found.length === 0 ? none : isInOrder ? found.slice() : found.sort((a, b) => a.line - b.line);
}

function aliasesOf({ title, names }: Draft, note: NoteNames | undefined): Pick<Concept, 'aliases' | 'derived'> {
  const implied = new Set(impliedAliases(title));
  note?.implied.forEach((name) => implied.add(name));
  if (implied.size === 0 && !note?.written.length) {
    return { aliases: names.length > 1 ? names.slice(1) : none, derived: none };
  }
  const named = [title, ...(note?.written ?? []), ...names.filter((name) => !implied.has(name))];
  const aliases = uniqueNames([...named, ...implied]).filter((name) => name !== title);
  return { aliases, derived: aliases.filter((name) => !named.includes(name)) };
}

/**
 * The slug of a concept's heading. One of symbols alone has an empty one; its concept still needs an id.
 *
 * @param heading The heading as plain text.
 * @param slug Its {@link headingSlug}.
 */
export function conceptSlug(heading: string, slug = headingSlug(heading)): string {
  return /[\p{L}\p{N}_-]/u.test(heading) ? slug : 'concept';
}
