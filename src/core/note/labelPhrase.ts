import { isFiller } from './fillerWords.js';
import { foldSpace } from './plainText.js';
import { askedName } from './question.js';

/** Between a label and its subject, where the label comes first. */
const prepositions =
  /^(?:of|to|for|in|with|from|when|de|del|des|du|d'|d’|von|vom|der|da|do|das|dos|di|della|dello|del|dell'|của|van|dari|у|от|для)\s+|^(?:d'|d’|l'|l’|dell'|dell’)/iu;

/** Questions and clauses: what stands before a label word there is no name. */
const notASubject =
  /[?？!;。]|,\s|(?:니까|보니|면서|하면|더니|는데|할\s*때)$|(?:[/&,+·]|\s(?:and|or|и|und|et|y|e|와|과|및))$|\b(?:and|or)\s+other$|^(?:why|how|what|when|who|where|왜|그럼|그렇다면|그러면|그런데|하지만|반면|за что|почему|зачем|как|что|когда)(?:\s|$)|\b(?:has|have|are|is|these|following|however|i|we|you)\b|(?:^|\s)(?:имеет|обладает|даёт|дает)(?:\s|$)/iu;

/** Nouns that mean, behind an article, what was spoken of. */
const vague =
  /^(?:the|this|these|such|our|my)\s+(?:protocol|algorithm|system|design|model|architecture|framework|library|language|tool|service|technology|structure|strategy|feature|idea|style)s?$/iu;

/** `Why use arrow functions?` before a label names its subject all the same. */
const whyUse =
  /^(?:why\s+(?:do\s+we\s+(?:use|need)|should\s+(?:we|you|i)\s+use|use|using)?\s*|왜\s+)([^?？]{1,60}?)(?:(?:을|를)?\s*(?:쓰는가|쓸까|사용하는가|써야\s*할까|쓰나요|사용할까|사용하나요))?[?？]$/iu;

/**
 * A label without numbering, emoji, list marks and brackets about the whole.
 *
 * @param text A heading, a line or the beginning of a list item, as plain text.
 */
export function bareText(text: string): string {
  return foldSpace(text)
    .normalize('NFC')
    .replace(/:[a-z0-9_+-]{1,30}:/gu, ' ')
    .trim()
    .replace(/^(?::{3,}\s*\w{0,20}\s+|!{3}\s*\w{1,20}\s+)/u, '')
    .replace(/^[^\p{L}\p{N}(（]+/u, '')
    .replace(/^[一二三四五六七八九十]+[、.．]\s*/u, '')
    .replace(
      /^(?:(?:\d{1,3}[.-]){1,6}\d{1,3}\.?(?!\d)|\d{1,3}[.)、．](?!\d)|\(\d{1,3}\)|[a-z가-하][.)](?=\s)|[①-⑳ⅰ-ⅹⅠ-Ⅹ]|[ivx]{1,4}[.)](?=\s)|Q\d*[.:)])\s*/iu,
      '',
    )
    .replace(/^[^\p{L}\p{N}]+/u, '');
}

/**
 * A label without what writers put at its end: a number, emoji, `ㅋㅋ`.
 *
 * @param bare A label, bare.
 */
export function withoutCount(bare: string): string {
  return bare
    .replace(/(?<=[^\sㄱ-ㅎㅏ-ㅣ])\s*[ㄱ-ㅎㅏ-ㅣ]{1,20}[\s!~.^;]*$/u, '')
    .replace(/(?<=\p{L}[.)]?)\s*\d{1,4}$/u, '')
    .replace(/(?:[\s\p{So}\p{Sk}*_~]|\u200d|\ufe0f)+$/u, '');
}

/**
 * Whether a text stands in quotation marks as a whole: somebody else’s words.
 *
 * @param text Plain text.
 */
export function isQuoted(text: string): boolean {
  return /^\s*["“«„].{12,}["”»]\s*(?:[–—-].*)?$/su.test(text);
}

/**
 * A text without the punctuation at its end.
 *
 * @param text A label, bare.
 */
export function withoutEnd(text: string): string {
  return text.replace(/(?:(?!\([a-z]\)$)[^\p{L}\p{N})）])+$/iu, '').replace(/^([^(（[]*)[)）\]]+$/u, '$1');
}

/**
 * A question or a sentence that asks for pros or cons, as the phrase that it is about.
 *
 * @param bare A label, bare.
 */
export function asPhrase(bare: string): string {
  return withoutEnd(bare)
    .replace(/^(?:what|which)\s+(?:are|is|were)\s+(?:the\s+|some\s+(?:of\s+the\s+)?)?/iu, '')
    .replace(/\s+(?:are|is|include|includes|were)(?:\s+(?:as\s+follows|the\s+following|these|listed\s+below))?$/iu, '')
    .replace(/\s+(?:sind|son|sont|sono|são|относятся|следующие|такие|есть|lauten|incluyen|comprennent)$/iu, '')
    .replace(
      /(?<=[가-힣]{2})(?:들)?(?:은|는|이|에는|으로는|으론|을|를)?\s*(?:무엇|뭐|뭘|뭔|어떤|어떻|있(?:을|나|는|지)|말해|말씀|설명|알려|정리|요약|알아).*$/u,
      '',
    )
    .replace(/(?<=[점트])(?:들)?(?:은|는)$/u, '')
    .replace(/(?<=[점])들$/u, '')
    .replace(/\s+(?:정리|요약|목록)$/u, '');
}

/**
 * What a label is about, without particles and words that say nothing.
 *
 * @param text What stands before or behind the label word.
 * @returns Empty where it is no name.
 */
export function subjectOf(text: string): string {
  // `the protocol`, `this approach`: what was spoken of, by no name.
  if (vague.test(text.trim())) {
    return '';
  }
  const asked = whyUse.exec(text)?.[1] ?? askedName(text) ?? text;
  const subject = asked
    .replace(/^(?:and|but|so|а|но|и|그리고|또한|그럼|하지만|반면)\s+/iu, '')
    .replace(
      /(?:을|를)?\s*(?:사용|이용|도입|적용)(?:할|하는|했을|하면|한|시|의|하기|했|하|할때|\s)*(?:때|것|경우|점|생기는|얻는)?(?:의|에|에서)?$/u,
      '',
    )
    .replace(/(?:만의|에서의|으로서의|으로써의|로서의|의|’s|'s|の|的)$/u, '')
    .replace(/^(?:using|use of|the use of|usage of|использования|применения|использовать)\s+/iu, '')
    .replace(/\s+(?:перед|над|по сравнению с|over|against|versus|vs\.?|compared (?:to|with))\s.*$/iu, '')
    .replace(/^(?:the|a|an|el|la|le|les|los|las|die|der|das|il|lo)\s+(?=\S)/iu, '')
    .replace(/^[«"“'‘「『]+|[»"”'’」』]+$/gu, '')
    .trim();
  return isFiller(subject) || notASubject.test(subject) ? '' : subject;
}

/**
 * What stands behind a preposition.
 *
 * @param text Words behind a label word.
 * @returns Nothing where no preposition binds them to the label.
 */
export function behindPreposition(text: string): string | undefined {
  const bound = text.replace(/^(?:есть|имеет|имеются|существуют)\s+(?=у\s)/iu, '');
  return prepositions.test(bound) ? bound.replace(prepositions, '') : undefined;
}

/**
 * The form in which label words are compared: lower case, without spaces, full stops and `(s)`.
 *
 * @param word A word or a phrase.
 */
export function wordKey(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/\((?:s|es)\)/gu, 's')
    .replaceAll('’', "'")
    .replace(/[\s.]+/gu, '');
}
