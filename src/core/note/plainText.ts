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
  return isFolded(text) ? text : text.replace(/\s+/gu, ' ').trim();
}

/** White space other than a space, and maybe another control character. */
function isOddSpace(unit: number): boolean {
  return unit <= 0xa0
    ? unit < 0x20 || unit === 0xa0
    : unit === 0xfeff || (unit >= 0x1680 && unit <= 0x3000 && /\s/u.test(String.fromCharCode(unit)));
}

/** Whether a text has nothing to fold, as most have not. */
function isFolded(text: string): boolean {
  let before = 0x20;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x20 ? before === 0x20 : isOddSpace(unit)) {
      return false;
    }
    before = unit;
  }
  return text === '' || before !== 0x20;
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
  let text = '';
  let isFirst = true;
  const between = nodes.length > 1 && nodes.some(isBlock) ? ' ' : '';
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
