import type { Root } from 'mdast';
import { uniqueNames } from './aliases.js';
import { assignReferences } from './conceptReferences.js';
import { noFrontMatter, readFrontMatter, saidBy, type FrontMatter } from './frontMatter.js';
import { builtInLabels, type LabelReader } from './label.js';
import { takeLogseqProperties } from './logseqProperties.js';
import { firstLine } from './nodeLines.js';
import { readOutline, type ReadConcept } from './outline.js';
import { parseNote } from './parseNote.js';
import { plainText } from './plainText.js';
import { readReferences } from './references.js';
import { finish, type Steps } from '../steps.js';
import { shownText } from './wikiLink.js';
import { none, type Concept, type Note, type NoteSource, type Problem } from './model.js';

/** A note together with its syntax tree: what a page is made from, and kept no longer than that takes. */
export interface NoteTree {
  readonly note: Note;
  /** Of a note that was read in part, it holds that part and all definitions. */
  readonly root: Root;
  /** The text in which the nodes have their positions. */
  readonly text: string;
  /** The concepts with their syntax, in document order. */
  readonly concepts: readonly ReadConcept[];
}

/**
 * Reads a note. Whatever the text is, what can be read is read, and what cannot becomes a problem.
 *
 * @param source The note's text and where it comes from.
 * @param labels Knows the label words.
 */
export function readNote(source: NoteSource, labels: LabelReader = builtInLabels): Note {
  return finish(readNoteInSteps(source, labels));
}

/**
 * The same in steps, for large notes take their time.
 *
 * @param source The note's text and where it comes from.
 * @param labels Knows the label words.
 */
export function* readNoteInSteps(source: NoteSource, labels: LabelReader): Steps<Note> {
  const { note } = yield* treeInSteps(source, labels);
  if (source.text.length <= longestKept * keptLength(note)) {
    return note;
  }
  const { concepts, ...rest } = note;
  const copies: Concept[] = [];
  for (const concept of concepts) {
    copies.push(copyOf(concept));
    yield;
  }
  return { ...copyOf(rest), concepts: copies };
}

/** Of strings, the copy has its own. */
function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** How much longer than what is kept of it a text may be. */
const longestKept = 3;

/** A part of a string keeps all of it in memory. */
function keptLength({ concepts }: Note): number {
  let length = 0;
  for (const { gist, pros, cons } of concepts) {
    length += gist.length;
    for (const points of [pros, cons]) {
      for (const { text } of points) {
        length += text.length;
      }
    }
  }
  return length;
}

/**
 * Reads a note and keeps its syntax.
 *
 * @param source The note's text and where it comes from.
 * @param labels Knows the label words.
 */
export function readNoteTree(source: NoteSource, labels: LabelReader = builtInLabels): NoteTree {
  return finish(treeInSteps(source, labels));
}

function* treeInSteps(source: NoteSource, labels: LabelReader): Steps<NoteTree> {
  const { text, toml, root, problems: depthProblems } = yield* parseNote(source.text, labels);
  const front = withPageProperties(toml ?? frontMatterOf(root), takeLogseqProperties(root));
  const title = front.title ?? onlyTopHeading(root, labels) ?? source.name;
  const written = uniqueNames([...(front.title === undefined ? [] : [front.title]), ...front.aliases]);
  const outline = yield* readOutline(root, { uri: source.uri, title, written, implied: front.implied }, labels);
  const references = yield* readReferences(root);
  const { concepts, links } = assignReferences(outline.concepts, references);
  const problems = [
    ...(source.problems ?? []),
    ...front.problems,
    ...depthProblems,
    ...unclosedFrontMatter(text),
    // Where its file was not read at all, that is said already.
    ...(source.problems?.length ? [] : emptiness(concepts)),
  ];
  const note: Note = {
    uri: source.uri,
    title,
    topics: front.topics.length > 0 ? uniqueNames(front.topics) : [source.folder],
    tags: uniqueNames(front.tags),
    concepts: concepts.map(({ concept }) => concept),
    links,
    anchors: byLine(outline.anchors, references.anchors),
    problems: byLine(problems, none),
  };
  return { note, root, text, concepts };
}

/** The items of two lists, in document order. */
function byLine<T extends { readonly line: number }>(items: readonly T[], others: readonly T[]): readonly T[] {
  return items.length + others.length === 0 ? none : [...items, ...others].sort((a, b) => a.line - b.line);
}

/** What a Logseq page says of itself counts as its front matter. */
function withPageProperties(front: FrontMatter, page: ReadonlyMap<string, string>): FrontMatter {
  if (page.size === 0) {
    return front;
  }
  const { title, aliases, topics, tags } = saidBy(new Map([...page].map(([key, value]) => [key, shownText(value)])));
  return {
    ...front,
    title: front.title ?? title,
    aliases: [...front.aliases, ...aliases],
    topics: front.topics.length > 0 ? front.topics : topics,
    tags: [...front.tags, ...tags],
  };
}

function frontMatterOf(root: Root): FrontMatter {
  const [first] = root.children;
  return first?.type === 'yaml' ? readFrontMatter(first.value, firstLine(first)) : noFrontMatter;
}

/** A note's first heading names the note if it is no label and no other heading but labels stands as high. */
function onlyTopHeading(root: Root, labels: LabelReader): string | undefined {
  const first = root.children.find((node) => node.type === 'heading');
  const text = first ? plainText(first) : '';
  const isLabel = (heading: string): boolean => labels.read(heading)?.isExact === true;
  if (!first || text === '' || isLabel(text)) {
    return undefined;
  }
  const isOnly = root.children.every(
    (node) => node.type !== 'heading' || node === first || node.depth > first.depth || isLabel(plainText(node)),
  );
  return isOnly ? text : undefined;
}

function unclosedFrontMatter(text: string): Problem[] {
  if (/^\+\+\+[ \t]*\r?\n[\w-]+[ \t]*=/u.test(text) && !/\n\+\+\+[ \t]*(?:\r?\n|$)/u.test(text)) {
    return [{ line: 1, message: 'This front matter has no closing “+++”, so it was read as text.', args: [] }];
  }
  if (!/^---[ \t]*\r?\n[\p{L}_][\p{L}\p{N}_-]*:(?:\s|$)/u.test(text) || /\n---[ \t]*(?:\r?\n|$)/u.test(text)) {
    return [];
  }
  return [{ line: 1, message: 'This front matter has no closing “---”, so it was read as text.', args: [] }];
}

function emptiness(concepts: readonly ReadConcept[]): Problem[] {
  const message = 'This note is empty. Write a heading for a concept and a paragraph under it.';
  return concepts.length === 0 ? [{ line: 1, message, args: [] }] : [];
}
