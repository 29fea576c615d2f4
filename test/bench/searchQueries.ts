import { convertHangulToQwerty, convertQwertyToHangul, disassemble, getChoseong } from 'es-hangul';
import type { Note } from '../../src/core/note/model.js';
import { searchKey } from '../../src/core/search/searchKey.js';
import { seededRandom, type SeededRandom } from '../core/search/seededRandom.js';

/** A query and the name that it is meant to find. */
export interface BenchQuery {
  readonly kind: string;
  readonly isKorean: boolean;
  readonly text: string;
  readonly name: string;
}

/** Makes a query of a name, or nothing where the name is not of the kind for it. */
type Make = (name: string, random: SeededRandom) => string | undefined;

const latinLetters = 'abcdefghijklmnopqrstuvwxyz';

const makers: Readonly<Record<string, readonly [of: 'any' | 'latin' | 'korean', make: Make]>> = {
  'exact name': ['any', (name) => name],
  prefix: ['any', (name) => (name.length < 8 ? undefined : name.slice(0, Math.ceil(name.length * 0.7)))],
  'start of a word': ['any', (name) => afterSpace(name)],
  inside: ['latin', (name) => (name.length < 12 ? undefined : name.slice(2, Math.max(10, name.length - 1)))],
  '1 typo': ['latin', (name, random) => (name.length < 6 ? undefined : typo(name, random))],
  '2 typos': ['latin', (name, random) => (name.length < 10 ? undefined : typo(typo(name, random), random))],
  transposition: ['latin', (name, random) => (name.length < 5 ? undefined : transposed(name, random))],
  'spaces and hyphens': ['latin', (name, random) => respaced(name, random)],
  initials: ['latin', (name) => initials(name)],
  camelCase: ['latin', (name) => joined(name)],
  choseong: ['korean', (name) => (length(name) < 4 ? undefined : getChoseong(name))],
  'choseong, mixed': ['korean', (name, random) => (length(name) < 4 ? undefined : mixed(name, random))],
  'half-typed syllable': ['korean', (name, random) => (length(name) < 3 ? undefined : keystrokes(name, random))],
  'jamo typo': ['korean', (name, random) => (length(name) < 4 ? undefined : vowelTypo(name, random))],
  'Korean particle': ['korean', (name) => name + (disassemble(name.slice(-1)).length > 2 ? '을' : '를')],
  'normal form D': ['korean', (name) => name.normalize('NFD')],
  'Korean on the other layout': ['korean', (name) => (length(name) < 3 ? undefined : convertHangulToQwerty(name))],
  'English on the other layout': ['latin', (name) => (name.length < 5 ? undefined : hangulOf(name.toLowerCase()))],
};

/**
 * Queries of all kinds for a library, always the same.
 *
 * @param notes The library.
 * @param count Queries of each kind.
 */
export function benchQueries(notes: readonly Note[], count: number): BenchQuery[] {
  const random = seededRandom(7);
  return Object.entries(makers).flatMap(([kind, [of, make]]) => {
    const queries: BenchQuery[] = [];
    for (let tries = 0; queries.length < count && tries < 100_000; tries += 1) {
      const { title, aliases, derived } = random.pick(random.pick(notes).concepts);
      const name = random.pick([title, ...aliases.filter((alias) => !derived.includes(alias))]);
      const text = isOf(name, of) ? make(name, random) : undefined;
      if (text !== undefined && text.trim() !== '') {
        queries.push({ kind, isKorean: of === 'korean', text, name });
      }
    }
    return queries;
  });
}

/**
 * The concepts that each query may mean. Of a query that is made without chance, those are all whose names make it: no
 * engine can know which of two `Event Loop`s is meant by `el`. Whoever types a whole name means it, whatever else the
 * query could be a part of.
 *
 * @param queries The queries.
 * @param names All names, with the ids of their concepts.
 * @returns The ids by query.
 */
export function rightConcepts(
  queries: readonly BenchQuery[],
  names: readonly { readonly id: string; readonly name: string }[],
): Map<BenchQuery, ReadonlySet<string>> {
  const byKey = idsBy(names, ({ name }) => searchKey(name).key);
  const byQuery = new Map<string, Map<string, Set<string>>>();
  return new Map(
    queries.map((query) => {
      const { kind, text, name } = query;
      const [of, make] = makers[kind] ?? ['any', undefined];
      const ids = new Set([...(byKey.get(searchKey(name).key) ?? []), ...(byKey.get(searchKey(text).key) ?? [])]);
      if (make?.length === 1) {
        const made =
          byQuery.get(kind) ?? idsBy(names, (one) => (isOf(one.name, of) ? withoutChance(make, one.name) : ''));
        byQuery.set(kind, made);
        made.get(text)?.forEach((id) => ids.add(id));
      }
      return [query, ids];
    }),
  );
}

