import type { Blockquote, PhrasingContent, RootContent } from 'mdast';
import type { Label, LabelReader } from './label.js';
import { firstLine } from './nodeLines.js';
import { paragraphOf, sourceLines } from './sourceLines.js';

/** The marker of a callout, with what Obsidian folds it by. */
const marker = /^\[!([\w-]+)\][+-]?\s*/u;

/**
 * What a callout is made of: a quote that starts with `[!type] title`.
 * Source: https://help.obsidian.md/callouts, and GitHub's alerts, which are the same without titles.
 */
export interface CalloutParts {
  /** 1-based. */
  readonly line: number;
  /** As it is written. */
  readonly type: string;
  /** The title as plain text; empty where there is none. */
  readonly title: string;
  /** The title as inline nodes. */
  readonly titleNodes: readonly PhrasingContent[];
  readonly body: readonly RootContent[];
}

/** A callout as a label of what is in it. */
export interface Callout {
  /** The label that its title or, without one, its type is. */
  readonly label: Label | undefined;
  /** 1-based. */
  readonly line: number;
  readonly title: string;
  readonly body: readonly RootContent[];
}

/**
 * Takes a callout apart.
 *
 * @param quote Any quote.
 * @returns Nothing for a quote that is none.
 */
export function calloutParts(quote: Blockquote): CalloutParts | undefined {
  const [head, ...rest] = quote.children;
  const lines = head?.type === 'paragraph' ? sourceLines(head.children, firstLine(head)) : [];
  const [first, ...more] = lines;
  const [whole, type = ''] = (first && marker.exec(first.text)) ?? [];
  if (!first || whole === undefined || head?.type !== 'paragraph') {
    return undefined;
  }
  const [start, ...others] = first.content;
  const titleStart = start?.type === 'text' ? { ...start, value: start.value.trimStart().slice(whole.length) } : start;
  return {
    line: first.line,
    type,
    title: first.text.slice(whole.length),
    titleNodes: [...(titleStart ? [titleStart] : []), ...others],
    body: [...(more.length > 0 ? [paragraphOf(head, more)] : []), ...rest],
  };
}

/**
 * Reads a quote as a callout that may be a label.
 *
 * @param quote The quote.
 * @param labels Knows the label words.
 * @returns Nothing for a quote that is none.
 */
export function readCallout(quote: Blockquote, labels: LabelReader): Callout | undefined {
  const parts = calloutParts(quote);
  if (!parts) {
    return undefined;
  }
  const { line, type, title, body } = parts;
  const label = labels.read(title) ?? (title === '' ? labels.read(type.toLowerCase()) : undefined);
  return { label, line, title: title || type, body };
}
