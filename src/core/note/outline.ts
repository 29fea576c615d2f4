import GithubSlugger from 'github-slugger';
import type { Heading, Root, RootContent } from 'mdast';
import { headingAliases, uniqueNames } from './aliases.js';
import { labelRole } from './labels.js';
import { plainText } from './plainText.js';
import { readPoints, type ReadPoint } from './points.js';
import type { Concept, Role, Section } from './model.js';

/** A section together with the syntax that it was read from. */
export interface ReadSection {
  readonly section: Section;
  readonly blocks: readonly RootContent[];
  /** For pros and cons: the points, in order. Empty for other roles. */
  readonly points: readonly ReadPoint[];
}

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
  /** Names that the front matter gives; the note's only top concept has them too. */
  readonly written: readonly string[];
}

/** A heading with what stands under it, up to the next heading of any level. */
interface Part {
  readonly heading: Heading | undefined;
  readonly text: string;
  readonly role: Role | undefined;
  readonly blocks: readonly RootContent[];
}

/** A concept in the making. */
interface Draft {
  readonly title: string;
  readonly level: number;
  readonly line: number;
  readonly anchor: string;
  readonly parent: Draft | undefined;
  readonly sections: ReadSection[];
  endLine: number;
}

/**
 * Finds a note's concepts. A heading is a concept unless it is a label; a label belongs to the nearest heading above it
 * of a lower level that is no label. A label that has none belongs to the note: to its only top concept or, where there
 * is not exactly one or it starts below the label, to a concept of level 0 that is named after the note. So does all of a
 * note without headings.
 *
 * @param root The note's syntax tree.
 * @param names What the note is called.
 * @returns The concepts in document order.
 */
export function readOutline(root: Root, names: NoteNames): ReadConcept[] {
  const drafts = draftConcepts(cutAtHeadings(root), names);
  const whole = drafts.find((draft) => draft.level === 0) ?? onlyTop(drafts);
  const ids = new Map<Draft, string>();
  const sluggers = new Map<Draft | undefined, GithubSlugger>();
  return drafts.map((draft) => {
    const slugger = sluggers.get(draft.parent) ?? new GithubSlugger();
    sluggers.set(draft.parent, slugger);
    const parent = draft.parent ? (ids.get(draft.parent) ?? null) : null;
    const id = (parent === null ? `${names.uri}#` : `${parent}/`) + slugger.slug(slugText(draft.title));
    ids.set(draft, id);
    return {
      concept: finish(draft, id, parent, draft === whole ? names.written : []),
      sections: draft.sections,
    };
  });
}

function cutAtHeadings(root: Root): Part[] {
  const parts: { heading: Heading | undefined; blocks: RootContent[] }[] = [{ heading: undefined, blocks: [] }];
  for (const node of root.children) {
    if (node.type === 'heading') {
      parts.push({ heading: node, blocks: [] });
    } else if (node.type !== 'yaml' && node.type !== 'definition') {
      parts.at(-1)?.blocks.push(node);
    }
  }
  const read = parts.map(({ heading, blocks }): Part => {
    const text = heading ? plainText(heading) : '';
    // A heading without words names nothing: what stands under it belongs to the concept above.
    return { heading, text, role: heading && (text === '' ? 'other' : labelRole(text)), blocks };
  });
  return read.filter(({ heading, text, blocks }) => !heading || text !== '' || blocks.length > 0);
}

function draftConcepts(parts: readonly Part[], names: NoteNames): Draft[] {
  const drafts: Draft[] = [];
  const anchors = new GithubSlugger();
  const homeless: Part[] = [];
  let open: Draft[] = [];
  for (const part of parts) {
    const { heading, text, role, blocks } = part;
    const level = heading?.depth ?? 0;
    const anchor = heading ? anchors.slug(text.normalize('NFC')) : '';
    const above = open.filter((draft) => draft.level < level);
    if (heading && !role) {
      const draft = newDraft(text, level, startLine(heading), anchor, above.at(-1));
      drafts.push(draft);
      open = [...above, draft];
      addSections(draft, ownSections(blocks), lastLine(heading, blocks));
    } else if (heading && above.length > 0) {
      // Not `above` becomes the open path: a label closes no concept, for what follows it may still be a sibling.
      addSections(above.at(-1), [labelSection(part)], lastLine(heading, blocks));
    } else {
      homeless.push(part);
    }
  }
  return housed(drafts, homeless, names);
}

