import { withoutParticle } from './particles.js';

/** What to look up for a word that stands in a file. */
export interface LookUpText {
  /** Names that may be meant, the likeliest first. */
  readonly names: readonly string[];
  /** What to search for if no concept has one of the names. */
  readonly query: string;
}

/** Where an identifier falls into words: before `Breaker` of `circuitBreaker` and of `HTTPBreaker`, but not in `IaC`. */
const humps = /(?<=[\p{L}\p{N}][\p{Ll}\p{N}])(?=\p{Lu}[\p{L}\p{N}])|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}{2})/gu;

/** Fewest characters that are worth a search without the particle behind them. */
const fewestOfStem = 2;

/**
 * Reads a word as a name: without a Korean particle, and an identifier as the words that it is made of.
 *
 * @param text A word or a passage of a file, in any normal form.
 */
export function lookUpText(text: string): LookUpText {
  const whole = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const stem = withoutParticle(whole) ?? whole;
  const names = [whole, stem, identifierWords(whole), identifierWords(stem)].filter((name) => name !== '');
  return {
    names: [...new Set(names)],
    query: identifierWords(stem.length < fewestOfStem ? whole : stem),
  };
}

/**
 * Takes an identifier apart: `circuitBreaker`, `circuit_breaker` and `CIRCUIT-BREAKER` are `circuit breaker`.
 *
 * @param text A text; one that has spaces or is a single word stays as it is.
 */
export function identifierWords(text: string): string {
  if (text.includes(' ')) {
    return text;
  }
  const words = text
    .replace(humps, ' ')
    .split(/[\s_-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length > 1 ? words.join(' ').toLowerCase() : (words[0] ?? text);
}
