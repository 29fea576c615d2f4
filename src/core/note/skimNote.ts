import { eachInSteps, type Steps } from '../steps.js';
import { uniqueNames } from './aliases.js';
import { endOfFrontMatter } from './cut.js';
import { noFrontMatter, readFrontMatter, type FrontMatter } from './frontMatter.js';
import { headingLines, type HeadingLine } from './headingLines.js';
import { HeadingSlugs } from './headingSlugs.js';
import { builtInLabels, type Label, type LabelReader } from './label.js';
import { parseMarkdown } from './markdown.js';
import { conceptSlug } from './outline.js';
import { ownText } from './ownText.js';
import { plainText } from './plainText.js';
import { askedName } from './question.js';
import { none, type Concept, type Note, type NoteSource } from './model.js';

/** What Markdown may stand for in a heading, or be escaped with. */
const marks = /[\\`*_[\]<>&~!:|@$\t]|www\.| {2}/u;

/** How many headings become concepts between two breaks. */
const headingsOfStep = 64;

/** A heading with its text and the label that it is, if it is one. */
interface Heading {
  readonly source: HeadingLine;
  readonly plain: string;
  readonly label: Label | undefined;
}

/** A concept, and what its sub-concepts take from it. */
interface Open {
  readonly concept: Concept;
  readonly level: number;
  /** Nothing until something stands below it. */
  slugs: HeadingSlugs | undefined;
}

/**
 * Reads what a note's headings and front matter say, at little more than the cost of looking through its text: titles,
 * topics, lines. What stands below the headings is left out, and so are other names. Where it matters, as for a heading
 * that only its points make a label, the concepts may be others than {@link readNote} finds.
 *
 * @param source The note's text and where it comes from.
 * @param labels Knows the label words.
 */
export function* skimNote(source: NoteSource, labels: LabelReader = builtInLabels): Steps<Note> {
  const text = source.text.replace(/^\uFEFF/u, '');
  const headings: Heading[] = [];
  yield* eachInSteps(yield* headingLines(text), (heading) => {
    const plain = plainHeading(heading.text);
    headings.push({ source: heading, plain, label: labelOf(heading, plain, labels) });
  });
  const front = frontMatterOf(text);
  const title = front.title ?? onlyTop(headings) ?? source.name;
  const found = yield* conceptsOf(headings, source.uri);
  const concepts = found.length > 0 ? found : wholeNote(text, title, source.uri);
  return {
    uri: source.uri,
    title,
    topics: front.topics.length > 0 ? uniqueNames(front.topics) : [source.folder],
    tags: uniqueNames(front.tags),
    concepts,
    links: none,
    anchors: none,
    problems: none,
  };
}

function plainHeading(text: string): string {
  if (!marks.test(text)) {
    return ownText(text);
  }
  const [heading] = parseMarkdown(`# ${text}\n`).children;
  return heading?.type === 'heading' ? plainText(heading) : text;
}

function labelOf({ startsList }: HeadingLine, plain: string, labels: LabelReader): Label | undefined {
  const label = labels.read(plain);
  if (!label) {
    return undefined;
  }
  if (label.role === 'pros' || label.role === 'cons') {
    return label.isExact || startsList ? label : undefined;
  }
  const isBare = label.isExact && label.rest === '';
  return isBare || (label.isExact && label.role === 'example') ? label : undefined;
}

function* conceptsOf(headings: readonly Heading[], uri: string): Steps<Concept[]> {
  const concepts: Concept[] = [];
  const tops = new HeadingSlugs();
  const open: Open[] = [];
  for (let index = 0; index < headings.length; index += 1) {
    const heading = headings[index];
    if (index % headingsOfStep === headingsOfStep - 1) {
      yield;
    }
    if (!heading || heading.plain === '') {
      continue;
    }
    const { plain, label } = heading;
    const { level, line } = heading.source;
    if (label) {
      index += itemsBelow(headings, index);
      continue;
    }
    while ((open.at(-1)?.level ?? 0) >= level) {
      open.pop();
    }
    const parent = open.at(-1);
    const asked = askedName(plain);
    if (parent) {
      parent.slugs ??= new HeadingSlugs();
    }
    const slug = (parent?.slugs ?? tops).next(conceptSlug(plain));
    const id = parent ? `${parent.concept.id}/${slug}` : `${uri}#${slug}`;
    const question = asked === undefined ? '' : plain;
    const concept = named({ id, title: asked ?? plain, question, line, level, parent: parent?.concept.id ?? null });
    concepts.push(concept);
    open.push({ concept, level, slugs: undefined });
  }
  return concepts;
}

/** A note without a heading that names a concept is one by itself, if it says anything. */
function wholeNote(text: string, title: string, uri: string): Concept[] {
  const front = endOfFrontMatter(text);
  const body = text.slice(front?.offset ?? 0);
  const blank = /^\s*/u.exec(body)?.[0] ?? '';
  if (blank.length === body.length) {
    return [];
  }
  const line = (front?.line ?? 1) + (blank.match(/\n/gu) ?? []).length;
  const id = `${uri}#${conceptSlug(title)}`;
  return [named({ id, title, question: '', line, level: 0, parent: null })];
}

/** A concept of which nothing more is known. */
function named(known: Pick<Concept, 'id' | 'title' | 'question' | 'line' | 'level' | 'parent'>): Concept {
  const { id, title, question, line, level, parent } = known;
  return {
    id,
    title,
    question,
    aliases: none,
    derived: none,
    tags: none,
    line,
    endLine: line,
    level,
    anchor: '',
    parent,
    gist: '',
    pros: none,
    cons: none,
    sections: none,
  };
}

/** How many sub-headings of a label for a side are its points: all, unless one of them is a label itself. */
function itemsBelow(headings: readonly Heading[], index: number): number {
  const above = headings[index];
  const isSide = above?.label?.role === 'pros' || above?.label?.role === 'cons';
  if (!above || !isSide || above.source.startsList) {
    return 0;
  }
  const first = headings[index + 1];
  let count = 0;
  for (
    let next = first;
    next && next.source.level > above.source.level && count < 64;
    next = headings[index + 1 + count]
  ) {
    if (next.label || next.plain === '' || next.source.level !== first?.source.level) {
      return 0;
    }
    count += 1;
  }
  return count;
}

/** A note's first heading names the note if it is no label and no other heading but labels stands as high. */
function onlyTop(headings: readonly Heading[]): string | undefined {
  const [first, ...others] = headings;
  const isOnly = others.every(({ source, label }) => source.level > (first?.source.level ?? 0) || label);
  return first && !first.label && first.plain !== '' && isOnly ? first.plain : undefined;
}

function frontMatterOf(text: string): FrontMatter {
  const end = endOfFrontMatter(text);
  const yaml = end && text.slice(text.indexOf('\n') + 1, end.offset).replace(/---[ \t]*\r?\n?$/u, '');
  return yaml === undefined ? noFrontMatter : readFrontMatter(yaml, 1);
}
