import type { Nodes, Root } from 'mdast';

declare module 'mdast' {
  interface ListData {
    /** Whether the bullets are plus signs, which can stand for advantages. */
    hasPlus?: boolean;
  }
}

/**
 * Notes on the lists of a tree whether they are written with plus signs: the parser does not keep bullets.
 *
 * @param root The syntax tree of a text.
 * @param text The text.
 */
export function noteBullets(root: Root, text: string): void {
  if (!text.includes('+')) {
    return;
  }
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'list' && text[node.position?.start.offset ?? -1] === '+') {
      node.data = { ...node.data, hasPlus: true };
    }
    if ('children' in node) {
      node.children.forEach((child) => waiting.push(child));
    }
  }
}
