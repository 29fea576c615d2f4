import type { Paragraph, RootContent } from 'mdast';
import { hasPoints, type BodyPart, type LabelledPart } from './bodyPart.js';
import type { BodyReader } from './bodyReader.js';
import { boldOwners, endOfList, longestSubject } from './boldTitles.js';
import { Breaks } from './breaks.js';
import { addSections, newDraft, type Draft, type DraftNames, type ReadSection } from './draft.js';
import { flatLabels } from './flatLabels.js';
import type { HeadingPart } from './headingParts.js';
import type { Label } from './label.js';
import type { LabelRole } from './labelWords.js';
import { subjectOf } from './labelPhrase.js';
import { firstLine, lastLine } from './nodeLines.js';
import { isPlainSection } from './plainSections.js';
import { plainText } from './plainText.js';
import { readPoints, type ReadPoint } from './points.js';
import { sourceLines } from './sourceLines.js';
import type { Steps } from '../steps.js';
import { isTags } from './tag.js';
import type { Role } from './model.js';

/** Most words behind a heading's colon that are a name, and no comment. */
const mostSubjectWords = 4;

/**
 * Gives what stands in a note to its concepts. A label belongs to the nearest heading above it of a lower level that is
 * no label, or to the subject that it names; where the same label comes back among siblings, to the sibling before it. A
 * label that has no such heading belongs to the note: to its only top concept above the label or, where there is none,
 * to a concept of level 0 that is named after the note. So does all of a note without headings.
 *
 * @param parts The note, cut at its headings.
 * @param headings The concepts that headings are.
 * @param noteTitle Name of the concept that stands for the note.
 * @param body Reads what stands under a heading.
 * @returns All concepts in document order, those among them that labels, list items and tables name.
 */
export function fillDrafts(
  parts: readonly HeadingPart[],
  headings: { readonly byPart: ReadonlyMap<HeadingPart, Draft>; readonly names: DraftNames },
  noteTitle: string,
  body: BodyReader,
): Steps<Draft[]> {
  return new Filling(parts, headings.byPart, headings.names, noteTitle, body).drafts();
}

/** Goes through a note once, from top to bottom. */
class Filling {
  readonly #parts: readonly HeadingPart[];
  readonly #byPart: ReadonlyMap<HeadingPart, Draft>;
  readonly #names: DraftNames;
  readonly #noteTitle: string;
  readonly #body: BodyReader;
  readonly #flat: ReadonlyMap<HeadingPart, HeadingPart>;
  readonly #drafts: Draft[];
  readonly #top: Draft | undefined;
  #open: { readonly level: number; readonly draft: Draft }[] = [];
  #whole: Draft | undefined;
  readonly #withGist = new Set<Draft>();
  /** What stands above the first heading: it belongs to the note's own concept if there comes to be one. */
  #preface: HeadingPart | undefined;

  constructor(
    parts: readonly HeadingPart[],
    byPart: ReadonlyMap<HeadingPart, Draft>,
    names: DraftNames,
    noteTitle: string,
    body: BodyReader,
  ) {
    this.#body = body;
    this.#parts = parts;
    this.#byPart = byPart;
    this.#names = names;
    this.#noteTitle = noteTitle;
    this.#flat = flatLabels(parts);
    this.#drafts = [...byPart.values()];
    const tops = this.#drafts.filter((draft) => !draft.parent);
    this.#top = tops.length === 1 || isExport(parts) ? tops[0] : undefined;
  }

