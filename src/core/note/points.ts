import type { ListItem, RootContent } from 'mdast';
import { plainText } from './plainText.js';
import { isWrapped, sourceLines } from './sourceLines.js';
import type { Point } from './model.js';

/** A point together with the syntax that it was read from. */
export interface ReadPoint {
  readonly point: Point;
  /** Blocks of a list item, or the inline content of a source line. */
  readonly content: readonly RootContent[];
}

/**
 * The points of a section: its list items or, where no list is, its source lines. A paragraph whose lines were only
 * wrapped is one point.
 *
 * @param blocks What stands under the label, in document order.
 */
export function readPoints(blocks: readonly RootContent[]): ReadPoint[] {
  const items = blocks.flatMap(listItems);
  const points = items.length > 0 ? items.map(itemPoint) : blocks.flatMap(linePoints);
  return points.filter(({ point }) => point.text !== '');
}

/**
 * The point that a list item is: its own words, without nested lists.
 *
 * @param item The item.
 */
export function itemPoint(item: ListItem): ReadPoint {
  const own = item.children.filter(isOwnWords);
  const text = plainText({ type: 'root', children: own.length > 0 ? own : item.children });
  // Before what is nested may stand a comment of some lines.
  const first = own[0] ?? item.children.find((block) => plainText(block) !== '') ?? item;
  return { point: { line: firstLine(first), text }, content: item.children };
}

/** Paragraphs and headings, but for paragraphs of pictures alone. */
function isOwnWords(block: RootContent): boolean {
  const isPicture =
    block.type === 'paragraph' && block.children.every(({ type }) => type === 'image' || type === 'imageReference');
  return block.type === 'heading' || (block.type === 'paragraph' && !isPicture);
}

function listItems(block: RootContent): ListItem[] {
  if (block.type === 'blockquote') {
    return block.children.flatMap(listItems);
  }
  return block.type === 'list' ? block.children : [];
}

function linePoints(block: RootContent): ReadPoint[] {
  if (block.type === 'blockquote') {
    return block.children.flatMap(linePoints);
  }
  if (block.type !== 'paragraph') {
    return [];
  }
  const lines = sourceLines(block.children, firstLine(block));
  if (isWrapped(lines)) {
    return [{ point: { line: firstLine(block), text: plainText(block) }, content: block.children }];
  }
  return lines.map(({ line, content, text }) => ({ point: { line, text }, content }));
}

function firstLine(node: RootContent): number {
  return node.position?.start.line ?? 1;
}
