import { foldSpace } from './plainText.js';

/** Longest heading that is searched for names, in characters: a longer one is a text. */
const longestHeading = 300;

/** `Chapter 3: …`, `Билет 1. …`, `제2장 …`: what follows is the name. */
const chapter =
  /^(?:(?:chapter|lecture|lesson|part|section|unit|week|day|step|question|topic|module|билет|вопрос|глава|тема|лекция|раздел|урок)\s+\d{1,3}(?:\.\d{1,3}){0,3}\s*[.:)–—-]\s*|제?\s?\d{1,3}\s?(?:장|강|절|과|주차|편|부|일차)(?:[.:)]\s*|\s+))(?=\S)/iu;

/** With what numbering, or a chapter's, begins. */
const mayBeNumbered = /^(?:[\d(①-⑳제Q]|[a-zа-я]+\s+\d)/iu;

/**
 * The other names that a heading gives its concept: words in brackets, the halves of a slashed, dashed or bilingual
 * heading, and the heading without numbering and without a trailing 란, 이란 or 의 역할.
 *
 * @param heading The heading as plain text.
 * @returns In the order found, without the heading itself, without repeats.
 */
export function headingAliases(heading: string): string[] {
  if (heading.length > longestHeading) {
    return [];
  }
  const nfc = composed(heading);
  const bare = withoutNumbering(foldSpace(nfc));
  const { outside, inside } = splitBrackets(bare);
  const name = withoutTail(outside);
  const found = inside.length === 0 ? [name] : [withoutTail(bare), name];
  found.push(...halves(name), ...inside, ...inside.flatMap(slashHalves));
  const others = found.filter((other) => other !== bare);
  const all = [bare, ...others].map(withoutEdges);
  return (all.length > 1 ? uniqueNames(all) : all).filter((alias) => alias !== nfc && isName(alias));
}

/**
 * Those among the names of {@link headingAliases} that the heading only implies: CI is a half of `CI/CD`, and no name that
 * its writer gave to the whole.
 *
 * @param heading The heading as plain text.
 */
export function impliedAliases(heading: string): string[] {
  if (heading.length > longestHeading || !/[/／]/u.test(heading)) {
    return [];
  }
  const { outside, inside } = splitBrackets(withoutNumbering(foldSpace(heading.normalize('NFC'))));
  return uniqueNames([withoutTail(outside), ...inside].flatMap(slashHalves).map(withoutEdges)).filter(isName);
}

/**
 * Names without those that say the same in other letter case, width or normal form; the first of each stays.
 *
 * @param names Names in the order of their rank.
 */
export function uniqueNames(names: readonly string[]): string[] {
  if (names.length < 2) {
    return [...names];
  }
  const keys = new Set<string>();
  return names.filter(
    (name) => keys.size < keys.add((simple.test(name) ? name : name.normalize('NFKC')).toLowerCase()).size,
  );
}

/** Characters that are the same in all normal forms of composed text. */
const simple = /^[\0-\x7f가-힣]*$/;

/**
 * A text in the normal form that has letters in one piece.
 *
 * @param text Any text.
 */
export function composed(text: string): string {
  return simple.test(text) ? text : text.normalize('NFC');
}

/**
 * A heading without the number that it starts with.
 *
 * @param heading The heading as plain text.
 */
export function withoutNumbering(heading: string): string {
  if (!mayBeNumbered.test(heading)) {
    return heading;
  }
  return heading.replace(/^(?:\d+(?:[.-]\d+)*[.)]|\d+(?:\.\d+)+|\(\d+\)|Q\d*[.:)]|[①-⑳])\s+/u, '').replace(chapter, '');
}

