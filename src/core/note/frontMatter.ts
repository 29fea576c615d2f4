import { foldSpace } from './plainText.js';
import { readYamlFields } from './yamlFields.js';
import type { Problem } from './model.js';

/** What the front matter of a note says. */
export interface FrontMatter {
  readonly title: string | undefined;
  readonly aliases: readonly string[];
  /** From `categories`, else from `tags`. */
  readonly topics: readonly string[];
  /** From `tags`, also where `categories` are the topics. */
  readonly tags: readonly string[];
  /** Names that addresses such as `permalink`, `slug` and `id` imply. */
  readonly implied: readonly string[];
  readonly problems: readonly Problem[];
}

/** What a note without front matter has. */
export const noFrontMatter: FrontMatter = {
  title: undefined,
  aliases: [],
  topics: [],
  tags: [],
  implied: [],
  problems: [],
};

/** A list within a list within a list is nobody's topic. */
const deepestList = 8;

/** Longest name that an address implies, in characters. */
const longestName = 60;

/** Longest front matter that is read, in characters: far more than anyone writes, and not long to read however broken. */
const longest = 50_000;

/** Most names that one field gives: YAML's aliases can multiply without end. */
const mostNames = 500;

/**
 * Reads a note's YAML front matter. What is broken becomes a problem on its line, and the other fields are read all the
 * same.
 *
 * @param yaml The text between the two fences.
 * @param fenceLine 1-based line of the opening fence.
 */
export function readFrontMatter(yaml: string, fenceLine: number): FrontMatter {
  const full = yaml.replace(/\r\n?/gu, '\n');
  // Whole lines only; of one that alone is too long, nothing.
  const text = full.length > longest ? full.slice(0, full.lastIndexOf('\n', longest) + 1) : full;
  const { fields, errors, isOther } = readYamlFields(text);
  const said = saidBy(fields);
  const unread = { line: text.split('\n').length, reason: `it is longer than ${longest} characters` };
  const endless = { line: 1, reason: 'its aliases (“*name”) multiply beyond reason' };
  const found = [...errors, ...(said.isCut ? [endless] : []), ...(text === full ? [] : [unread])];
  const problems = found.map(({ line, reason }): Problem => {
    const message = 'This front matter is not valid YAML: {0}. What could be read is used.';
    return { line: fenceLine + line, message, args: [reason] };
  });
  if (isOther) {
    const message = 'This front matter is no list of “key: value” lines, so it is left out.';
    problems.push({ line: fenceLine + 1, message, args: [] });
  }
  const { title, aliases, topics, tags, implied } = said;
  return { title, aliases, topics, tags, implied, problems };
}

/**
 * What the fields of front matter say of a note, whatever the format they are written in.
 *
 * @param fields Their values as plain data.
 */
export function saidBy(fields: ReadonlyMap<string, unknown>): Said {
  let isCut = false;
  const of = (commas: boolean, ...keys: readonly string[]): string[] => {
    const value = keys.map((key) => fields.get(key)).find((field) => field !== undefined && field !== null);
    const budget = { left: mostNames };
    const found = names(value, commas, budget);
    isCut ||= budget.left <= 0;
    return found;
  };
  const categories = of(true, 'categories', 'category');
  const tags = of(true, 'tags', 'tag').map(withoutHash);
  const [title] = of(false, 'title');
  const aliases = of(true, 'aliases', 'alias');
  const implied = ['id', 'slug', 'permalink', 'url'].flatMap((key) => of(false, key)).flatMap(addressName);
  return { title, aliases, topics: categories.length > 0 ? categories : tags, tags, implied, isCut };
}

/** What fields say, and whether they say more than was read. */
type Said = Omit<FrontMatter, 'problems'> & { readonly isCut: boolean };

/** The last part of an address, if it is words: Dendron's ids are letters at random. */
function addressName(address: string): string[] {
  const name = address
    .replace(/\/+$/u, '')
    .replace(/^.*\//u, '')
    .replace(/\.(?:html?|md)$/iu, '');
  const isRandom = /^(?=.*\d)[a-z\d]{12,}$/iu.test(name) || /^[\da-f-]{16,}$/iu.test(name);
  return /\p{L}/u.test(name) && !isRandom && !name.startsWith(':') && name.length <= longestName ? [name] : [];
}

/** The names that a field gives: one, a list, a nested list, or one string with commas. YAML lists can hold themselves. */
function names(value: unknown, commas: boolean, budget: { left: number }, holders: readonly unknown[] = []): string[] {
  if (Array.isArray(value)) {
    const isTooDeep = holders.length >= deepestList;
    const further = !isTooDeep && !holders.includes(value);
    budget.left = isTooDeep ? 0 : budget.left;
    const inside = [...holders, value];
    return further
      ? value.flatMap((entry: unknown) => (budget.left > 0 ? names(entry, false, budget, inside) : []))
      : [];
  }
  if (typeof value !== 'string') {
    return [];
  }
  budget.left -= 1;
  return (commas ? value.split(',') : [value]).map(foldSpace).filter((name) => name !== '');
}

function withoutHash(tag: string): string {
  return tag.replace(/^#+/u, '');
}
