import type { Concept, Note, NoteLink, Problem } from '../note/model.js';
import { percentDecoded } from '../note/percentDecoded.js';
import type { Located, ReadonlyLibrary } from './library.js';
import type { LinkIndex } from './linkIndex.js';
import { nameKey } from './nameKey.js';

/** A problem that is one only if a file does not exist, which the core cannot know. */
export interface FileProblem {
  /** Path or URI of the file, in the form of the note's own. */
  readonly path: string;
  readonly problem: Problem;
}

/** What is wrong with a note. */
export interface NoteProblems {
  readonly problems: readonly Problem[];
  readonly ifMissing: readonly FileProblem[];
}

/**
 * What is wrong with a note by itself and among the others: what was met while it was read, labels without points, concepts
 * that are there twice, links that lead nowhere.
 *
 * @param note The note.
 * @param library The library that it is in.
 * @param links The links of the library.
 * @returns In the order of the lines.
 */
export function noteProblems(note: Note, library: ReadonlyLibrary, links: LinkIndex): NoteProblems {
  const ifMissing: FileProblem[] = [];
  const broken = note.links.flatMap((link) => brokenLink(link, note.uri, links, ifMissing));
  const problems = [
    ...note.problems,
    ...note.concepts.flatMap(emptyLabels),
    ...duplicates(note, library, links),
    ...broken,
  ];
  return { problems: problems.sort((a, b) => a.line - b.line), ifMissing };
}

function emptyLabels({ sections, pros, cons }: Concept): Problem[] {
  return sections
    .filter(({ role, label }) => label !== '' && (role === 'pros' || role === 'cons'))
    .filter(({ role, line, endLine }) => {
      const points = role === 'pros' ? pros : cons;
      return !points.some((point) => point.line >= line && point.line <= endLine);
    })
    .map(({ line, label }): Problem => {
      const message = '“{0}” has no points. Write one on a line below it, or take it out.';
      return { line, message, args: [label] };
    });
}

/** Twins below one parent and, between notes of one folder, twins that stand for their notes. */
function duplicates(note: Note, library: ReadonlyLibrary, links: LinkIndex): Problem[] {
  const seen = new Map<string, Concept>();
  const problems: Problem[] = [];
  for (const concept of note.concepts.filter(({ anchor }) => anchor !== '')) {
    const key = `${concept.parent ?? ''}\n${nameKey(concept.title)}`;
    const first = seen.get(key);
    const other = first ? undefined : twin({ note, concept }, library, links);
    if (first) {
      const message = 'The concept “{0}” is already on line {1}. Give one of them another heading, or join them.';
      problems.push({ line: concept.line, message, args: [concept.title, first.line] });
    } else if (other) {
      const message =
        'The concept “{0}” is also in the note “{1}” on line {2}. Give one of them another heading, or join them.';
      problems.push({ line: concept.line, message, args: [concept.title, fileOf(other.note.uri), other.concept.line] });
    }
    seen.set(key, first ?? concept);
  }
  return problems;
}

/** A concept of the same title in another note of the folder; both stand highest in their notes and say something. */
function twin({ note, concept }: Located, library: ReadonlyLibrary, links: LinkIndex): Located | undefined {
  if (!isMain(concept)) {
    return undefined;
  }
  const key = nameKey(concept.title);
  for (const uri of links.notesNaming(concept.title)) {
    const other = uri === note.uri || folderOf(uri) !== folderOf(note.uri) ? undefined : library.note(uri);
    const same = other?.concepts.find((candidate) => isMain(candidate) && nameKey(candidate.title) === key);
    if (other && same) {
      return { note: other, concept: same };
    }
  }
  return undefined;
}

function isMain({ parent, pros, cons, gist }: Concept): boolean {
  return parent === null && (gist !== '' || pros.length + cons.length > 0);
}

function brokenLink(link: NoteLink, from: string, links: LinkIndex, ifMissing: FileProblem[]): Problem[] {
  const target = links.resolve(link, from);
  const written = writtenLink(link);
  if (target.kind === 'concept') {
    const message = 'The link “{0}” names a heading that its note does not have. Correct what stands behind “#”.';
    return target.isWhole ? [] : [{ line: link.line, message, args: [written] }];
  }
  const message = 'The link “{0}” leads to no note. Correct it, or write the note.';
  const problem: Problem = { line: link.line, message, args: [written] };
  if (target.kind === 'missing') {
    return [problem];
  }
  // Without an extension it may be a page of the site that the notes are made into, and from the root it depends on the site.
  if (/\.[a-z\d]{1,8}$/iu.test(link.target) && !link.target.startsWith('/')) {
    ifMissing.push({ path: target.path, problem });
  }
  return [];
}

function writtenLink({ kind, target, heading }: NoteLink): string {
  const address = target + (heading === '' ? '' : `#${heading}`);
  return kind === 'wiki' ? `[[${address}]]` : address;
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

function fileOf(uri: string): string {
  return percentDecoded(uri.slice(uri.lastIndexOf('/') + 1));
}
