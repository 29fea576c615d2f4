import { uniqueNames } from '../note/aliases.js';
import type { Concept, Note, NoteLink } from '../note/model.js';
import type { Steps } from '../steps.js';
import type { ReadonlyLibrary } from './library.js';
import type { LinkIndex } from './linkIndex.js';

/** Longest text of a link that is taken for a name, in characters and in words: what is longer is a part of a sentence. */
const longestName = { characters: 40, words: 5 };

/** Texts of links that name nothing. */
const pointers: ReadonlySet<string> = new Set([
  'here',
  'this',
  'link',
  'see',
  'note',
  'more',
  'source',
  '여기',
  '링크',
  '참고',
  '이것',
  '이 글',
  '노트',
  'тут',
  'здесь',
  'ссылка',
  'ここ',
  '这里',
]);

/**
 * A note whose concepts have as derived aliases what wiki links call them: `[[쿠버네티스|k8s]]` in any note makes k8s a name
 * of 쿠버네티스.
 *
 * @param note The note.
 * @param links The links of its library.
 * @returns The note itself where no link gives its concepts a name.
 */
export function* withLinkNames(note: Note, links: LinkIndex): Steps<Note> {
  const concepts: Concept[] = [];
  for (const concept of note.concepts) {
    const names = namesOf(concept, links);
    concepts.push(
      names.length === 0
        ? concept
        : { ...concept, aliases: [...concept.aliases, ...names], derived: [...concept.derived, ...names] },
    );
    yield;
  }
  return concepts.some((concept, index) => concept !== note.concepts[index]) ? { ...note, concepts } : note;
}

/** Remembers to which notes the links of each note give names: a change of those links changes what they are called. */
export class LinkedNotes {
  readonly #library: ReadonlyLibrary;
  readonly #links: LinkIndex;
  readonly #targets = new Map<string, readonly string[]>();

  /**
   * @param library The library.
   * @param links Its links.
   */
  constructor(library: ReadonlyLibrary, links: LinkIndex) {
    this.#library = library;
    this.#links = links;
  }

  /**
   * The notes to which a note's links give names, or gave them when it was last asked for.
   *
   * @param uri The note, as it now is or gone.
   * @returns URIs of other notes.
   */
  of(uri: string): string[] {
    const before = this.#targets.get(uri) ?? [];
    const naming = this.#library.note(uri)?.links.filter(givesName) ?? [];
    const now = naming.flatMap((link) => {
      const target = this.#links.resolve(link, uri);
      return target.kind === 'concept' && target.note.uri !== uri ? [target.note.uri] : [];
    });
    if (now.length > 0) {
      this.#targets.set(uri, now);
    } else {
      this.#targets.delete(uri);
    }
    return [...new Set([...before, ...now])];
  }
}

function namesOf(concept: Concept, links: LinkIndex): string[] {
  const known = [concept.title, concept.question, ...concept.aliases];
  const shown = links.backlinks(concept.id, givesName).map(({ link }) => link.shown);
  return uniqueNames([...known, ...shown]).slice(uniqueNames(known).length);
}

/** Whether a link calls what it leads to by something that may be a name of it. */
function givesName({ kind, shown }: NoteLink): boolean {
  return kind === 'wiki' && !shown.includes('#') && isName(shown);
}

function isName(shown: string): boolean {
  const isShort = shown.length <= longestName.characters && shown.split(/\s+/u).length <= longestName.words;
  return isShort && /\p{L}/u.test(shown) && !/[.!?。？！:]$/u.test(shown) && !pointers.has(shown.toLowerCase());
}
