/** A query, taken apart into what is looked for and what narrows it down. All of it holds at once. */
export interface Query {
  /** What names and texts are searched for: the words and phrases, in the order typed. */
  readonly text: string;
  /** Quoted passages, which a concept must have word for word. */
  readonly phrases: readonly string[];
  readonly filters: readonly Filter[];
}

/** What a filter looks at. */
export type FilterKind = 'topic' | 'note' | 'pros' | 'cons' | 'without';

/** One condition: `#topic`, `@note`, `pros:word`, `cons:word` or `-word`. */
export interface Filter {
  readonly kind: FilterKind;
  /** What it asks for. Only `pros:` and `cons:` may ask for nothing: then any point will do. */
  readonly value: string;
  /** As it was typed, where it could be meant as a word: `#include`, `@Bean`. */
  readonly word: string;
}

/** A stretch of the query without spaces outside of quotes. */
export interface QueryToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Longest query that is looked at, in characters: nobody names a concept with more. */
const longestQuery = 300;

/** Beginnings of filters, in English and Korean. */
const signs: readonly (readonly [sign: string, kind: FilterKind])[] = [
  ['#', 'topic'],
  ['@', 'note'],
  ['pros:', 'pros'],
  ['cons:', 'cons'],
  ['장점:', 'pros'],
  ['단점:', 'cons'],
  ['-', 'without'],
];

/**
 * Takes a query apart. A filter's value may be quoted, as in `#"cloud native"`; a quote that is still open ends with the
 * query. A sign without anything behind it is a word like others, for it is still being typed.
 *
 * @param typed What the user typed; what is beyond 300 characters is not looked at.
 */
export function parseQuery(typed: string): Query {
  const words: string[] = [];
  const phrases: string[] = [];
  const filters: Filter[] = [];
  for (const { text } of queryTokens(typed)) {
    const filter = filterOf(text);
    if (filter) {
      filters.push(filter);
    } else if (text.startsWith('"')) {
      const phrase = unquoted(text);
      words.push(phrase);
      phrases.push(phrase);
    } else {
      words.push(text);
    }
  }
  return { text: words.join(' ').trim(), phrases: phrases.filter((phrase) => phrase.trim() !== ''), filters };
}

/**
 * Splits a query at spaces that are not quoted.
 *
 * @param typed What the user typed.
 */
export function queryTokens(typed: string): QueryToken[] {
  const tokens = typed.slice(0, longestQuery).matchAll(/(?:[^\s"]*"[^"]*(?:"|$))|\S+/gu);
  return [...tokens].map(({ 0: text, index }) => ({ start: index, end: index + text.length, text }));
}

function filterOf(token: string): Filter | undefined {
  // A colon of the other width is what an input method may type.
  const text = token.normalize('NFC').replace(/^([^"：]*)：/u, '$1:');
  const [sign, kind] = signs.find(([start]) => text.toLowerCase().startsWith(start)) ?? [];
  if (sign === undefined || kind === undefined) {
    return undefined;
  }
  const value = unquoted(text.slice(sign.length)).trim();
  const isWhole = kind === 'pros' || kind === 'cons' || /[\p{L}\p{N}\p{S}]/u.test(value);
  return isWhole ? { kind, value, word: token } : undefined;
}

function unquoted(text: string): string {
  return text.replace(/^"|"$/gu, '');
}
