import { labelWords, wordsOnlyAlone, type LabelRole, type RoleWords, oppositeWords } from './labelWords.js';
import { LabelSieve } from './labelSieve.js';
import { misspeltWord } from './misspelling.js';
import {
  asPhrase,
  bareText,
  behindPreposition,
  isQuoted,
  subjectOf,
  withoutCount,
  withoutEnd,
  wordKey,
} from './labelPhrase.js';
import { isFiller } from './fillerWords.js';

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
  /** Whether the rest stands in brackets: then it is a comment. */
  readonly isComment?: boolean;
}

/** Longest text that can be a label, in characters; longer ones are not looked at, for their length could be anything. */
const longestLabel = 100;

/** Longest text whose label is remembered, in characters, and how many are. */
const longestKnown = 30;
const mostKnown = 1000;

const onlyAlone: ReadonlySet<string> = new Set([...wordsOnlyAlone, ...oppositeWords].map(wordKey));

/** What joins pros and cons to one label. */
const joints =
  /\s*(?:[/&·・,、+]|和|与|與|と|및|와|과|이랑|하고)\s*|\s+(?:and|or|vs\.?|и|та|y|et|und|e|và|en|dan|ve|i)\s+/iu;

/** Knows the words that are labels: those of {@link labelWords} and, before them, a user's own. */
export class LabelReader {
  readonly #own: RoleWords;
  readonly #isBesidePros: boolean;
  readonly #roles: ReadonlyMap<string, LabelRole>;
  readonly #sieve: LabelSieve | undefined;
  /** What short texts were read as: all of a library has the same few labels. */
  readonly #known = new Map<string, Label | null>();
  #besidePros: LabelReader | undefined;

  /**
   * @param own Words of the user's own by role. A word that has another role already changes it.
   * @param isBesidePros Whether pros stand nearby: there, words such as `risks` mean cons.
   * @param isSifting Whether what surely is no label is told before it is read, which changes nothing but the time.
   */
  constructor(own: RoleWords = {}, isBesidePros = false, isSifting = true) {
    this.#own = own;
    this.#isBesidePros = isBesidePros;
    const entries = [labelWords, isBesidePros ? { cons: oppositeWords } : {}, own].flatMap((words) =>
      Object.entries(words).flatMap(([role, list]) => list.map((word) => [wordKey(word), role as LabelRole] as const)),
    );
    this.#roles = new Map(entries.filter(([key]) => key !== ''));
    this.#sieve = isSifting ? new LabelSieve(this.#roles.keys()) : undefined;
  }

  /**
   * Reads a short text as a label: a word for a role, alone or with a subject (`GIL의 장점`, `Pros of X`), a comment
   * (`장점 - 왜 쓰는가`), a question (`단점은 뭐가 있을까?`) or a point behind it (`장점: 빠르다`).
   *
   * @param text A heading, a line or the beginning of a list item, as plain text.
   * @returns Nothing where no label word stands where a label's would.
   */
  read(text: string): Label | undefined {
    const isShort = text.length <= longestKnown;
    let label = isShort ? this.#known.get(text) : undefined;
    if (label === undefined) {
      if (text.length > longestLabel * 4 || this.#sieve?.mayHoldWord(text) === false) {
        return undefined;
      }
      label = this.#readWords(text) ?? null;
      if (isShort) {
        if (this.#known.size === mostKnown) {
          this.#known.clear();
        }
        this.#known.set(text, label);
      }
    }
    return label ?? undefined;
  }

  #readWords(text: string): Label | undefined {
    const bare = bareText(text);
    const label = isQuoted(text) ? undefined : (this.#whole(withoutCount(bare)) ?? this.#withRest(bare));
    if (label || bare.length > longestLabel) {
      return label;
    }
    const phrase = asPhrase(withoutCount(bare));
    return this.#whole(phrase) ?? (choice.test(bare) ? undefined : this.#withSubject(phrase));
  }

