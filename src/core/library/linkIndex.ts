import { headingSlug } from '../note/headingSlugs.js';
import type { Concept, Note, NoteLink } from '../note/model.js';
import { noteName } from '../note/noteName.js';
import { comparable } from '../search/searchKey.js';
import { eachInSteps, type Steps } from '../steps.js';
import { nameKey } from './nameKey.js';
import { gatherChanges } from './gatherChanges.js';
import type { Located, ReadonlyLibrary } from './library.js';
import { NameMap } from './nameMap.js';
import { comparablePath, resolvePath } from './notePath.js';

/** What a link in a note comes to. */
export type LinkTarget =
  /** A concept; `heading` is missing where the note has none of the name that the link gives. */
  | ({ readonly kind: 'concept'; readonly isWhole: boolean } & Located)
  /** No note of the library: a file that may exist all the same, by its path. */
  | { readonly kind: 'file'; readonly path: string }
  /** A wiki link to a name that nothing in the library has. */
  | { readonly kind: 'missing' };

/** A link that leads to a concept. */
export interface Backlink {
  readonly note: Note;
  readonly link: NoteLink;
}

/**
 * Knows which concept every link of the library leads to, and which links lead to a concept. It follows the library's
 * changes at the cost of the notes that changed.
 */
export class LinkIndex {
  readonly #library: ReadonlyLibrary;
  readonly #end: () => void;
  readonly #indexed = new Map<string, Note>();
  readonly #waiting = new Set<string>();
  /** URIs of notes by file name and by path, and of those that have a concept of a name. */
  readonly #byFile = new NameMap();
  readonly #byPath = new NameMap();
  readonly #byName = new NameMap();
  /** URIs of notes that have a link to a name. */
  readonly #linking = new NameMap();
  /** The taking in of what waits, broken off somewhere. */
  #underWay: Steps<void> | undefined;

  /** @param library The library to follow. */
  constructor(library: ReadonlyLibrary) {
    this.#library = library;
    this.#end = gatherChanges(library, this.#waiting);
  }

  /** Ends the following. */
  dispose(): void {
    this.#end();
  }

  /**
   * Takes in some of the notes that came or changed, so that not all are left to whoever asks first.
   *
   * @param most How many, of those that are not large: these are taken in by parts.
   * @returns Whether there are more.
   */
  takeIn(most: number): boolean {
    for (let left = most; left > 0; left -= 1) {
      this.#underWay ??= this.#waiting.size > 0 ? this.#takeInAll() : undefined;
      if (!this.#underWay || this.#underWay.next().done === true) {
        this.#underWay = undefined;
        return false;
      }
    }
    return true;
  }

  /**
   * Finds what a link leads to.
   *
   * @param link The link.
   * @param from URI of the note that it stands in.
   */
  resolve(link: Pick<NoteLink, 'kind' | 'target' | 'heading' | 'shown'>, from: string): LinkTarget {
    this.#catchUp();
    if (link.target === '') {
      return this.#inNote(this.#library.note(from), link.heading) ?? { kind: 'missing' };
    }
    return link.kind === 'path' ? this.#byLinkPath(link, from) : this.#byWikiName(link, from);
  }

  /**
   * The links of other concepts, and of other notes, that lead to a concept.
   *
   * @param conceptId The concept's id.
   * @param isWanted Which links to look at: finding out where one leads takes its time.
   * @returns In the order of their notes and lines.
   */
  backlinks(conceptId: string, isWanted = (_: NoteLink): boolean => true): Backlink[] {
    this.#catchUp();
    const target = this.#library.find(conceptId);
    if (!target) {
      return [];
    }
    const { note, concept } = target;
    const names = [noteName(note.uri), note.title, concept.title, ...concept.aliases].map(nameKey);
    const sources = new Set([note.uri, ...names.flatMap((name) => this.#linking.get(name))]);
    const notes = [...sources].sort().flatMap((uri) => this.#library.note(uri) ?? []);
    return notes.flatMap((source) =>
      source.links
        .filter((link) => link.concept !== conceptId && isWanted(link) && this.#leadsTo(link, source.uri, conceptId))
        .map((link) => ({ note: source, link })),
    );
  }

  #leadsTo(link: NoteLink, from: string, conceptId: string): boolean {
    const target = this.resolve(link, from);
    return target.kind === 'concept' && target.concept.id === conceptId;
  }

  #byLinkPath({ target, heading }: Pick<NoteLink, 'target' | 'heading'>, from: string): LinkTarget {
    const path = resolvePath(from, target);
    const direct = this.#candidates(path).map((candidate) => this.#noteOfPath(candidate));
    // A path from the root starts at the root of a site or of a workspace: wherever that is, it ends alike.
    const note = direct.find(Boolean) ?? (target.startsWith('/') ? this.#noteNamed(target.slice(1), from) : undefined);
    return this.#inNote(note, heading) ?? { kind: 'file', path };
  }

  /**
   * URIs of the notes in which something goes by a name, in their order.
   *
   * @param name A title or another name.
   */
  notesNaming(name: string): string[] {
    this.#catchUp();
    return this.#byName.get(nameKey(name));
  }

  /** A path may leave out the extension, or name a folder by its own note. */
  #candidates(path: string): string[] {
    const base = path.replace(/\/+$/u, '');
    return [base, `${base}.md`, `${base}/index.md`, `${base}/README.md`, `${base}/_index.md`];
  }

  #noteOfPath(path: string): Note | undefined {
    const [uri] = this.#byPath.get(comparablePath(path));
    return uri === undefined ? undefined : this.#library.note(uri);
  }

  #byWikiName(link: Pick<NoteLink, 'target' | 'heading' | 'shown'>, from: string): LinkTarget {
    const note = this.#noteNamed(link.target, from) ?? this.#noteNamed(reversed(link), from);
    const inNote = note && this.#inNote(note, link.heading);
    return inNote ?? this.#conceptNamed(link.target, from) ?? { kind: 'missing' };
  }

  /** A note by its file name; of several, the one in the folder that is named, else the nearest. */
  #noteNamed(name: string, from: string): Note | undefined {
    const path = comparablePath(name).replace(/\.(?:md|markdown)$/u, '');
    const uris = this.#byFile.get(nameKey(path.slice(path.lastIndexOf('/') + 1)));
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const fitting = uris.filter((uri) => !path.includes('/') || withoutExtension(uri).endsWith(`/${path}`));
    const nearest = fitting.find((uri) => uri.slice(0, uri.lastIndexOf('/') + 1) === folder) ?? fitting[0];
    return nearest === undefined ? undefined : this.#library.note(nearest);
  }

