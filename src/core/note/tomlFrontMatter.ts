import { readFrontMatter, type FrontMatter } from './frontMatter.js';
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
  const yaml = asYaml(text.slice(open.length, found.index));
  const front = readFrontMatter(yaml, 1);
  const message = 'This front matter is not valid TOML: {0}. What could be read is used.';
  const problems = front.problems.map(({ line, args }): Problem => ({ line, message, args }));
  return { front: { ...front, problems }, text: blank + text.slice(close.lastIndex) };
}

/**
 * What notes say in TOML, strings and lists of strings (https://toml.io/en/v1.0.0), YAML says alike but for the equals
 * sign; every line stays where it is. Headings of tables are left out: Zola keeps `tags` below one.
 */
function asYaml(toml: string): string {
  return toml
    .split(/\r\n?|\n/u)
    .map((line) => line.replace(/^\s*\[.*\]\s*(?:#.*)?$/u, '').replace(/^[ \t]*([\w-]+)[ \t]*=[ \t]*/u, '$1: '))
    .map((line) => line.replace(/^([\]}],?)/u, ' $1'))
    .join('\n');
}
