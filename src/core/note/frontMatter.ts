import { parseDocument } from 'yaml';
import { foldSpace } from './plainText.js';
import type { Problem } from './model.js';

/** What the front matter of a note says. */
export interface FrontMatter {
  readonly title: string | undefined;
  readonly aliases: readonly string[];
  /** From `categories`, else from `tags`. */
  readonly topics: readonly string[];
  readonly problems: readonly Problem[];
}

/** What a note without front matter has. */
export const noFrontMatter: FrontMatter = { title: undefined, aliases: [], topics: [], problems: [] };

/**
 * Reads a note's YAML front matter. What is broken is left out and becomes a problem on its line.
 *
 * @param yaml The text between the two fences.
 * @param fenceLine 1-based line of the opening fence.
 */
export function readFrontMatter(yaml: string, fenceLine: number): FrontMatter {
  const document = parseDocument(yaml, { prettyErrors: true, uniqueKeys: false });
  const problems = document.errors.map((error): Problem => {
    const line = fenceLine + (error.linePos?.[0].line ?? 1);
    const reason = foldSpace(error.message.replace(/ at line \d+, column \d+:[\s\S]*$/u, ''));
    return { line, message: 'This front matter is not valid YAML: {0}. What could be read is used.', args: [reason] };
  });
  const value = plainValue(document.toJS.bind(document));
  const fields: Record<string, unknown> = isRecord(value) ? value : {};
  if (value !== null && value !== undefined && !isRecord(value) && problems.length === 0) {
    const message = 'This front matter is no list of “key: value” lines, so it is left out.';
    problems.push({ line: fenceLine + 1, message, args: [] });
  }
  const categories = names(fields['categories'] ?? fields['category']);
  return {
    title: names(fields['title'], false)[0],
    aliases: names(fields['aliases'] ?? fields['alias']),
    topics: categories.length > 0 ? categories : names(fields['tags'] ?? fields['tag']).map(withoutHash),
    problems,
  };
}

/** Aliases (`*name`) that are undefined or that multiply beyond reason make `toJS` throw. */
function plainValue(toJS: () => unknown): unknown {
  try {
    return toJS();
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The names that a field gives: one, a list, a nested list, or one string with commas. */
function names(value: unknown, commas = true): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown) => names(entry, false));
  }
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return [];
  }
  const text = String(value);
  return (commas ? text.split(',') : [text]).map(foldSpace).filter((name) => name !== '');
}

function withoutHash(tag: string): string {
  return tag.replace(/^#+/u, '');
}