  /** A concept by any of its names, in the link's own note first; written names before derived ones. */
  #conceptNamed(name: string, from: string): LinkTarget | undefined {
    const key = nameKey(name);
    const uris = this.#byName.get(key);
    const notes = [...uris].sort((a, b) => Number(b === from) - Number(a === from) || (a < b ? -1 : 1));
    const found = notes.flatMap((uri) => {
      const note = this.#library.note(uri);
      return (note?.concepts ?? []).flatMap((concept) => {
        const rank = [concept.title, ...concept.aliases].map(nameKey).indexOf(key);
        return note && rank >= 0 ? [{ note, concept, rank }] : [];
      });
    });
    const best = found.find(({ rank }) => rank === 0) ?? found[0];
    return best && { kind: 'concept', isWhole: true, note: best.note, concept: best.concept };
  }

  /** The concept of a heading, an anchor or a label; a note's first where the link names none, or none that is there. */
  #inNote(note: Note | undefined, heading: string): LinkTarget | undefined {
    const [first] = note?.concepts ?? [];
    if (!note || !first) {
      return undefined;
    }
    const concept = heading === '' || heading.startsWith('^') ? first : conceptAt(note, heading);
    return { kind: 'concept', note, concept: concept ?? first, isWhole: concept !== undefined };
  }

  #catchUp(): void {
    this.takeIn(Infinity);
  }

  *#takeInAll(): Steps<void> {
    for (const uri of this.#waiting) {
      // What comes meanwhile waits again.
      this.#waiting.delete(uri);
      const [before, after] = [this.#indexed.get(uri), this.#library.note(uri)];
      if (before) {
        this.#indexed.delete(uri);
        yield* this.#enter(before, 'delete');
      }
      if (after) {
        this.#indexed.set(uri, after);
        yield* this.#enter(after, 'add');
      }
      yield;
    }
  }

  *#enter(note: Note, how: 'add' | 'delete'): Steps<void> {
    const { uri } = note;
    this.#byFile[how](nameKey(noteName(comparablePath(uri))), uri);
    this.#byPath[how](comparablePath(uri), uri);
    const names = new Set([nameKey(note.title)]);
    yield* eachInSteps(note.concepts, ({ title, aliases }) => {
      names.add(nameKey(title));
      aliases.forEach((alias) => names.add(nameKey(alias)));
    });
    yield* eachInSteps(names, (name) => this.#byName[how](name, uri));
    const targets = new Set<string>();
    yield* eachInSteps(note.links, (link) => targetKeys(link).forEach((key) => targets.add(key)));
    yield* eachInSteps(targets, (name) => this.#linking[how](name, uri));
  }
}

/** Dendron writes what is shown first: `[[shown|note]]`. */
function reversed({ target, shown }: Pick<NoteLink, 'target' | 'shown'>): string {
  return shown === target ? '' : shown;
}

function conceptAt(note: Note, heading: string): Concept | undefined {
  // `[[note#section#part]]` names a part by the way to it.
  const last = heading.split('#').filter(Boolean).at(-1) ?? heading;
  const [exact, loose] = [comparable(last.trim()), nameKey(last)];
  const named =
    note.concepts.find(({ anchor }) => comparable(anchor) === exact) ??
    note.concepts.find(({ title, question, anchor }) =>
      [title, question, anchor].some((name) => nameKey(name) === loose),
    );
  if (named) {
    return named;
  }
  const slug = headingSlug(last);
  const place = note.anchors.find(({ name }) => [exact, slug].includes(comparable(name)) || nameKey(name) === loose);
  return place && note.concepts.filter(({ line, endLine }) => line <= place.line && place.line <= endLine).at(-1);
}

/** What a link may name its target by. */
function targetKeys({ target, shown }: NoteLink): string[] {
  const path = comparablePath(target);
  const file = path.replace(/\/+$/u, '').slice(path.lastIndexOf('/') + 1);
  return [file.replace(/\.(?:md|markdown)$/u, ''), target, shown].map(nameKey).filter((key) => key !== '');
}

function withoutExtension(uri: string): string {
  return comparablePath(uri).replace(/\.(?:md|markdown)$/u, '');
}
