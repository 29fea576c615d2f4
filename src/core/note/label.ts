import { labelWords, wordsOnlyAlone, type LabelRole, type RoleWords } from './labelWords.js';
import { foldSpace } from './plainText.js';

/** What a short text announces. */
export interface Label {
  readonly role: LabelRole;
  /** Whether the text is a label word and nothing else but decoration and a comment. */
  readonly isExact: boolean;
  /** What the label is about, as written; empty where it does not say. */
  readonly subject: string;
  /** What stands behind the label and its colon, dash or bracket: a comment, a subject, or the first point. */
  readonly rest: string;
  /** Whether a colon parts the label from the rest. */
  readonly hasColon: boolean;
}

/** Longest text that can be a label, in characters; longer ones are not looked at, for their length could be anything. */
const longestLabel = 100;

const onlyAlone: ReadonlySet<string> = new Set([...wordsOnlyAlone].map(wordKey));

/** What joins pros and cons to one label. */
const joints =
  /\s*(?:[/&·・,、+]|和|与|與|と|및|와|과|이랑|하고)\s*|\s+(?:and|or|vs\.?|и|та|y|et|und|e|và|en|dan|ve|i)\s+/iu;

/** Between a label and its subject, where the label comes first. */
const prepositions =
  /^(?:of|to|for|in|with|from|when|de|del|des|du|d'|d’|von|der|da|do|das|dos|di|della|del|của|van|dari)\s+|^(?:d'|d’)/iu;

/** Words about a label that are no subject. */
const fillers =
  /^(?:(?:주요|대표적인?|핵심|가장|큰|주된|이것|이|그|사용|도입|사용\s*시|the|key|main|major|common|some|its|their|my|other|potential|biggest|possible|general|overall|additional|using|it|them|this|these|that|a|an|les|las|los|die|i|gli|le|主要|основные|главные|principales|principais|wichtigste|as|os)(?:의|한|인)?\s*)+$/iu;

/** Knows the words that are labels: those of {@link labelWords} and, before them, a user's own. */
export class LabelReader {
  readonly #roles: ReadonlyMap<string, LabelRole>;

  /** @param own Words of the user's own by role. A word that has another role already changes it. */
  constructor(own: RoleWords = {}) {
    const entries = [...Object.values(labelWords), own].flatMap((words) =>
      Object.entries(words).flatMap(([role, list]) => list.map((word) => [wordKey(word), role as LabelRole] as const)),
    );
    this.#roles = new Map(entries.filter(([key]) => key !== ''));
  }

  /**
   * Reads a short text as a label: a word for a role, alone or with a subject (`GIL의 장점`, `Pros of X`), a comment
   * (`장점 - 왜 쓰는가`), a question (`단점은 뭐가 있을까?`) or a point behind it (`장점: 빠르다`).
   *
   * @param text A heading, a line or the beginning of a list item, as plain text.
   * @returns Nothing where no label word stands where a label's would.
   */
  read(text: string): Label | undefined {
    if (text.length > longestLabel * 4) {
      return undefined;
    }
    const bare = bareText(text);
    const label = this.#whole(bare) ?? this.#withRest(bare);
    if (label || bare.length > longestLabel) {
      return label;
    }
    const phrase = asPhrase(bare);
    return this.#whole(phrase) ?? this.#withSubject(phrase);
  }

  /**
   * The role of a word that means pros or cons in any sentence; words with other meanings have none.
   *
   * @param word One word.
   */
  strongRole(word: string): 'pros' | 'cons' | undefined {
    const key = wordKey(word);
    const role = onlyAlone.has(key) ? undefined : this.#roles.get(key);
    return role === 'pros' || role === 'cons' ? role : undefined;
  }

  /** The role of a word or phrase that is a label by itself, or that two of them make together. */
  #exactRole(phrase: string): LabelRole | undefined {
    const key = wordKey(phrase);
    const role = this.#roles.get(key);
    if (role || key === '') {
      return role;
    }
    const [first, second, ...more] = phrase.split(joints).map((part) => this.#roles.get(wordKey(part)));
    const isPair = more.length === 0 && first !== undefined && second !== undefined;
    return isPair && new Set([first, second, 'pros', 'cons']).size === 2 && first !== second
      ? 'both'
      : this.#sameRole(phrase);
  }

  /** `장점 (Pros)` and `Pros/장점` say the same thing twice. */
  #sameRole(phrase: string): LabelRole | undefined {
    const twice = /^([^()（）]+)[(（]([^()（）]+)[)）]$/u.exec(phrase) ?? /^([^/|]+)[/|]([^/|]+)$/u.exec(phrase);
    const [first, second] = [twice?.[1], twice?.[2]].map((part) => this.#roles.get(wordKey(bareText(part ?? ''))));
    return first === second ? first : undefined;
  }

