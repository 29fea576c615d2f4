/** What a piece of code is to its reader; each has a colour in `media/page.css`. */
export type TokenKind =
  | 'attribute'
  | 'comment'
  | 'deleted'
  | 'function'
  | 'inserted'
  | 'keyword'
  | 'number'
  | 'property'
  | 'string'
  | 'tag'
  | 'type';

/** Grammars name what they find in some hundred ways. By kind, those names that mean it in every language. */
const names: Readonly<Record<TokenKind | 'plain', readonly string[]>> = {
  attribute: ['attr-name'],
  comment: ['comment', 'prolog', 'doctype', 'cdata', 'shebang', 'coord'],
  deleted: ['deleted'],
  function: ['function', 'annotation', 'decorator'],
  inserted: ['inserted'],
  keyword: ['keyword', 'boolean', 'rule', 'important', 'null', 'nil', 'title', 'delimiter'],
  number: ['number'],
  property: ['property', 'variable', 'environment', 'symbol', 'key'],
  string: ['string', 'char', 'attr-value', 'url', 'regex', 'regex-source', 'code'],
  tag: ['tag', 'selector'],
  type: ['class-name', 'builtin', 'constant'],
  // Code within a string, a tag or a rule is no part of it.
  plain: ['interpolation', 'spread', 'script', 'atrule', 'expression', 'content', 'code-block', 'attr-equals'],
};

const kinds: ReadonlyMap<string, TokenKind | undefined> = new Map(
  Object.entries(names).flatMap(([kind, all]) =>
    all.map((name) => [name, kind === 'plain' ? undefined : (kind as TokenKind)]),
  ),
);

/** What takes in the punctuation within it: quotes are of their string, but brackets are of no type. */
const wholes: ReadonlySet<TokenKind | undefined> = new Set(['comment', 'deleted', 'inserted', 'string']);

/**
 * Tells of what kind a token is.
 *
 * @param classNames The grammar's names for the token, the most exact one first.
 * @param around The kind of what the token is in.
 * @returns The kind; `undefined` for what has the colour of plain text.
 */
export function tokenKind(classNames: readonly string[], around: TokenKind | undefined): TokenKind | undefined {
  const known = classNames.find((name) => kinds.has(name) || name.startsWith('language-'));
  if (known !== undefined) {
    return kinds.get(known);
  }
  const isMark = classNames.includes('punctuation') || classNames.includes('operator');
  return isMark && !wholes.has(around) ? undefined : around;
}
