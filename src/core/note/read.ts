import type { Root } from 'mdast';
import { uniqueNames } from './aliases.js';
import { parseWithinBudget } from './budget.js';
import { parseShallow, type ShallowTree } from './depth.js';
import { assignReferences } from './conceptReferences.js';
import { noFrontMatter, readFrontMatter, saidBy, type FrontMatter } from './frontMatter.js';
import { unglueLabels } from './gluedLabels.js';
import { builtInLabels, type LabelReader } from './label.js';
import { noteBullets } from './listBullets.js';
import { takeLogseqProperties } from './logseqProperties.js';
import { parseMarkdown } from './markdown.js';
import { readOutline, type ReadConcept } from './outline.js';
import { blankObsidianComments } from './obsidianComments.js';
import { parseInPieces } from './pieces.js';
import { plainText } from './plainText.js';
import { readReferences } from './references.js';
import { takeTomlFrontMatter } from './tomlFrontMatter.js';
import { shownText } from './wikiLink.js';
import { fenceTemplateCode } from './templateCode.js';
import type { Note, NoteSource, Problem } from './model.js';

/** A note together with its syntax tree: what a page is made from, and kept no longer than that takes. */
export interface NoteTree {
  readonly note: Note;
  readonly root: Root;
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
  return readNoteTree(source, labels).note;
}

/**
 * Reads a note and keeps its syntax.
 *
 * @param source The note's text and where it comes from.
 * @param labels Knows the label words.
 */
export function readNoteTree(source: NoteSource, labels: LabelReader = builtInLabels): NoteTree {
  const text = blankObsidianComments(fenceTemplateCode(source.text.replace(/^\uFEFF/u, '')));
  const toml = takeTomlFrontMatter(text);
  const { root, problems: depthProblems } = parseText(toml?.text ?? text);
  noteBullets(root, text);
  unglueLabels(root, text, labels);
  const front = withPageProperties(toml?.front ?? frontMatterOf(root), takeLogseqProperties(root));
  const title = front.title ?? onlyTopHeading(root, labels) ?? source.name;
  const written = uniqueNames([...(front.title === undefined ? [] : [front.title]), ...front.aliases]);
  const outline = readOutline(root, { uri: source.uri, title, written, implied: front.implied }, labels);
  const references = readReferences(root);
  const { concepts, links } = assignReferences(outline.concepts, references);
  const problems = [
    ...(source.problems ?? []),
    ...front.problems,
    ...depthProblems,
    ...unclosedFrontMatter(text),
    ...emptiness(concepts),
  ];
  const note: Note = {
    uri: source.uri,
    title,
    topics: front.topics.length > 0 ? uniqueNames(front.topics) : [source.folder],
    tags: uniqueNames(front.tags),
    concepts: concepts.map(({ concept }) => concept),
    links,
    anchors: [...outline.anchors, ...references.anchors].sort((a, b) => a.line - b.line),
    problems: problems.sort((a, b) => a.line - b.line),
  };
  return { note, root, concepts };
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

function parseText(text: string): ShallowTree {
  const tree = parseSafely(text);
  const [first] = tree.root.children;
  return first?.type === 'yaml' && isProse(first.value) ? parseSafely(`***${text.slice(3)}`) : tree;
}

/** Parses in time that grows as the text does, whatever it is, and leaves out what is nested too deeply. */
function parseSafely(text: string): ShallowTree {
  let unread: readonly Problem[] = [];
  const tree = parseShallow(text, (part) => {
    const { root, problems } = parseWithinBudget(part, (short) => parseInPieces(short, parseMarkdown));
    unread = problems;
    return root;
  });
  return { root: tree.root, problems: [...tree.problems, ...unread] };
}

/** Two thematic breaks look like front matter to the parser, but paragraphs and headings stand between them, and no key. */
function isProse(yaml: string): boolean {
  const hasBlankLine = /^[ \t]*\r?\n/mu.test(yaml) && yaml.trim() !== '';
  return hasBlankLine && !/^[\p{L}_"'][^\r\n]*:(?:\s|$)/mu.test(yaml);
}

function frontMatterOf(root: Root): FrontMatter {
  const [first] = root.children;
  return first?.type === 'yaml' ? readFrontMatter(first.value, first.position?.start.line ?? 1) : noFrontMatter;
}

/** A note's first heading names the note if it is no label and no other heading but labels stands as high. */
function onlyTopHeading(root: Root, labels: LabelReader): string | undefined {
  const headings = root.children.filter((node) => node.type === 'heading');
  const [first, ...others] = headings.map((heading) => ({ depth: heading.depth, text: plainText(heading) }));
  if (!first || first.text === '' || labels.read(first.text)?.isExact) {
    return undefined;
  }
  return others.every(({ depth, text }) => depth > first.depth || labels.read(text)?.isExact) ? first.text : undefined;
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
