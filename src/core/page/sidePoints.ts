import type { RootContent } from 'mdast';
import type { ReadSection } from '../note/draft.js';
import type { ReadPoint } from '../note/points.js';

/** One entry of a list of pros or cons. */
export interface SideEntry {
  /** 1-based source line. */
  readonly line: number;
  /** Blocks of a list item, or the inline nodes of one line. */
  readonly content: readonly RootContent[];
  /** Whether the task is done, where the note makes the point a task. */
  readonly checked: boolean | undefined;
}

/** A stretch of a section of pros or cons: points, or a block that none of them was read from. */
export type SidePart = { readonly entries: readonly SideEntry[] } | { readonly block: RootContent };

/**
 * Lays out a section of pros or cons so that all it holds is shown in the note's order: its points, and between them
 * what is no point, such as a table or a paragraph beside the list.
 *
 * @param section Section of role `pros` or `cons`.
 */
export function sideParts({ blocks, points }: ReadSection): SidePart[] {
  const parts: SidePart[] = [];
  let next = 0;
  const pointsUpTo = (line: number): ReadPoint[] => {
    const start = next;
    while ((points[next]?.point.line ?? Infinity) <= line) {
      next += 1;
    }
    return points.slice(start, next);
  };
  for (const block of blocks) {
    const taken = pointsUpTo(block.position?.end.line ?? 0);
    if (taken.length > 0) {
      parts.push({ entries: entriesOf(block, taken) });
    } else if (block.type !== 'footnoteDefinition' && block.type !== 'definition' && !isEmptyList(block)) {
      parts.push({ block });
    }
  }
  const rest = points.slice(next);
  return rest.length > 0 ? [...parts, { entries: rest.map(pointEntry) }] : parts;
}

/** A list whose first item waits for its words. */
function isEmptyList(block: RootContent): boolean {
  return block.type === 'list' && block.children.every(({ children }) => children.length === 0);
}

function entriesOf(block: RootContent, points: readonly ReadPoint[]): SideEntry[] {
  if (block.type !== 'list') {
    return points.map(pointEntry);
  }
  const others = new Map<readonly RootContent[], ReadPoint>(points.map((point) => [point.content, point]));
  // All items, for one without words, such as a mere picture, is no point but still to be shown.
  const items = block.children.map((item): SideEntry => {
    others.delete(item.children);
    return { line: item.position?.start.line ?? 1, content: item.children, checked: item.checked ?? undefined };
  });
  return [...items.filter(({ content }) => content.length > 0), ...[...others.values()].map(pointEntry)];
}

function pointEntry({ point, content }: ReadPoint): SideEntry {
  return { line: point.line, content: withoutBullet(content), checked: undefined };
}

/** The card puts its own mark before a line, in place of the one that the note may have. */
function withoutBullet(content: readonly RootContent[]): readonly RootContent[] {
  const [first, ...rest] = content;
  return first?.type === 'text'
    ? [{ ...first, value: first.value.replace(/^\s*(?:[•·‣▪◦∙–]\s*|:\s+)/u, '') }, ...rest]
    : content;
}
