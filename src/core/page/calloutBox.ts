import type { Element } from 'hast';
import type { Blockquote, Paragraph } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { calloutParts } from '../note/callout.js';
import { element } from './element.js';

/** The tones of callouts, by their types; those of GitHub and Obsidian, with their other names. */
const tones: Readonly<Record<string, readonly string[]>> = {
  info: ['note', 'info', 'todo', 'abstract', 'summary', 'tldr'],
  good: ['tip', 'hint', 'success', 'check', 'done'],
  accent: ['important', 'example'],
  warning: ['warning', 'attention', 'caution', 'question', 'help', 'faq'],
  bad: ['danger', 'error', 'failure', 'fail', 'missing', 'bug'],
};

/**
 * Shows a callout as a box under its title.
 *
 * @param state The renderer's state.
 * @param quote Any quote.
 * @returns Nothing for a quote that is no callout.
 */
export function calloutBox(state: State, quote: Blockquote): Element | undefined {
  const parts = calloutParts(quote);
  if (!parts) {
    return undefined;
  }
  const { type, title, titleNodes, body } = parts;
  const tone = Object.keys(tones).find((name) => tones[name]?.includes(type.toLowerCase())) ?? 'plain';
  const named: Paragraph = { type: 'paragraph', children: [...titleNodes] };
  const shown = title === '' ? [type.slice(0, 1).toUpperCase() + type.slice(1).toLowerCase()] : state.all(named);
  const content = state.all({ type: 'root', children: [...body] });
  return element(
    'div',
    { className: ['callout', tone] },
    element('p', { className: ['callout-title'] }, shown),
    content,
  );
}
