import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { plainText } from './plainText.js';
import type { Point } from './model.js';

/** A point together with the syntax that it was read from. */
export interface ReadPoint {
  readonly point: Point;
  /** Blocks of a list item, or the inline content of a source line. */
  readonly content: readonly RootContent[];
}

/**
 * The points of a section: its list items or, where no list is, its source lines.
 *
 * @param blocks What stands under the label, in document order.
 */
export function readPoints(blocks: readonly RootContent[]): ReadPoint[] {
  const items = blocks.flatMap(listItems);
  const points = items.length > 0 ? items.map(itemPoint) : blocks.flatMap(linePoints);
  return points.filter(({ point }) => point.text !== '');
}

function listItems(block: RootContent): ListItem[] {
  if (block.type === 'blockquote') {
    return block.children.flatMap(listItems);
  }
  return block.type === 'list' ? block.children : [];
}

function itemPoint(item: ListItem): ReadPoint {
  const own = item.children.filter((block) => block.type === 'paragraph' || block.type === 'heading');
  const text = plainText(...(own.length > 0 ? own : item.children));
  return { point: { line: firstLine(item), text }, content: item.children };
}

function linePoints(block: RootContent): ReadPoint[] {
  if (block.type === 'blockquote') {
    return block.children.flatMap(linePoints);
  }
  if (block.type !== 'paragraph') {
    return [];
  }
  return sourceLines(block.children, firstLine(block)).map(({ line, content }) => {
    const text = plainText(...content).replace(/^[•·‣▪◦∙–]\s*/u, '');
    return { point: { line, text }, content };
  });
}

/** Inline content cut at its line endings, soft and hard. */
function sourceLines(
  nodes: readonly PhrasingContent[],
  startLine: number,
): { line: number; content: PhrasingContent[] }[] {
  let current: { line: number; content: PhrasingContent[] } = { line: startLine, content: [] };
  const lines = [current];
  const startAt = (line: number): void => {
    current = { line, content: [] };
    lines.push(current);
  };
  for (const node of nodes) {
    if (node.type === 'break') {
      startAt(firstLine(node) + 1);
    } else if (node.type === 'text') {
      node.value.split(/\r\n?|\n/u).forEach((value, index) => {
        if (index > 0) {
          startAt(firstLine(node) + index);
        }
        current.content.push({ type: 'text', value });
      });
    } else {
      current.content.push(node);
    }
  }
  return lines.filter(({ content }) => content.length > 0);
}

function firstLine(node: RootContent): number {
  return node.position?.start.line ?? 1;
}
