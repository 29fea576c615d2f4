import type { Definition, FootnoteDefinition, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { plainText } from '../note/plainText.js';
import { withFormulaBlocks, withFormulas } from './mathSyntax.js';
import { rawHtmlBlock, withoutRawHtml } from './rawHtml.js';
import { wikiLinks } from './wikiLinks.js';

/** Nobody writes deeper than this, and every level costs the renderer a call inside a call. */
const deepest = 60;

/**
 * Prepares a note's syntax for a page: formulas are found, raw HTML becomes nodes or text, wiki links become links, what is
 * nested absurdly deep becomes text.
 *
 * @param nodes Siblings: blocks, or the inline nodes of one line. They stay as they are.
 * @param source The note's text, in which the nodes have their positions.
 */
export function pageSyntax(nodes: readonly RootContent[], source: string): RootContent[] {
  return nodes.some(isPhrasing)
    ? inlineSyntax(withFormulas(nodes as readonly PhrasingContent[], source), source, 0, false)
    : blockSyntax(nodes, source, 0);
}

/**
 * Collects what links and footnotes refer to, wherever in the note it stands.
 *
 * @param root The note's syntax tree.
 * @returns In document order.
 */
export function noteDefinitions(root: Root): (Definition | FootnoteDefinition)[] {
  const found: (Definition | FootnoteDefinition)[] = [];
  const left: Nodes[] = [root];
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      found.push(node);
    }
    const children: readonly Nodes[] = 'children' in node && !isPhrasingParent(node) ? node.children : [];
    for (const child of [...children].reverse()) {
      left.push(child);
    }
  }
  return found;
}

function blockSyntax(nodes: readonly RootContent[], source: string, depth: number): RootContent[] {
  return withFormulaBlocks(nodes, source).flatMap((node): RootContent[] => {
    if (node.type === 'html') {
      return rawHtmlBlock(node);
    }
    if (!('children' in node)) {
      return [node];
    }
    if (depth > deepest) {
      return [{ type: 'paragraph', children: [{ type: 'text', value: plainText(node) }] }];
    }
    const children = isPhrasingParent(node)
      ? inlineSyntax(withFormulas(node.children as readonly PhrasingContent[], source), source, depth + 1, false)
      : blockSyntax(node.children, source, depth + 1);
    return [{ ...node, children } as RootContent];
  });
}

function inlineSyntax(
  nodes: readonly PhrasingContent[],
  source: string,
  depth: number,
  inLink: boolean,
): PhrasingContent[] {
  return withoutRawHtml(nodes).flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') {
      return inLink ? [node] : wikiLinks(node.value);
    }
    if (!('children' in node)) {
      return [node];
    }
    if (depth > deepest) {
      return [{ type: 'text', value: plainText(node) }];
    }
    const inside = inLink || node.type === 'link' || node.type === 'linkReference';
    return [{ ...node, children: inlineSyntax(withFormulas(node.children, source), source, depth + 1, inside) }];
  });
}

function isPhrasing(node: RootContent): boolean {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'break':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return true;
    default:
      return (
        node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell' && isPhrasingParent(node)
      );
  }
}

function isPhrasingParent(node: Nodes): boolean {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return true;
    default:
      return false;
  }
}
