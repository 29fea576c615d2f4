import { readNoteTree, type NoteTree } from '../../../src/core/note/read.js';
import type { PageContext } from '../../../src/core/page/pageContext.js';
import { renderConcept } from '../../../src/core/page/renderConcept.js';
import { english } from '../../../src/core/translate.js';

/** The context of all pages here: images below `./` load from one host, English, a note called `notes/a.md`. */
export const context: PageContext = {
  translate: english,
  location: 'notes/a.md',
  linkedFrom: [],
  resolveImage: (src) => (src.startsWith('./') ? `https://images.example/${src.slice(2)}` : undefined),
};

/**
 * Reads a note as `file:///a.md` in a folder `Folder`.
 *
 * @param lines The note's lines.
 */
export function noteTree(...lines: readonly string[]): NoteTree {
  return readNoteTree({ uri: 'file:///a.md', name: 'a', folder: 'Folder', text: lines.join('\n') });
}

/**
 * Renders the first concept of a note.
 *
 * @param lines The note's lines.
 */
export function firstPage(...lines: readonly string[]): string {
  const tree = noteTree(...lines);
  return pageOf(tree, tree.note.concepts[0]?.title ?? '');
}

/**
 * Renders the first concept of a note that cannot be written.
 *
 * @param lines The note's lines.
 */
export function readOnlyPage(...lines: readonly string[]): string {
  const tree = noteTree(...lines);
  return pageOf(tree, tree.note.concepts[0]?.title ?? '', { ...context, isReadOnly: true });
}

/**
 * Renders a concept by its title.
 *
 * @param tree The note.
 * @param title The concept's title.
 * @param where The context of the page.
 */
export function pageOf(tree: NoteTree, title: string, where = context): string {
  const concept = tree.note.concepts.find((candidate) => candidate.title === title);
  const html = concept && renderConcept(tree, concept.id, where);
  if (html === undefined) {
    throw new Error(`The note has no concept “${title}”.`);
  }
  return html;
}

/**
 * Cuts the first element of a kind out of a page.
 *
 * @param html The page.
 * @param start The element's opening tag, or how that starts.
 * @returns From its opening tag to its own closing tag; empty where there is none.
 */
export function elementOf(html: string, start: string): string {
  const from = html.indexOf(start);
  const name = /^<([a-z0-9]+)/u.exec(start)?.[1] ?? '';
  let depth = 0;
  for (const match of html.slice(Math.max(from, 0)).matchAll(new RegExp(`<(/?)${name}(?=[ >])[^>]*>`, 'gu'))) {
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) {
      return from < 0 ? '' : html.slice(from, from + match.index + match[0].length);
    }
  }
  return '';
}
