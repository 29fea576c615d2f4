import * as vscode from 'vscode';
import type { Located } from '../../core/library/library.js';
import { markedText } from '../../core/search/markedText.js';
import { comparable } from '../../core/search/searchKey.js';
import type { SearchResult } from '../../core/search/searchResult.js';

/** Longest text that a row shows, in characters. */
const longestText = 160;

/**
 * A text to the letter: the editor would put an icon for `$(name)`.
 *
 * @param text Text from a note or a user.
 */
export function literal(text: string): string {
  return text.replace(/\$\(/gu, '\\$(');
}

/**
 * Where a concept stands: its topic and the concepts above it, or its note where there is none.
 *
 * @param located The concept.
 */
export function placeText(located: Located): string {
  const { concept, note } = located;
  const [topic] = note.topics;
  const parents = parentTitles(located);
  const above = parents.length > 0 ? parents : [note.title].filter((title) => !isSame(title, concept.title));
  return literal([topic, ...above.filter((title) => !isSame(title, topic))].filter(Boolean).join(' › '));
}

/**
 * Why a concept was found, where its title does not show it, and what it is about.
 *
 * @param located The concept, with or without a reason why it is there.
 */
export function detailText(located: Located | SearchResult): string {
  const reason = 'match' in located ? reasonText(located) : '';
  const isText = 'match' in located && located.match === 'text';
  const gist = isText && reason !== '' ? '' : markedText(located.concept.gist, [], longestText);
  return literal([reason, gist].filter(Boolean).join(' · '));
}

function reasonText({ field, match, found, ranges, concept }: SearchResult): string {
  const text = markedText(found, ranges, longestText);
  switch (match) {
    case 'text':
      return text;
    case 'choseong':
      return vscode.l10n.t('Initial consonants: {0}', text);
    case 'keyboard':
      return vscode.l10n.t('Other keyboard layout: {0}', text);
    case 'initials':
      return vscode.l10n.t('Initials: {0}', text);
    default:
      return field === 'alias' && !concept.title.includes(found) ? vscode.l10n.t('Also known as: {0}', text) : '';
  }
}

/** A topic is often named as its note, or as the folder of it. */
function isSame(title: string, other = ''): boolean {
  return comparable(title) === comparable(other);
}

function parentTitles({ concept, note }: Located): string[] {
  const parent = note.concepts.find(({ id }) => id === concept.parent);
  return parent ? [...parentTitles({ concept: parent, note }), parent.title] : [];
}
