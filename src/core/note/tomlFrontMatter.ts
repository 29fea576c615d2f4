import { parse, TomlError } from 'smol-toml';
import { noFrontMatter, saidBy, type FrontMatter } from './frontMatter.js';
import { foldSpace } from './plainText.js';
import type { Problem } from './model.js';

/** A text whose front matter is TOML, as Hugo and Zola write it between lines of `+++`. */
export interface TomlNote {
  readonly front: FrontMatter;
  /** The text with spaces in place of the front matter, so that everything keeps its line and column. */
  readonly text: string;
}

/**
 * Takes TOML front matter from the beginning of a note.
 *
 * @param text The note's text, without a byte order mark.
 * @returns Nothing where the note does not begin with it.
 */
export function takeTomlFrontMatter(text: string): TomlNote | undefined {
  const [open = ''] = /^\+\+\+[ \t]*(?:\r\n?|\n)/u.exec(text) ?? [];
  const close = /(?:^|\r\n?|\n)\+\+\+[ \t]*(?=\r|\n|$)/gu;
  // One step back: the opening line's end may be the one before the closing line.
  close.lastIndex = Math.max(open.length - 1, 0);
  const found = open === '' ? null : close.exec(text);
  if (!found) {
    return undefined;
  }
  const blank = text.slice(0, close.lastIndex).replace(/[^\r\n]/gu, (letter) => ' '.repeat(letter.length));
  return { front: readToml(text.slice(open.length, found.index)), text: blank + text.slice(close.lastIndex) };
}

function readToml(toml: string): FrontMatter {
  const text = toml.replace(/\r\n?/gu, '\n');
  const whole = parsed(text, 2);
  if (whole.problems.length === 0) {
    return { ...saidBy(whole.fields), problems: [] };
  }
  // Field by field, so that one broken line takes no other with it.
  const fields = new Map<string, unknown>();
  const problems: Problem[] = [];
  let line = 2;
  for (const piece of text.split(/^(?=[\w-]+[ \t]*=|\[)/mu)) {
    const own = parsed(piece, line);
    own.fields.forEach((value, key) => fields.set(key, value));
    problems.push(...own.problems);
    line += piece.split('\n').length - 1;
  }
  return {
    ...(fields.size > 0 ? saidBy(fields) : noFrontMatter),
    problems: problems.length > 0 ? problems : whole.problems,
  };
}

/** Parses TOML that starts on a line of the file. */
function parsed(toml: string, line: number): { fields: Map<string, unknown>; problems: Problem[] } {
  try {
    const fields = new Map<string, unknown>(Object.entries(parse(toml)));
    // Zola keeps tags and categories in a table of their own.
    const taxonomies = fields.get('taxonomies');
    const inner = typeof taxonomies === 'object' && taxonomies !== null ? Object.entries(taxonomies) : [];
    return { fields: new Map<string, unknown>([...inner, ...fields]), problems: [] };
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('\n') : [];
    const last = line + toml.trimEnd().split('\n').length - 1;
    const at = Math.min(error instanceof TomlError ? line + error.line - 1 : line, Math.max(last, line));
    const message = 'This front matter is not valid TOML: {0}. What could be read is used.';
    return {
      fields: new Map(),
      problems: [{ line: at, message, args: [foldSpace(reason.replace(/^Invalid TOML document:\s*/u, ''))] }],
    };
  }
}
