import { LineCounter, parseDocument } from 'yaml';
import { foldSpace } from './plainText.js';
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

/** Deepest brackets that are parsed: the parser's cost grows with the square of their depth. */
const deepestBrackets = 50;

/** Most fields that are read one by one where some are broken. */
const mostFields = 200;

/** A piece of YAML as plain data, and what is wrong with it. */
interface Parsed {
  readonly value: unknown;
  /** `line` is 1-based in the piece. */
  readonly errors: readonly { readonly line: number; readonly reason: string }[];
}

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
  const whole = parse(text);
  const loose = whole.errors.length > 0 ? readFields(text) : undefined;
  const fields = loose?.fields ?? new Map(Object.entries(isRecord(whole.value) ? whole.value : {}));
  const own = loose && loose.errors.length > 0 ? loose.errors : whole.errors;
  const unread = { line: text.split('\n').length, reason: `it is longer than ${longest} characters` };
  const errors = text === full ? own : [...own, unread];
  const problems = errors.map(({ line, reason }): Problem => {
    const message = 'This front matter is not valid YAML: {0}. What could be read is used.';
    return { line: fenceLine + line, message, args: [reason] };
  });
  if (whole.value !== null && whole.value !== undefined && !isRecord(whole.value) && problems.length === 0) {
    const message = 'This front matter is no list of “key: value” lines, so it is left out.';
    problems.push({ line: fenceLine + 1, message, args: [] });
  }
  return { ...saidBy(fields), problems };
}

/**
 * What the fields of front matter say of a note, whatever the format they are written in.
 *
 * @param fields Their values as plain data.
 */
export function saidBy(fields: ReadonlyMap<string, unknown>): Omit<FrontMatter, 'problems'> {
  const categories = names(fields.get('categories') ?? fields.get('category'));
  const tags = names(fields.get('tags') ?? fields.get('tag')).map(withoutHash);
  return {
    title: names(fields.get('title'), false)[0],
    aliases: names(fields.get('aliases') ?? fields.get('alias')),
    topics: categories.length > 0 ? categories : tags,
    tags,
    implied: ['id', 'slug', 'permalink', 'url'].flatMap((key) => names(fields.get(key), false)).flatMap(addressName),
  };
}

/** The last part of an address, if it is words: Dendron's ids are letters at random. */
function addressName(address: string): string[] {
  const name = address
    .replace(/\/+$/u, '')
    .replace(/^.*\//u, '')
    .replace(/\.(?:html?|md)$/iu, '');
  const isRandom = /^(?=.*\d)[a-z\d]{12,}$/iu.test(name) || /^[\da-f-]{16,}$/iu.test(name);
  return /\p{L}/u.test(name) && !isRandom && !name.startsWith(':') && name.length <= longestName ? [name] : [];
}

/** Parses YAML. Numbers and truth values stay as they are written, for `3.10` is a version. */
function parse(yaml: string): Parsed {
  if (bracketDepth(yaml) > deepestBrackets) {
    return { value: undefined, errors: [{ line: 1, reason: 'it is nested too deeply' }] };
  }
  try {
    return parseYaml(yaml);
  } catch (error) {
    // The parser calls itself for what is nested, until the stack ends.
    return { value: undefined, errors: [{ line: 1, reason: error instanceof Error ? error.message : '' }] };
  }
}

/** How deep brackets are nested, or deeper: those in strings are counted too. */
function bracketDepth(yaml: string): number {
  let [depth, deepestSeen] = [0, 0];
  for (const [bracket] of yaml.matchAll(/[[\]{}]/gu)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    deepestSeen = Math.max(deepestSeen, depth);
  }
  return deepestSeen;
}

function parseYaml(yaml: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    // Each pretty error quotes its line, which may be long and hold thousands of them.
    prettyErrors: false,
    lineCounter: lines,
    uniqueKeys: false,
    logLevel: 'error',
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:(?:int|float|bool)$/u.test(tag.tag)),
  });
  const errors = document.errors.map(({ pos, message }) => {
    return { line: Math.max(1, lines.linePos(pos[0]).line), reason: foldSpace(message) };
  });
  try {
    return { value: document.toJS(), errors };
  } catch (error) {
    // Aliases (`*name`) that are undefined or that multiply beyond reason.
    return { value: undefined, errors: [...errors, { line: 1, reason: error instanceof Error ? error.message : '' }] };
  }
}

/** Reads YAML that is broken somewhere, field by field, so that one broken line takes no other with it. */
function readFields(yaml: string): { fields: Map<string, unknown>; errors: Parsed['errors'] } {
  const fields = new Map<string, unknown>();
  const errors: Parsed['errors'][number][] = [];
  let line = 1;
  for (const piece of yaml.split(/^(?=[\p{L}_][\p{L}\p{N}_-]*[ \t]*:(?:\s|$))/mu).slice(0, mostFields)) {
    const { value, errors: own } = parse(piece);
    const [, key = '', text = ''] = /^([^\s:]+)[ \t]*:[ \t]*(.*)/u.exec(piece) ?? [];
    // An unquoted title such as `Redis: a store` or `[WIP] Redis` is meant as it stands.
    const meant = own.length > 0 && key === 'title' ? text.replace(/^["']|["']$/gu, '') : undefined;
    fields.set(key, meant ?? (isRecord(value) ? value[key] : undefined));
    const [before, length] = [line - 1, piece.trimEnd().split('\n').length];
    // What else is wrong with a field mostly follows from the first error.
    errors.push(...own.slice(0, 1).map(({ line, reason }) => ({ line: before + Math.min(line, length), reason })));
    line += piece.split('\n').length - 1;
  }
  return { fields, errors };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The names that a field gives: one, a list, a nested list, or one string with commas. YAML lists can hold themselves. */
function names(value: unknown, commas = true, holders: readonly unknown[] = []): string[] {
  if (Array.isArray(value)) {
    const further = holders.length < deepestList && !holders.includes(value);
    return further ? value.flatMap((entry: unknown) => names(entry, false, [...holders, value])) : [];
  }
  if (typeof value !== 'string') {
    return [];
  }
  return (commas ? value.split(',') : [value]).map(foldSpace).filter((name) => name !== '');
}

function withoutHash(tag: string): string {
  return tag.replace(/^#+/u, '');
}
