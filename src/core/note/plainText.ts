import type { Nodes } from 'mdast';
import { ownText } from './ownText.js';
import { shownText } from './wikiLink.js';

/**
 * The text of nodes as a reader sees it: no Markdown, no HTML but the space that `<br>` makes, an image's alternative text, white space folded.
 *
 * @param nodes Nodes of the syntax tree; those that follow each other are read as one text.
 */
export function plainText(...nodes: readonly Nodes[]): string {
  return ownText(foldSpace(joined(nodes)));
}

/**
 * Folds runs of white space to one space and trims the ends.
 *
 * @param text Any text.
 */
export function foldSpace(text: string): string {
  return unfolded.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}

/** What most texts have not: white space at an end or in a row, or other than a space. Spelt out, for `\s` takes longer. */
const unfolded = /^ |[\t-\r\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]| (?: |$)/;

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
  let text = '';
  let isFirst = true;
  // Blocks never stand beside text.
  const between = nodes.length > 1 && nodes[0]?.type !== 'text' && nodes.some(isBlock) ? ' ' : '';
  for (const node of nodes) {
    text += isFirst ? rawText(node) : between + rawText(node);
    isFirst = false;
  }
  return text;
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