  /** The same, for where pros stand nearby. */
  get besidePros(): LabelReader {
    this.#besidePros ??= this.#isBesidePros ? this : new LabelReader(this.#own, true, this.#sieve !== undefined);
    return this.#besidePros;
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
    if (this.#sieve?.mayStartWithWord(phrase) === false) {
      return this.#sameRole(phrase);
    }
    const key = wordKey(phrase);
    const role = this.#roles.get(key) ?? this.#roles.get(misspeltWord(key) ?? '');
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
    if (!/[(（/|]/u.test(phrase)) {
      return undefined;
    }
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
    const colon = /^([^:：]{1,60}?)\s*[:：]\s*(\S.*)$/su.exec(bare);
    const dash = colon ? null : /^(.{1,60}?)\s+(?:--?|[–—|])\s+(\S.*)$/su.exec(bare);
    const bracket = (colon ?? dash) ? null : /^([^(（]{1,60}?)\s*[(（]([^()（）]+)[)）]$/su.exec(withoutCount(bare));
    const [, head = '', rest = ''] = colon ?? dash ?? bracket ?? [];
    const parts = { rest: rest.trim(), hasColon: colon !== null, isComment: bracket !== null };
    const role = this.#exactRole(withoutEnd(withoutCount(head)));
    // `장점 (단점)` is about both, or about neither.
    if (role && (colon !== null || (this.#exactRole(rest) ?? role) === role)) {
      return { role, isExact: true, subject: '', ...parts };
    }
    const label = (colon ?? bracket) ? this.#withSubject(asPhrase(head)) : undefined;
    return label && { ...label, ...parts, rest: bracket ? '' : parts.rest };
  }

  /** A label word with a subject before or behind it. */
  #withSubject(phrase: string): Label | undefined {
    return this.#behindSubject(phrase) ?? this.#gluedToSubject(phrase) ?? this.#beforeSubject(phrase);
  }

  /** `GIL의 장점`, `Redis pros`, `And the cons`. */
  #behindSubject(phrase: string): Label | undefined {
    const words = phrase.split(/\s+/u);
    for (let start = 1; start < words.length; start += 1) {
      const tail = words.slice(start).join(' ');
      const role = this.#exactRole(tail);
      if (!role) {
        continue;
      }
      const before = words.slice(0, start).join(' ');
      // `Comparative advantage` is the name of something.
      const isName = /^(?:dis)?advantage$|^benefit$|^(?:преимущество|недостаток|плюс|минус)$/iu.test(tail);
      const isClause = (isName || /\s(?:the|of|a|an)$/iu.test(before)) && !isFiller(before);
      const mayFollow = !onlyAlone.has(wordKey(tail)) || isFiller(before) || /[?？:：|/–—-]$/u.test(before);
      if (!isClause && mayFollow) {
        return { ...inexact, role, subject: subjectOf(before) };
      }
    }
    return undefined;
  }

  /** `Redis의장점`, `Redis的主要优点`, `Redisのメリット`: no space before the word. */
  #gluedToSubject(phrase: string): Label | undefined {
    const [, before = '', behind = ''] = /^(.+?)\s*(?:만의|의|的|の)\s*(\S.*)$/u.exec(phrase) ?? [];
    const role = this.#exactRole(behind.replace(/^(?:주요|주된|대표적인|主要|一些|常见|常見|主な)\s*/u, ''));
    return role && { ...inexact, role, subject: subjectOf(before) };
  }

  /** `Pros of X`, `Преимущества X`. */
  #beforeSubject(phrase: string): Label | undefined {
    const words = phrase.split(/\s+/u);
    while (words.length > 1 && isFiller(words[0] ?? '')) {
      words.shift();
    }
    for (let end = Math.min(words.length - 1, 5); end > 0; end -= 1) {
      const head = words.slice(0, end).join(' ');
      const role = this.#exactRole(head);
      if (!role) {
        continue;
      }
      const behind = words.slice(end).join(' ');
      // What it is better or worse than is not what it is about.
      if (/^(?:over|against|versus|vs\.?|compared|перед|над)\s/iu.test(behind)) {
        return { ...inexact, role };
      }
      const isCyrillic = /^\p{Script=Cyrillic}/u.test(head);
      const isAside = /^(?:в|на|по|за|с|без|о|об|и|или)\s/iu.test(behind);
      const subject = behindPreposition(behind) ?? (isCyrillic ? (isAside ? '' : behind) : undefined);
      if (
        subject !== undefined &&
        !(onlyAlone.has(wordKey(head)) && !isFiller(behind) && !/^benefit|^limit/iu.test(head))
      ) {
        return { ...inexact, role, subject: subjectOf(subject) };
      }
    }
    return undefined;
  }
}

/** A question that offers answers to choose from, or none at all. */
const choice =
  /^(?:(?:which|what) of|(?:which|what) (?:is|are) (?:an?|not)|is|are|does|do|did|can|could|has|should) /iu;

/** A label with words around it. */
const inexact = { isExact: false, subject: '', rest: '', hasColon: false } as const;

/** What every note is read with, unless its reader has words of their own. */
export const builtInLabels = new LabelReader();