  *drafts(): Steps<Draft[]> {
    const breaks = new Breaks();
    for (const part of this.#parts) {
      const draft = this.#byPart.get(part);
      if (draft) {
        this.#open = [...this.#open.filter(({ level }) => level < part.level), { level: part.level, draft }];
        this.#take(draft, this.#body.read(part.blocks), partEnd(part));
      } else if (part.label) {
        this.#takeLabel(part, part.label);
      } else {
        this.#takeNameless(part);
      }
      if (breaks.isDue(startLine(part))) {
        yield;
      }
    }
    this.#drafts.forEach(({ sections }) => {
      sortIfNot(sections, (a, b) => a.section.line - b.section.line);
    });
    sortIfNot(this.#drafts, (a, b) => a.line - b.line || a.level - b.level);
    return this.#drafts;
  }

  /** What stands above the first heading, or under a heading without words. */
  #takeNameless(part: HeadingPart): void {
    const owner = this.#open.filter(({ level }) => level < part.level).at(-1)?.draft;
    if (owner) {
      addSections(owner, plainSections(part.blocks, false), partEnd(part));
      return;
    }
    if (part.blocks.length === 0) {
      return;
    }
    const body = this.#body.read(part.blocks);
    if (this.#byPart.size === 0 || part.heading || body.some(hasPoints)) {
      this.#take(this.#wholeAt(startLine(part)), body, partEnd(part));
    } else {
      this.#preface = part;
    }
  }

  #takeLabel(part: HeadingPart, label: Label): void {
    const line = startLine(part);
    const above = this.#open.filter(({ level }) => level < part.level);
    const sibling = this.#byPart.get(this.#flat.get(part) ?? part);
    const near = sibling ?? ownerOf(label.role, above.at(-1)?.draft) ?? this.#noteAt(line);
    const named = label.subject || (part.blocks.length > 0 || part.items.length > 0 ? nameBehindColon(label) : '');
    const owner = this.#subject(named, near, line) ?? this.#existing(label.rest, near, line) ?? near;
    if (owner !== near || label.role === 'both') {
      // Labels below this one are about its subject too.
      this.#open = [...above, { level: part.level, draft: owner }];
    }
    if (label.role === 'both') {
      const body = this.#body.read(part.blocks, true);
      const isSplit = body.some(hasPoints);
      const plain: BodyPart[] = part.blocks.length > 0 ? [{ kind: 'plain', blocks: part.blocks }] : [];
      this.#take(owner, isSplit ? body : plain, partEnd(part), part.text);
      return;
    }
    addSections(owner, this.#labelSections(part, label, owner), partEnd(part));
  }

  /** A label's own section; labels of the other side that stand in it have sections of their own. */
  #labelSections(part: HeadingPart, label: Label, owner: Draft): ReadSection[] {
    const line = startLine(part);
    const role = label.role as Role;
    const body = this.#body.read(part.blocks);
    if (role !== 'pros' && role !== 'cons') {
      this.#take(owner, body.filter(hasPoints), partEnd(part));
      const own = body.some(hasPoints) ? plainBlocks(body) : part.blocks;
      return [newSection(role, part.text, line, own, [])];
    }
    const inner = body.filter(
      (other): other is LabelledPart =>
        other.kind === 'labelled' && hasPoints(other) && (other.role !== role || other.blocks.length === 0),
    );
    if (inner.length > 0) {
      const own = plainBlocks(body);
      this.#take(owner, inner, partEnd(part));
      return [newSection(role, part.text, line, own, readPoints(own))];
    }
    const end = endOfList(part.blocks);
    if (end > 0) {
      addSections(owner, plainSections(part.blocks.slice(end), false), partEnd(part));
    }
    const blocks = end > 0 ? part.blocks.slice(0, end) : part.blocks;
    const points = part.items.length > 0 ? part.items : readPoints(blocks);
    const isInline = points.length === 0 && label.hasColon && label.rest !== '';
    const inline: ReadPoint = { point: { line, text: label.rest }, content: [{ type: 'text', value: label.rest }] };
    return [newSection(role, part.text, line, blocks, isInline ? [inline] : points)];
  }

  /** Gives the parts of a body to their owners. */
  #take(owner: Draft, body: readonly BodyPart[], endLine: number, label = ''): void {
    const hasGist = label === '';
    const bold = boldOwners(body, this.#body.labels);
    body.forEach((part, index) => {
      if (part.kind === 'plain') {
        const sections = plainSections(part.blocks, hasGist && !this.#withGist.has(owner), label);
        if (sections.some(({ section }) => section.role === 'gist')) {
          this.#withGist.add(owner);
        }
        addSections(owner, sections, endLine);
      } else if (part.kind === 'labelled') {
        const title = bold.get(index);
        const near = title ? this.#named(title.name, owner, title.line) : ownerOf(part.role, owner);
        const subject = this.#subject(part.subject, near, part.line) ?? near;
        const section = newSection(
          part.role === 'both' ? 'other' : part.role,
          part.label,
          part.line,
          part.blocks,
          part.points,
        );
        addSections(subject, [section], Math.max(section.section.endLine, subject === owner ? endLine : 0));
      } else {
        const subject = isPlainSection(part.name) ? owner : (this.#subject(part.name, owner, part.line) ?? owner);
        this.#take(
          subject,
          part.parts.filter((inner) => inner.kind !== 'plain' || subject !== owner),
          bodyPartEnd(part),
        );
      }
    });
    addSections(owner, [], endLine);
  }

  /** The concept that a name means: one that is there or, if the name is short enough for one, one of its own. */
  #subject(name: string, near: Draft, line: number): Draft | undefined {
    const found = this.#existing(name, near, line);
    if (found || name === '') {
      return found;
    }
    // `인덱스의 장점` below `데이터베이스 인덱스`.
    const before = near.title.toLowerCase().endsWith(` ${name.toLowerCase()}`) ? near.title.slice(0, -name.length) : '';
    // `A와 B`, `A vs B` are about two.
    const isSaid =
      before !== '' &&
      !/(?:[,&/]|와|과|및|랑|[ ](?:and|or|vs\.?|versus|и|или|und|oder|et|y|e|と|与|和))\s+$/iu.test(before);
    return isSaid || name.length > longestSubject ? undefined : this.#named(name, near, line);
  }

  #existing(name: string, near: Draft, line: number): Draft | undefined {
    return name === '' ? undefined : this.#names.find(name, near, line);
  }

  #named(name: string, parent: Draft, line: number): Draft {
    const known = this.#existing(name, parent, line);
    if (known) {
      return known;
    }
    const draft = newDraft(name, parent.level + 1, line, '', parent);
    addSections(draft, [], line);
    this.#drafts.push(draft);
    this.#names.add(draft);
    return draft;
  }

  /** The concept that stands for the note where a label has none above it. */
  #noteAt(line: number): Draft {
    return this.#top && this.#top.line < line ? this.#top : this.#wholeAt(line);
  }

  #wholeAt(line: number): Draft {
    if (!this.#whole) {
      const preface = this.#preface;
      this.#whole = newDraft(this.#noteTitle, 0, preface ? startLine(preface) : line, '', undefined);
      this.#drafts.push(this.#whole);
      if (preface) {
        this.#take(this.#whole, this.#body.read(preface.blocks), partEnd(preface));
      }
    }
    return this.#whole;
  }
}

