import type { Nodes } from 'mdast';
import { shownText } from './wikiLink.js';

/**
 * The text of nodes as a reader sees it: no Markdown, no HTML but the space that `<br>` makes, an image's alternative text, white space folded.
 *
 * @param nodes Nodes of the syntax tree; those that follow each other are read as one text.
 */
export function plainText(...nodes: readonly Nodes[]): string {
  return foldSpace(joined(nodes));
}

/**
 * Folds runs of white space to one space and trims the ends.
 *
 * @param text Any text.
 */
export function foldSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function rawText(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return ' ';
    case 'html':
      return /^<br\s*\/?>$/iu.test(node.value) ? ' ' : '';
    case 'yaml':
    case 'definition':
    case 'footnoteReference':
      return '';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    default:
      break;
  }
  if (node.type === 'text') {
    return shownText(node.value);
  }
  if ('value' in node) {
    return node.value;
  }
  if (!('children' in node)) {
    return '';
  }
  return joined(node.children);
}

function joined(nodes: readonly Nodes[]): string {
  return nodes.map(rawText).join(nodes.some(isBlock) ? ' ' : '');
}

function isBlock(node: Nodes): boolean {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'code':
    case 'table':
    case 'tableRow':
    case 'tableCell':
    case 'footnoteDefinition':
      return true;
    default:
      return false;
  }
}
