import * as vscode from 'vscode';
import type { Located } from '../../core/library/library.js';
import type { NoteTree } from '../../core/note/read.js';
import { comparedIds, isComparison } from '../../core/page/comparison.js';
import type { LinkSource, PageContext } from '../../core/page/pageContext.js';
import { splitTitle } from '../../core/page/splitTitle.js';
import { noteLocation } from '../notes/noteLocation.js';
import type { Notes } from '../notes/notes.js';
import { linkSources } from './linkSources.js';
import { resolveImage } from './pageLinks.js';

/** What a page shows. */
export interface PageContent {
  readonly title: string;
  /** Safe HTML. */
  readonly html: string;
  /** Language of the text as a BCP 47 tag, where it is another than that of most notes. */
  readonly lang: string | undefined;
  /** The concepts that are shown, in the order of their columns where there are several. */
  readonly shown: readonly Located[];
}

/**
 * Names what a page shows.
 *
 * @param id Id of a concept or of a comparison.
 * @param notes The notes.
 * @returns Nothing if it is not in the library.
 */
export function pageTitle(id: string, notes: Notes): string | undefined {
  const titles = locate(id, notes).map(({ concept }) => concept.title);
  // Of several, what stands in brackets would leave no room.
  return titles.length > 1 ? titles.map((title) => splitTitle(title).main).join(' ↔ ') : titles[0];
}

/**
 * Reads and renders what a page shows.
 *
 * @param id Id of a concept or of a comparison.
 * @param notes The notes; they are ready.
 * @param webview What it is shown in.
 * @param unfolded Ids of the sub-concepts that are shown in their cards.
 * @returns Nothing if no note has it.
 */
export async function pageContent(
  id: string,
  notes: Notes,
  webview: vscode.Webview,
  unfolded: ReadonlySet<string>,
): Promise<PageContent | undefined> {
  await Promise.all(comparedIds(id).map((conceptId) => notes.settle(conceptId)));
  const trees = new Map<string, NoteTree>();
  const below = [...unfolded].filter((other) => other.startsWith(`${id}/`));
  for (const located of [id, ...below].flatMap((wanted) => locate(wanted, notes))) {
    // Reading in part may have come to reading all.
    const isRead = trees.get(id)?.concepts.some(({ concept }) => concept.id === located.concept.id) === true;
    const tree = isRead ? undefined : await notes.tree(located);
    if (tree) {
      trees.set(located.concept.id, tree);
    }
  }
  const { renderConcept } = await import('../../core/page/renderConcept.js');
  const { renderComparison } = await import('../../core/page/renderComparison.js');
  // What was there may be gone by now.
  const shown = locate(id, notes).filter(({ concept }) => trees.has(concept.id));
  const compared = shown.flatMap(({ concept }) => {
    const tree = trees.get(concept.id);
    const links = isComparison(id) ? [] : linkSources(notes, concept.id);
    const context = tree && { ...contextOf(tree, links, notes, webview), unfolded };
    return context ? [{ tree: withParts(tree, trees), conceptId: concept.id, context }] : [];
  });
  const [only] = compared;
  const html = isComparison(id)
    ? renderComparison(compared, vscode.l10n.t)
    : only && renderConcept(only.tree, only.conceptId, only.context);
  if (html === undefined) {
    return undefined;
  }
  const text = shown.map(({ concept }) => concept.title + concept.gist).join('');
  const lang = /\p{Script=Hangul}/u.test(text) ? 'ko' : undefined;
  return { title: pageTitle(id, notes) ?? '', html, lang, shown };
}

/**
 * Finds the concepts that a page's id stands for.
 *
 * @param id Id of a concept or of a comparison.
 * @param notes The notes.
 * @returns Those that are in the library, in the order of their columns.
 */
export function locate(id: string, notes: Notes): Located[] {
  return comparedIds(id)
    .map((conceptId) => notes.library.find(conceptId))
    .filter((located) => located !== undefined);
}

/** A note with the syntax of all that was read of it. Where it has changed meanwhile, it is about to be rendered anew. */
function withParts(tree: NoteTree, others: ReadonlyMap<string, NoteTree>): NoteTree {
  const parts = [...others.values()].filter(({ text }) => text === tree.text);
  return { ...tree, concepts: parts.flatMap(({ concepts }) => concepts) };
}

function contextOf(
  tree: NoteTree,
  linkedFrom: readonly LinkSource[],
  notes: Notes,
  webview: vscode.Webview,
): PageContext {
  const { uri } = tree.note;
  return {
    translate: vscode.l10n.t,
    location: noteLocation(uri, notes.roots()),
    linkedFrom,
    // Of some file systems the editor does not know.
    isReadOnly: vscode.workspace.fs.isWritableFileSystem(vscode.Uri.parse(uri).scheme) === false,
    resolveImage: (src) => resolveImage(src, uri, notes.roots(), webview),
  };
}