function withoutChance(make: Make, name: string): string {
  return make(name, seededRandom(0)) ?? '';
}

function idsBy<T extends { readonly id: string }>(
  all: readonly T[],
  keyOf: (of: T) => string,
): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const one of all) {
    const key = keyOf(one);
    const known = ids.get(key) ?? new Set();
    ids.set(key, known.add(one.id));
  }
  return ids;
}

function isOf(name: string, of: 'any' | 'latin' | 'korean'): boolean {
  return of === 'any' || (of === 'latin' ? /^[A-Za-z -]+$/u : /^[가-힣 ]+$/u).test(name);
}

/** As an input method shows it; es-hangul throws on letters that no syllable has. */
function hangulOf(keys: string): string | undefined {
  try {
    return convertQwertyToHangul(keys);
  } catch {
    return undefined;
  }
}

function length(name: string): number {
  return name.replace(/ /gu, '').length;
}

function afterSpace(name: string): string | undefined {
  const rest = name.slice(name.indexOf(' ') + 1);
  return rest === name || rest.length < 6 ? undefined : rest;
}

function typo(name: string, random: SeededRandom): string {
  const place = 1 + random.below(name.length - 1);
  const letter = latinLetters[random.below(26)] ?? 'x';
  return random.pick([
    name.slice(0, place) + letter + name.slice(place + 1),
    name.slice(0, place) + name.slice(place + 1),
    name.slice(0, place) + letter + name.slice(place),
  ]);
}

function transposed(name: string, random: SeededRandom): string | undefined {
  const place = random.below(name.length - 1);
  const [a = '', b = ''] = name.slice(place, place + 2);
  return a === b || a === ' ' || b === ' ' ? undefined : name.slice(0, place) + b + a + name.slice(place + 2);
}

function respaced(name: string, random: SeededRandom): string | undefined {
  const place = 2 + random.below(Math.max(1, name.length - 3));
  const extra = `${name.slice(0, place)} ${name.slice(place)}`;
  return /[ -]/u.test(name) ? random.pick([name.replace(/[ -]/gu, ''), name.replace(/[ -]/gu, '-'), extra]) : extra;
}

function initials(name: string): string | undefined {
  const words = name.split(/[ -]/u);
  return words.length < 3
    ? undefined
    : words
        .map((word) => word.charAt(0))
        .join('')
        .toLowerCase();
}

function joined(name: string): string | undefined {
  const words = name.split(/[ -]/u);
  return words.length < 2 ? undefined : words.map((word, place) => (place === 0 ? word.toLowerCase() : word)).join('');
}

function mixed(name: string, random: SeededRandom): string {
  return Array.from(name, (syllable, place) =>
    place > 0 && random.below(2) === 0 ? getChoseong(syllable) || syllable : syllable,
  ).join('');
}

/** Most of the keystrokes of a name, as an input method shows them. */
function keystrokes(name: string, random: SeededRandom): string | undefined {
  const keys = convertHangulToQwerty(name);
  const least = Math.ceil(keys.length * 0.7);
  return hangulOf(keys.slice(0, least + random.below(keys.length - least + 1)));
}

function vowelTypo(name: string, random: SeededRandom): string | undefined {
  const pairs: Readonly<Record<string, string>> = { ㅐ: 'ㅔ', ㅔ: 'ㅐ', ㅓ: 'ㅗ', ㅗ: 'ㅓ', ㅡ: 'ㅜ', ㅜ: 'ㅡ' };
  const places = Array.from(name, (_, place) => place).filter((place) => vowelOf(name.charAt(place)) in pairs);
  if (places.length === 0) {
    return undefined;
  }
  const place = random.pick(places);
  const code = name.charCodeAt(place) - 0xac00;
  const vowels = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
  const other = vowels.indexOf(pairs[vowelOf(name.charAt(place))] ?? '');
  const syllable = 0xac00 + Math.floor(code / 588) * 588 + other * 28 + (code % 28);
  return name.slice(0, place) + String.fromCharCode(syllable) + name.slice(place + 1);
}

function vowelOf(syllable: string): string {
  const code = syllable.charCodeAt(0) - 0xac00;
  return code < 0 || code >= 11_172
    ? ''
    : 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'.charAt(Math.floor((code % 588) / 28));
}
