import { labelRoles, type LabelRole, type RoleWords } from './labelWords.js';

/** Longest word that is taken, in characters: a longer one could be no label. */
const longestWord = 60;

/**
 * Takes a user's own label words from what a settings file holds: an object with a list of words for each role. What is
 * none is left out: such files are written by hand.
 *
 * @param value What the file holds.
 */
export function parseRoleWords(value: unknown): RoleWords {
  if (typeof value !== 'object' || value === null) {
    return {};
  }
  const lists = new Map<string, unknown>(Object.entries(value));
  const words: Partial<Record<LabelRole, string[]>> = {};
  for (const role of labelRoles) {
    const list = lists.get(role);
    words[role] = Array.isArray(list) ? list.filter(isWord) : [];
  }
  return words;
}

function isWord(word: unknown): word is string {
  return typeof word === 'string' && word.length <= longestWord && /[\p{L}\p{N}\p{S}]/u.test(word);
}
