import { composed, withoutNumbering } from './aliases.js';
import { foldSpace } from './plainText.js';

/** Longest heading that is read as a question, in characters. */
const longestQuestion = 120;

/** Longest name that a question can ask for, in words: what is longer is a matter to discuss, and no name. */
const mostWords = 6;

/** Questions for what something is, by language, each with the name in the first group. */
const questions: readonly RegExp[] = [
  /** `TDD란 무엇인가?`, `GIL이란 뭘까?` */
  /^(\S.*?)\s*(?:이란|란|이라는 것은)\s*(?:도대체\s*|과연\s*)?(?:무엇|뭐|뭘|뭔|어떤)[^?？]*[?？]*$/u,
  /** `인덱스는 무엇인가요?` */
  /^(\S.*?)\s*(?:은|는|이|가)\s*(?:무엇|뭐|뭘|뭔)[^?？]*[?？]*$/u,
  /** `What is a closure?`, `What's Docker` */
  /^what(?:\s+is|\s+are|['’]s|['’]re)\s+(?:an?\s+|the\s+)?(\S.*?)\s*\?*$/iu,
  /** `Что такое GIL?` */
  /^что\s+такое\s+(\S.*?)\s*\?*$/iu,
  /** `TDDとは何か`, `インデックスとは？` */
  /^(\S.*?)\s*とは(?:\s*(?:何|なに|なん)[^?？]*)?[?？]*$/u,
  /** `什么是闭包？`, `闭包是什么` */
  /^(?:什么是|什麼是|何谓|何謂)\s*(\S.*?)\s*[?？]*$/u,
  /^(\S.*?)\s*(?:是什么|是什麼)\s*[?？]*$/u,
  /** `¿Qué es Docker?`, `Qu’est-ce que Docker ?`, `Was ist Docker?`, `O que é Docker?`, `Cos’è Docker?`, `Docker là gì?` */
  /^¿?\s*qué\s+(?:es|son)\s+(?:una?\s+|el\s+|la\s+|los\s+|las\s+)?(\S.*?)\s*\?*$/iu,
  /^qu['’]est[-\s]ce\s+(?:que\s+|qu['’]\s*)(?:une?\s+|les?\s+|la\s+|l['’]\s*)?(\S.*?)\s*\?*$/iu,
  /^was\s+(?:ist|sind)\s+(?:ein\s+|eine\s+|der\s+|die\s+|das\s+)?(\S.*?)\s*\?*$/iu,
  /^o\s+que\s+(?:é|são)\s+(?:uma?\s+|os?\s+|as?\s+)?(\S.*?)\s*\?*$/iu,
  /^(?:che\s+)?cos['’]è\s+(?:une?\s+|una\s+|il\s+|la\s+|l['’]\s*)?(\S.*?)\s*\?*$/iu,
  /^(\S.*?)\s+là\s+gì\s*\?*$/iu,
];

/** Each of the questions has one of these. */
const asking = /무엇|[뭐뭘뭔]|어떤|とは|[什何]|что|what|was|qu[eé'’]|cos['’]è|là/iu;

/** A question with a clause asks for more than a name. */
const clause =
  /[?？!;。]|,|\b(?:and|or)\s+(?:why|how|when|what|where)\b|\b(?:why|how|when|which|that|do|does|did|you|your|we|it|this)\b|(?:왜|어떻게|언제)(?:\s|$)|그리고|^(?:이것|그것|저것|이|그|저)$/iu;

/**
 * The name that a heading asks for: `TDD란 무엇인가?` is about TDD, `What is a closure?` about closure.
 *
 * @param heading The heading as plain text.
 * @returns Nothing where the heading asks for no name, or for nothing.
 */
export function askedName(heading: string): string | undefined {
  if (heading.length > longestQuestion) {
    return undefined;
  }
  const bare = withoutNumbering(foldSpace(composed(heading)));
  if (!asking.test(bare)) {
    return undefined;
  }
  for (const question of questions) {
    const name = question.exec(bare)?.[1];
    if (name !== undefined) {
      const isName = /[\p{L}\p{N}]/u.test(name) && name.split(' ').length <= mostWords && !clause.test(name);
      return isName ? name : undefined;
    }
  }
  return undefined;
}