/** A heading such as `TDD란?` or `TDD 란` names its concept before the particle. */
function withoutTail(name: string): string {
  const bare = /[\s?？!:：.]$/u.test(name.slice(-1)) ? name.replace(/[\s?？!:：.]+$/u, '') : name;
  const role = bare.endsWith('역할') ? bare.replace(/(?<=\S)\s*의\s*역할$/u, '') : bare;
  const [, before = '', particle = ''] = (role.endsWith('란') ? /^(.*?\S)\s*(이란|란)$/u.exec(role) : null) ?? [];
  return before !== '' && takesParticle(before, particle) ? before : role;
}

/** 이란 follows a final consonant and 란 does not: 반란 and 이란 are words of their own. Latin letters are not judged. */
function takesParticle(before: string, particle: string): boolean {
  const last = before.normalize('NFC').codePointAt(before.normalize('NFC').length - 1) ?? 0;
  const isSyllable = last >= 0xac00 && last <= 0xd7a3;
  const hasFinalConsonant = (last - 0xac00) % 28 !== 0;
  return !isSyllable || (hasFinalConsonant === (particle === '이란') && before + particle !== '이란');
}

/** Whether a name has nothing at its ends that is none. */
const hasPlainEdges = /^[a-z\d가-힣](?:.*[a-z\d가-힣)?!.])?$/is;

function withoutEdges(name: string): string {
  return hasPlainEdges.test(name)
    ? foldSpace(name)
    : foldSpace(name.replace(/^[\p{P}\p{S}\p{M}\s]+(?=[\p{L}\p{N}])|[\s,;:：·|]+$/gu, ''));
}

function isName(name: string): boolean {
  return /\p{L}/u.test(name);
}

function splitBrackets(heading: string): { outside: string; inside: string[] } {
  const inside: string[] = [];
  if (!/[(（[［]/u.test(heading)) {
    return { outside: foldSpace(heading), inside };
  }
  const outside = heading.replace(
    /(\S?)\s*[(（[［]([^()（）[\]［］]*)[)）\]］]/gu,
    (whole, before: string, text: string) => {
      if (/^(?:s|es)$/iu.test(text) && /[a-z]/iu.test(before)) {
        return whole;
      }
      inside.push(...text.split(/[,;，、]/u).map(withoutTail));
      return before;
    },
  );
  return { outside: foldSpace(outside), inside };
}

function halves(name: string): string[] {
  if (!/[/／]| .*\p{Script=Hangul}|\p{Script=Hangul}.* /u.test(name)) {
    return [];
  }
  const parts = [...slashHalves(name), ...bilingualHalves(name)];
  const dashed = / [-–—|:] /.test(name) ? name.split(/\s+[-–—|:]\s+/u) : [];
  if (dashed.length === 2 && dashed.every(isName) && bilingualHalves(dashed.join(' ')).length === 2) {
    parts.push(...dashed);
  }
  return parts;
}

function slashHalves(name: string): string[] {
  const parts = /[/／]/.test(name) ? name.split(/\s*[/／]\s*/u) : [];
  return parts.length > 1 && parts.every((part) => part.length > 1) ? parts.map(withoutTail) : [];
}

/** Whether all letters are those of Hangul, or all of ASCII. */
const isOneScript = /^(?:[ -@[-`{-~가-힣]*|[ -~]*)$/;

/** A heading that changes once between Hangul words and Latin words says its name in both languages. */
function bilingualHalves(name: string): string[] {
  if (isOneScript.test(name)) {
    return [];
  }
  const words = name.split(' ').filter((word) => isName(word));
  const hangul = words.map((word) => /^[^a-z]*\p{Script=Hangul}[^a-z]*$/iu.test(word));
  const change = hangul.findIndex((isHangul, index) => index > 0 && isHangul !== hangul[index - 1]);
  const changesOnce = change > 0 && hangul.slice(change).every((isHangul) => isHangul === hangul[change]);
  const mixedWord = words.some((word) => /[a-z]/iu.test(word) && /\p{Script=Hangul}/u.test(word));
  return changesOnce && !mixedWord ? [words.slice(0, change).join(' '), words.slice(change).join(' ')] : [];
}
