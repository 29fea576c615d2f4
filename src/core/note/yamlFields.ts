import { FAILSAFE_SCHEMA, load, nullCoreTag, YAMLException } from 'js-yaml';
import { foldSpace } from './plainText.js';

/** Fields of front matter and what is wrong with them. */
export interface Fields {
  /** Plain data: strings, lists, objects, null. */
  readonly fields: ReadonlyMap<string, unknown>;
  /** `line` is 1-based in the text. */
  readonly errors: readonly FieldError[];
  /** Whether the text is no list of fields. */
  readonly isOther: boolean;
}

/** One mistake. */
export interface FieldError {
  readonly line: number;
  readonly reason: string;
}

/** Numbers and truth values stay as they are written, for `3.10` is a version. */
const schema = FAILSAFE_SCHEMA.withTags(nullCoreTag);

/** Deepest brackets that are parsed: the parser calls itself for each. */
const deepestBrackets = 50;

/** Most fields that are read one by one where some are broken. */
const mostFields = 200;

/**
 * Reads YAML, field by field where something is broken, so that one broken line takes no other with it.
 *
 * @param yaml The text, its lines ended by line feeds.
 */
export function readYamlFields(yaml: string): Fields {
  const simple = simpleFields(yaml);
  if (simple) {
    return { fields: simple, errors: [], isOther: false };
  }
  const whole = parsed(yaml);
  if (!whole.error) {
    const { value } = whole;
    const isOther = value !== null && value !== undefined && !isRecord(value);
    return { fields: new Map(isRecord(value) ? Object.entries(value) : []), errors: [], isOther };
  }
  const { fields, errors } = eachField(yaml);
  // What only the whole has wrong, such as a second document, is told all the same.
  return { fields, errors: errors.length > 0 ? errors : [whole.error], isOther: false };
}

const word = String.raw`(?!null\b)[\p{L}\p{N}][\p{L}\p{N}_-]*(?: [\p{L}\p{N}][\p{L}\p{N}_-]*)*`;
const simpleLine = new RegExp(`^(?!null)([a-z]+): (?:(${word})|\\[(${word}(?:, ?${word})*)\\])$`, 'iu');

/** Fields as most notes have them, words and lists of words on one line: YAML's parser takes longer than the note does. */
function simpleFields(yaml: string): Map<string, unknown> | undefined {
  const fields = new Map<string, unknown>();
  for (const line of yaml.replace(/\n+$/u, '').split('\n')) {
    const [, key, value, list] = simpleLine.exec(line) ?? [];
    if (key === undefined) {
      return undefined;
    }
    fields.set(key, value ?? list?.split(/, ?/u));
  }
  return fields;
}

function eachField(yaml: string): { fields: Map<string, unknown>; errors: FieldError[] } {
  const fields = new Map<string, unknown>();
  const errors: FieldError[] = [];
  let line = 1;
  for (const piece of yaml.split(/^(?=[\p{L}_][\p{L}\p{N}_-]*[ \t]*:(?:\s|$))/mu).slice(0, mostFields)) {
    const { value, error } = parsed(piece);
    const key = /^[^\s:]+/u.exec(piece)?.[0] ?? '';
    fields.set(key, error ? mended(key, piece) : isRecord(value) ? value[key] : undefined);
    if (error) {
      errors.push({ line: line - 1 + Math.min(error.line, piece.trimEnd().split('\n').length), reason: error.reason });
    }
    line += piece.split('\n').length - 1;
  }
  return { fields, errors };
}

/** What a broken field means all the same: an unquoted title such as `Redis: a store`, a list without its end. */
function mended(key: string, piece: string): unknown {
  const [first = '', ...more] = piece.replace(/^[^\s:]+[ \t]*:[ \t]*/u, '').split('\n');
  if (key === 'title') {
    return first.trim().replace(/^["']|["']$/gu, '');
  }
  const items = more.flatMap((line) => /^\s*-\s+(\S.*)$/u.exec(line)?.[1] ?? []);
  if (items.length > 0 || !first.startsWith('[')) {
    return items.length > 0 ? items : parsed(first).value;
  }
  return first.split(/[[\],]/u).map((item) => item.trim().replace(/^["']|["']$/gu, ''));
}

/** Parses YAML: its value, or the first mistake. */
function parsed(yaml: string): { value?: unknown; error?: FieldError } {
  if (!/^[ \t]*[^\s#]/mu.test(yaml)) {
    return {};
  }
  if (bracketDepth(yaml) > deepestBrackets) {
    return { error: { line: 1, reason: 'it is nested too deeply' } };
  }
  try {
    return { value: load(yaml, { schema, json: true }) };
  } catch (error) {
    const isYaml = error instanceof YAMLException;
    const reason = isYaml ? error.reason : error instanceof Error ? error.message : '';
    const line = isYaml && error.mark ? error.mark.line + 1 : secondDocument(yaml);
    return { error: { line: Math.max(1, line), reason: foldSpace(reason) } };
  }
}

/** The line behind what ends the first document. */
function secondDocument(yaml: string): number {
  return yaml.split('\n').findIndex((line) => /^(?:\.\.\.|---)\s*$/u.test(line)) + 2;
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
