import type { Nodes } from 'mdast';

type Placed = Pick<Nodes, 'position'> | undefined;

/** The line on which a node starts, 1-based; the first for one that has no position, and for none. */
export function firstLine(node: Placed): number {
  return node?.position?.start.line ?? 1;
}

/** The line on which a node ends, likewise. */
export function lastLine(node: Placed): number {
  return node?.position?.end.line ?? 1;
}