/** Sorts what is nearly always in order already, which is told sooner than sorted. */
function sortIfNot<T>(items: T[], compare: (a: T, b: T) => number): void {
  if (items.some((item, index) => compare(items[index - 1] ?? item, item) > 0)) {
    items.sort(compare);
  }
}

/** Points that stand under a heading such as `특징` are points of what that heading is about. */
function ownerOf<T extends Draft | undefined>(role: LabelRole, around: T): Draft | T {
  let owner: Draft | T = around;
  while (owner?.parent && isSide(role) && isPlainSection(owner.title)) {
    owner = owner.parent;
  }
  return owner;
}

function isSide(role: LabelRole): boolean {
  return role === 'pros' || role === 'cons' || role === 'both';
}

/** `Disadvantages: cache-aside` names a subject, `Pros: why we like it` does not. */
function nameBehindColon({ hasColon, rest }: Label): string {
  return hasColon && rest.split(' ').length <= mostSubjectWords ? subjectOf(rest) : '';
}

/** Notion exports a page with its title as the first heading, its properties below, and all other headings as high. */
function isExport([preface, first]: readonly HeadingPart[]): boolean {
  const [properties] = first?.blocks ?? [];
  const lines = properties?.type === 'paragraph' ? sourceLines(properties.children, 1) : [];
  const isTitle = preface?.blocks.length === 0 && first?.level === 1 && !first.label;
  return isTitle && lines.length > 1 && lines.every(({ text }) => /^[\p{L}][\p{L} ]{1,30}: \S/u.test(text));
}

/** The blocks that no label is about. */
function plainBlocks(body: readonly BodyPart[]): RootContent[] {
  return body.flatMap((part) => (part.kind === 'plain' ? part.blocks : []));
}

/** What stands directly under a concept's heading: its first paragraph is the gist. */
function plainSections(blocks: readonly RootContent[], mayBeGist: boolean, label = ''): ReadSection[] {
  const gist = mayBeGist ? findGist(blocks) : undefined;
  if (!gist) {
    return plainSection(blocks, label);
  }
  const { paragraph, index, text } = gist;
  return [
    ...plainSection(blocks.slice(0, index), label),
    { ...newSection('gist', label, firstLine(paragraph), [paragraph], []), text },
    ...plainSection(blocks.slice(index + 1), label),
  ];
}

function plainSection(blocks: readonly RootContent[], label: string): ReadSection[] {
  return blocks[0] ? [newSection('other', label, firstLine(blocks[0]), blocks, [])] : [];
}

function findGist(
  blocks: readonly RootContent[],
): { readonly paragraph: Paragraph; readonly index: number; readonly text: string } | undefined {
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'paragraph') {
      const text = plainText(block);
      if (isGist(text)) {
        return { paragraph: block, index, text };
      }
    }
  }
  return undefined;
}

/** A line of tags says nothing of its concept. */
function isGist(text: string): boolean {
  return text !== '' && !isTags(text);
}

function newSection(
  role: Role,
  label: string,
  line: number,
  blocks: readonly RootContent[],
  points: readonly ReadPoint[],
): ReadSection {
  const endLine = Math.max(line, lastLine(blocks.at(-1)), points.at(-1)?.point.line ?? 1);
  return { section: { role, label, line, endLine }, blocks, points };
}

function startLine({ heading, blocks }: HeadingPart): number {
  return firstLine(heading ?? blocks[0]);
}

function partEnd({ heading, blocks, items }: HeadingPart): number {
  const inItems = items.at(-1)?.content.at(-1)?.position?.end.line ?? items.at(-1)?.point.line ?? 1;
  return Math.max(lastLine(blocks.at(-1) ?? heading), inItems);
}

function bodyPartEnd(part: BodyPart): number {
  if (part.kind === 'plain') {
    return lastLine(part.blocks.at(-1));
  }
  if (part.kind === 'named') {
    return part.parts.reduce((last, inner) => Math.max(last, bodyPartEnd(inner)), part.line);
  }
  return Math.max(part.line, lastLine(part.blocks.at(-1)), part.points.at(-1)?.point.line ?? 1);
}
