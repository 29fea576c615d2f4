import type { ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { firstLine } from './nodeLines.js';
import { plainText } from './plainText.js';
import { isWrapped, paragraphOf, sourceLines, type SourceLine } from './sourceLines.js';
import { shownText } from './wikiLink.js';
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
  const points: ReadPoint[] = [];
  eachPoint(blocks, (point) => {
    points.push(point);
    return false;
  });
  return points;
}

/**
 * Whether {@link readPoints} finds any.
 *
 * @param blocks What stands under the label, in document order.
 */
export function holdPoints(blocks: readonly RootContent[]): boolean {
  const [first] = blocks;
  const [item] = first?.type === 'list' ? first.children : [];
  return (item !== undefined && beginsWithWords(item)) || eachPoint(blocks, () => true);
}

/** Whether an item surely is a point, as nearly all are. */
function beginsWithWords({ children: [block] }: ListItem): boolean {
  const [text] = block?.type === 'paragraph' ? block.children : [];
  return text?.type === 'text' && shownText(text.value).trim() !== '';
}

/** Goes through points, up to the first of which it is enough. */
function eachPoint(blocks: readonly RootContent[], isEnough: (point: ReadPoint) => boolean): boolean {
  const has = (found: ReadPoint): boolean => found.point.text !== '' && isEnough(found);
  return hasItems(blocks)
    ? blocks.some(function inBlock(block): boolean {
        return block.type === 'list'
          ? block.children.some((item) => has(itemPoint(item)))
          : block.type === 'blockquote' && block.children.some(inBlock);
      })
    : blocks.some((block) => linePoints(block).some(has));
}

function hasItems(blocks: readonly RootContent[]): boolean {
  return blocks.some(
    (block) =>
      (block.type === 'list' && block.children.length > 0) || (block.type === 'blockquote' && hasItems(block.children)),
  );
}

/**
 * The point that a list item is: its own words, without nested lists.
 *
 * @param item The item.
 */
export function itemPoint(item: ListItem): ReadPoint {
  const content = item.children;
  const own = content.length === 1 && content[0] && isOwnWords(content[0]) ? content : content.filter(isOwnWords);
  const text = plainText(...(own.length > 0 ? own : content));
  // Before what is nested may stand a comment of some lines.
  const first = own[0] ?? content.find((block) => plainText(block) !== '') ?? item;
  return { point: { line: firstLine(first), text }, content };
}

/** Paragraphs and headings, but for paragraphs of pictures alone. */
function isOwnWords(block: RootContent): boolean {
  const isPicture =
    block.type === 'paragraph' && block.children.every(({ type }) => type === 'image' || type === 'imageReference');
  return block.type === 'heading' || (block.type === 'paragraph' && !isPicture);
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

/**
 * The points of some lines of a paragraph.
 *
 * @param paragraph The paragraph.
 * @param lines The lines.
 */
export function linesAsPoints(paragraph: Paragraph, lines: readonly SourceLine[]): ReadPoint[] {
  return lines.length === 0 ? [] : readPoints([paragraphOf(paragraph, lines)]);
}

/**
 * A point's own line as a paragraph, and the explanation that is nested under it.
 *
 * @param own The point, if there is one.
 * @param rest What is nested.
 */
export function pointBlocks(own: readonly ReadPoint[], rest: readonly RootContent[]): RootContent[] {
  const inline = own.flatMap(({ content }) => content);
  return rest.length === 0 ? inline : [{ type: 'paragraph', children: inline as PhrasingContent[] }, ...rest];
}
