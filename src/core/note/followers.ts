import type { Paragraph, RootContent } from 'mdast';
import type { LabelReader } from './label.js';
import { lineLabel } from './lineLabel.js';
import { firstLine } from './nodeLines.js';
import { plainText } from './plainText.js';
import { sourceLines } from './sourceLines.js';

/**
 * The blocks behind a label that it announces: one list, or paragraphs up to the next label.
 *
 * @param behind The blocks behind it.
 * @param mayBeParagraphs Whether the label stands out so well that paragraphs are its points too.
 * @param isBoth Whether it announces pros and cons, which two lists of different bullets can be.
 * @param labels Knows the label words.
 */
export function followers(
  behind: readonly RootContent[],
  mayBeParagraphs: boolean,
  isBoth: boolean,
  labels: LabelReader,
): RootContent[] {
  const [next, second] = behind;
  if (isBoth && next?.type === 'list' && next.data?.hasPlus === true && second?.type === 'list') {
    return [next, second];
  }
  if (next?.type === 'list' || next?.type === 'table') {
    return [next];
  }
  if (next?.type === 'blockquote' && mayBeParagraphs) {
    return [next];
  }
  const found: RootContent[] = [];
  for (const block of mayBeParagraphs ? behind : []) {
    if (block.type !== 'paragraph' || startsPart(block, labels)) {
      return block.type === 'list' && found.length === 1 && endsInColon(found[0]) ? [...found, block] : found;
    }
    found.push(block);
  }
  return found;
}

/**
 * The blocks up to a bold line that is no label, for that titles something else.
 *
 * @param blocks Blocks that follow each other.
 * @param labels Knows the label words.
 */
export function upToTitle(blocks: readonly RootContent[], labels: LabelReader): readonly RootContent[] {
  const next = blocks.findIndex((block) => {
    const only = block.type === 'paragraph' && block.children.length === 1 ? block.children[0] : undefined;
    return only?.type === 'strong' && labels.read(plainText(only))?.isExact !== true;
  });
  return next < 0 ? blocks : blocks.slice(0, next);
}

function endsInColon(block: RootContent | undefined): boolean {
  return block !== undefined && /[:：]$/u.test(plainText(block));
}

/** A paragraph that is a label itself, or a bold line of its own: it ends what stood before it. */
function startsPart(paragraph: Paragraph, labels: LabelReader): boolean {
  const lines = sourceLines(paragraph.children, firstLine(paragraph));
  const [first] = lines;
  const isBoldLine = paragraph.children.length === 1 && paragraph.children[0]?.type === 'strong';
  return isBoldLine || (first !== undefined && lineLabel(first, labels)?.isExact === true);
}
