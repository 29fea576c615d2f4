import type { Concept } from '../note/model.js';
import type { Translate } from '../translate.js';

/**
 * Writes concepts side by side as a Markdown table: a column for each, rows for gist, pros and cons.
 *
 * @param concepts The concepts, in the order of their columns.
 * @param translate Speaks the user's language.
 * @returns A GFM table (https://github.github.com/gfm/#tables-extension-); points stand one below the other by `<br>`.
 */
export function comparisonMarkdown(concepts: readonly Concept[], translate: Translate): string {
  const points = (side: Concept['pros']): string => side.map(({ text }) => `• ${escaped(text)}`).join('<br>');
  const row = (label: string, cells: readonly string[]): string => `| ${[label, ...cells].join(' | ')} |`;
  return [
    row(
      '',
      concepts.map(({ title }) => escaped(title)),
    ),
    row(
      '---',
      concepts.map(() => '---'),
    ),
    row(
      translate('Gist'),
      concepts.map(({ gist }) => escaped(gist)),
    ),
    row(
      translate('Pros'),
      concepts.map(({ pros }) => points(pros)),
    ),
    row(
      translate('Cons'),
      concepts.map(({ cons }) => points(cons)),
    ),
  ].join('\n');
}

/** Plain text as Markdown that means just that text, on one line of a cell. */
function escaped(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#$&]/gu, '\\$&');
}
