import type { Blockquote, RootContent } from 'mdast';
import type { Label, LabelReader } from './label.js';
import { paragraphOf, sourceLines } from './sourceLines.js';

/** An Obsidian callout: a quote that starts with `[!type] title`. */
export interface Callout {
  /** The label that its title or, without one, its type is. */
  readonly label: Label | undefined;
  /** 1-based. */
  readonly line: number;
  readonly title: string;
  readonly body: readonly RootContent[];
}

/**
 * Reads a quote as a callout.
 *
 * @param quote The quote.
 * @param labels Knows the label words.
 * @returns Nothing for a quote that is none.
 */
export function readCallout(quote: Blockquote, labels: LabelReader): Callout | undefined {
  const [head, ...rest] = quote.children;
  const lines = head?.type === 'paragraph' ? sourceLines(head.children, head.position?.start.line ?? 1) : [];
  const [first, ...more] = lines;
  const [whole, type = '', title = ''] = (first && /^\[!([\w-]+)\][+-]?\s*(.*)$/u.exec(first.text)) ?? [];
  if (!first || whole === undefined || head?.type !== 'paragraph') {
    return undefined;
  }
  const label = labels.read(title) ?? (title === '' ? labels.read(type.toLowerCase()) : undefined);
  return {
    label,
    line: first.line,
    title: title || type,
    body: [...(more.length > 0 ? [paragraphOf(head, more)] : []), ...rest],
  };
}
