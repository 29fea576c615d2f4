import type { Refractor } from 'refractor/core';

/** `SomeName`, which is a type, a class or a component wherever people keep to the customs. */
const typeName = { pattern: /\b[A-Z][\w$]*[a-z][\w$]*\b/, alias: 'class-name' };

/** The word with which a command begins, be it at a prompt, but not where a line goes on. */
const command = {
  pattern: /((?:(?<!\\\n)^|[;&|(])[ \t]*(?:\$ )?)[\w./][\w./-]*(?=[\s;&|)]|$)/m,
  lookbehind: true,
  greedy: true,
  alias: 'function',
};

/**
 * Changes some grammars where they leave out what readers see at once.
 *
 * @param refractor What has the grammars.
 */
export function changeGrammars({ languages }: Refractor): void {
  const { bash = {}, css = {}, sql = {} } = languages;
  // A list of programs, which never has all.
  delete bash.function;
  Object.assign(bash, { command });
  Object.assign(css, { number: /#[\da-f]{3,8}\b|[-+]?(?:\b\d+|\B\.\d)[\d.]*(?:%|[a-z]+)?/i });
  Object.assign(sql, { keyword: [sql.keyword, /\b(?:AND|BETWEEN|I?LIKE|IN|IS|NOT|OR)\b/i].flat() });
  for (const name of ['javascript', 'jsx', 'python', 'tsx', 'typescript']) {
    Object.assign(languages[name] ?? {}, { 'type-name': typeName });
  }
  // The package's own SCSS takes seconds for a page of text without braces.
  languages['scss'] = languages.extend('css', {
    comment: { pattern: /(^|[^\\:])(?:\/\*[\s\S]*?\*\/|\/\/.*)/, lookbehind: true, greedy: true },
  });
  languages['less'] = languages.insertBefore('scss', 'property', { variable: /\$[-\w]+|@[-\w]+(?=\s*:|[;)])/ });
}