  #whole(bare: string): Label | undefined {
    const role = this.#exactRole(withoutEnd(bare));
    return role && { role, isExact: true, subject: '', rest: '', hasColon: false };
  }

  /** A label, then a colon, a dash or a bracket, then something. */
  #withRest(bare: string): Label | undefined {
    const cut =
      /^([^:：]{1,60}?)\s*[:：]\s*(\S.*)$/su.exec(bare) ??
      /^(.{1,60}?)\s+[-–—|]\s+(\S.*)$/su.exec(bare) ??
      /^([^(（]{1,60}?)\s*[(（]([^()（）]+)[)）]$/su.exec(bare);
    const [, head = '', rest = ''] = cut ?? [];
    const hasColon = /^[^:：]{1,60}?\s*[:：]\s*\S/u.test(bare);
    const role = this.#exactRole(withoutEnd(head));
    // `장점 (단점)` is about both, or about neither.
    if (role && (hasColon || (this.#exactRole(rest) ?? role) === role)) {
      return { role, isExact: true, subject: '', rest: rest.trim(), hasColon };
    }
    const label = cut && hasColon ? this.#withSubject(asPhrase(head)) : undefined;
    return label && { ...label, rest: rest.trim(), hasColon };
  }

  /** A label word with a subject before or behind it. */
  #withSubject(phrase: string): Label | undefined {
    const words = phrase.split(/\s+/u);
    for (let start = 0; start < words.length; start += 1) {
      const before = words.slice(0, start).join(' ');
      const tail = words.slice(start).join(' ');
      const role = this.#exactRole(tail);
      const isClause = /\s(?:the|of|a|an)$/iu.test(before) && !fillers.test(before);
      if (role && start > 0 && !isClause && (!onlyAlone.has(wordKey(tail)) || fillers.test(before))) {
        return { role, isExact: false, subject: subjectOf(before), rest: '', hasColon: false };
      }
    }
    // `Redis의장점`, `Redis的优点`, `Redisのメリット`: no space before the word.
    const glued = /^(.+?)\s*(?:만의|의|的|の)\s*(\S.*)$/u.exec(phrase);
    const gluedRole = glued && this.#exactRole(glued[2] ?? '');
    if (gluedRole) {
      return { role: gluedRole, isExact: false, subject: subjectOf(glued[1] ?? ''), rest: '', hasColon: false };
    }
    for (let end = Math.min(words.length - 1, 5); end > 0; end -= 1) {
      const head = words.slice(0, end).join(' ').replace(fillerStart, '');
      const role = this.#exactRole(head);
      const behind = words.slice(end).join(' ');
      // What it is better or worse than is not what it is about.
      if (role && /^(?:over|against|versus|vs\.?|compared)\s/iu.test(behind)) {
        return { role, isExact: false, subject: '', rest: '', hasColon: false };
      }
      const isBound = prepositions.test(behind) || /^\p{Script=Cyrillic}/u.test(head);
      if (role && isBound && !(onlyAlone.has(wordKey(head)) && !/^benefit|^limit/iu.test(head))) {
        return {
          role,
          isExact: false,
          subject: subjectOf(behind.replace(prepositions, '')),
          rest: '',
          hasColon: false,
        };
      }
    }
    return undefined;
  }
}

/** What every note is read with, unless its reader has words of their own. */
export const builtInLabels = new LabelReader();

const fillerStart = /^(?:(?:the|key|main|major|some|common|основные|главные|les|las|los|die)\s+)+/iu;

/** Questions and clauses: what stands before a label word there is no name. */
const notASubject =
  /[?？!,;。]|\b(?:and|or)\s+other$|^(?:why|how|what|when|who|where|왜|그럼|그렇다면|그러면|그런데|하지만|반면)(?:\s|$)|\b(?:has|have|are|is|these|following)\b/iu;

/** What a label is about, without particles and words that say nothing. */
function subjectOf(text: string): string {
  const subject = text
    .replace(
      /(?:을|를)?\s*(?:사용|이용|도입|적용)(?:할|하는|했을|하면|한|시|의|하기|했|하|할때|\s)*(?:때|것|경우|점|생기는|얻는)?(?:의|에|에서)?$/u,
      '',
    )
    .replace(/(?:만의|에서의|으로서의|으로써의|로서의|의|’s|'s|の|的)$/u, '')
    .replace(/^(?:using|use of|the use of|usage of)\s+/iu, '')
    .replace(/^(?:the|a|an|el|la|le|die|der|das|il)\s+(?=\S)/iu, '')
    .trim();
  return fillers.test(subject) || notASubject.test(subject) ? '' : subject;
}

/** A question or a sentence that asks for pros or cons, as the phrase that it is about. */
function asPhrase(bare: string): string {
  return withoutEnd(bare)
    .replace(/^(?:what|which)\s+(?:are|is|were)\s+(?:the\s+|some\s+(?:of\s+the\s+)?)?/iu, '')
    .replace(
      /(?<=[가-힣]{2})(?:들)?(?:은|는|이|에는|으로는|으론|을|를)?\s*(?:무엇|뭐|뭘|뭔|어떤|어떻|있(?:을|나|는|지)|말해|말씀|설명|알려|정리|요약|알아).*$/u,
      '',
    )
    .replace(/(?<=[점트])(?:들)?(?:은|는)$/u, '')
    .replace(/(?<=[점])들$/u, '')
    .replace(/\s+(?:정리|요약|목록)$/u, '');
}

/** A label without numbering, emoji, list marks and brackets about the whole. */
function bareText(text: string): string {
  return foldSpace(text)
    .normalize('NFC')
    .replace(/:[a-z0-9_+-]{1,30}:/gu, ' ')
    .trim()
    .replace(/^[一二三四五六七八九十]+[、.．]\s*/u, '')
    .replace(/^(?:\d+(?:[.-]\d+)*[.)]|\d+(?:\.\d+)+|\(\d+\)|[a-z가-하][.)](?=\s)|[①-⑳ⅰ-ⅹⅠ-Ⅹ]|Q\d*[.:)])\s*/iu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/(?<=\p{L}[.)]?)\s*\d+$/u, '')
    .replace(/(?:[\s\p{So}\p{Sk}*_~]|\u200d|\ufe0f)+$/u, '');
}

function withoutEnd(text: string): string {
  return text.replace(/(?:(?!\([a-z]\)$)[^\p{L}\p{N})）])+$/iu, '').replace(/^([^(（[]*)[)）\]]+$/u, '$1');
}

function wordKey(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/\((?:s|es)\)/gu, 's')
    .replace(/[\s.]+/gu, '');
}