/** Finds a concept for the labels that have no heading above them, and for a note that has no headings at all. */
function housed(drafts: Draft[], homeless: readonly Part[], names: NoteNames): Draft[] {
  const labels = homeless.filter((part) => part.role);
  const preface = homeless.find((part) => !part.role && part.blocks.length > 0);
  if (labels.length === 0 && (drafts.length > 0 || !preface)) {
    return drafts;
  }
  const top = onlyTop(drafts);
  if (top && labels.every(({ heading }) => heading && startLine(heading) > top.line)) {
    labels.forEach((part) => addSections(top, [labelSection(part)], lastLine(part.heading, part.blocks)));
    top.sections.sort((a, b) => a.section.line - b.section.line);
    return drafts;
  }
  const first = preface?.blocks[0] ?? labels[0]?.heading;
  const whole = newDraft(names.title, 0, first ? startLine(first) : 1, '', undefined);
  addSections(whole, ownSections(preface?.blocks ?? []), lastLine(undefined, preface?.blocks ?? []));
  labels.forEach((part) => addSections(whole, [labelSection(part)], lastLine(part.heading, part.blocks)));
  return [whole, ...drafts].sort((a, b) => a.line - b.line);
}

/** The concept that stands for its note, if it alone stands highest. */
function onlyTop(drafts: readonly Draft[]): Draft | undefined {
  const tops = drafts.filter((draft) => !draft.parent);
  return tops.length === 1 ? tops[0] : undefined;
}

function newDraft(title: string, level: number, line: number, anchor: string, parent: Draft | undefined): Draft {
  return { title, level, line, anchor, parent, sections: [], endLine: line };
}

function addSections(draft: Draft | undefined, sections: readonly ReadSection[], endLine: number): void {
  draft?.sections.push(...sections);
  for (let holder = draft; holder; holder = holder.parent) {
    holder.endLine = Math.max(holder.endLine, endLine);
  }
}

/** What stands directly under a concept's heading: its first paragraph is the gist. */
function ownSections(blocks: readonly RootContent[]): ReadSection[] {
  const gist = blocks.findIndex((block) => block.type === 'paragraph' && plainText(block) !== '');
  const cuts = gist < 0 ? [blocks] : [blocks.slice(0, gist), blocks.slice(gist, gist + 1), blocks.slice(gist + 1)];
  return cuts.flatMap((cut, index) => {
    const [first] = cut;
    const role = index === 1 ? 'gist' : 'other';
    return first ? [newSection(role, '', startLine(first), cut)] : [];
  });
}

function labelSection({ heading, text, role, blocks }: Part): ReadSection {
  return newSection(role ?? 'other', text, heading ? startLine(heading) : 1, blocks);
}

function newSection(role: Role, label: string, line: number, blocks: readonly RootContent[]): ReadSection {
  const endLine = Math.max(line, lastLine(undefined, blocks));
  const points = role === 'pros' || role === 'cons' ? readPoints(blocks) : [];
  return { section: { role, label, line, endLine }, blocks, points };
}

function finish(draft: Draft, id: string, parent: string | null, written: readonly string[]): Concept {
  const { title, level, line, endLine, anchor, sections } = draft;
  const pointsOf = (role: Role): Concept['pros'] =>
    sections.filter(({ section }) => section.role === role).flatMap(({ points }) => points.map(({ point }) => point));
  const gist = sections.find(({ section }) => section.role === 'gist')?.blocks[0];
  const aliases = uniqueNames([title, ...written, ...headingAliases(title)]).filter((name) => name !== title);
  return {
    ...{ id, title, aliases, line, endLine, level, anchor, parent },
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

function startLine(node: RootContent): number {
  return node.position?.start.line ?? 1;
}

function lastLine(heading: Heading | undefined, blocks: readonly RootContent[]): number {
  return (blocks.at(-1) ?? heading)?.position?.end.line ?? 1;
}
