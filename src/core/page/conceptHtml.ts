import { sanitize } from 'hast-util-sanitize';
import type { Code, Image, ImageReference, Link, LinkReference, Root, RootContent, Text } from 'mdast';
import { defaultHandlers, toHast, type State } from 'mdast-util-to-hast';
import type { Concept } from '../note/model.js';
import type { NoteTree } from '../note/read.js';
import { toHtml } from './html.js';
import { linkTarget } from './linkTarget.js';
import { languageName } from './noteHandlers.js';
import { noteDefinitions, pageSyntax } from './noteSyntax.js';
import { noteIdPrefix, safeSchema } from './safeSchema.js';

/**
 * Writes a concept, sub-concepts included, as HTML for other programs: what it says, without anything that belongs to a
 * page. Links and pictures lead to the web or are left as their words.
 *
 * @param tree The note with its syntax.
 * @param conceptId The concept's id.
 * @returns Safe HTML; nothing if the note has no such concept.
 */
export function conceptHtml(tree: NoteTree, conceptId: string): string | undefined {
  const concept = tree.note.concepts.find(({ id }) => id === conceptId);
  if (!concept) {
    return undefined;
  }
  const children = [...noteDefinitions(tree.root), ...pageSyntax(blocksOf(concept, tree.root), tree.text)];
  const hast = toHast(
    { type: 'root', children },
    {
      clobberPrefix: noteIdPrefix,
      handlers: {
        link: (state, node: Link) => (isWeb(node.url) ? defaultHandlers.link(state, node) : state.all(node)),
        linkReference: (state, node: LinkReference) =>
          isWeb(urlOf(state, node)) ? defaultHandlers.linkReference(state, node) : state.all(node),
        image: (state, node: Image) => (isPicture(node.url) ? defaultHandlers.image(state, node) : wordsOf(node)),
        imageReference: (state, node: ImageReference) =>
          isPicture(urlOf(state, node)) ? defaultHandlers.imageReference(state, node) : wordsOf(node),
        code: (state, code: Code) => defaultHandlers.code(state, { ...code, lang: languageName(code.lang) }),
      },
    },
  );
  return toHtml(sanitize(hast, { ...safeSchema, tagNames: [...(safeSchema.tagNames ?? []), 'h1'] })).trim();
}

/** The blocks that begin in the concept's lines; for one that is a part of a block, such as a list item, that block. */
function blocksOf({ line, endLine }: Concept, root: Root): RootContent[] {
  const blocks = root.children.filter(({ type }) => !['yaml', 'definition', 'footnoteDefinition'].includes(type));
  const own = blocks.filter(({ position }) => isWithin(position?.start.line ?? 0, line, endLine));
  return own.length > 0 ? own : blocks.filter(({ position }) => (position?.start.line ?? 0) <= line).slice(-1);
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function urlOf(state: State, { identifier }: LinkReference | ImageReference): string {
  return state.definitionById.get(identifier.toUpperCase())?.url ?? '';
}

function isWeb(url: string): boolean {
  return linkTarget(url) === 'web';
}

function isPicture(url: string): boolean {
  return /^(?:https:|data:image\/)/iu.test(url);
}

function wordsOf({ alt }: Image | ImageReference): Text {
  return { type: 'text', value: alt ?? '' };
}
