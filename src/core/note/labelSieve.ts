import {
  comparable,
  isGap,
  kinds,
  letterAt,
  unitsOf,
  rewritten,
  mayBeginBehind,
  mayEndAt,
  pluralLength,
} from './labelLetters.js';
import { mayStartMisspelt, misspeltFirsts } from './misspelling.js';

/** Emoji by name: to a label they are nothing, wherever they stand. */
const emojiCode = /:[a-z0-9_+-]{1,30}:/u;

/** What may be the first letter of something, besides what a letter is else. */
const isFirst = 64;

/** How many kinds of letters there are, with that. */
const allKinds = 2 * isFirst;

/** Whether a letter is more than passed by, by what stands before it and what it is. */
const isLookedAt = new Uint8Array(allKinds * allKinds);
for (let before = 0; before < allKinds; before += 1) {
  for (let kind = 0; kind < allKinds; kind += 1) {
    isLookedAt[before * allKinds + kind] = Number((kind & rewritten) !== 0 || mayBegin(before, kind));
  }
}

function mayBegin(before: number, kind: number): boolean {
  return kind >= isFirst && mayBeginBehind(before, kind);
}

/** What begins `(s)`. */
const bracket = 0x28;

/** What may begin with one to three letters: longer words, no more than these letters, a misspelt word. */
const isBeginning = 1;
const isWord = 2;
const isMisspelt = 4;

/** As many letters tell nearly all words that are no label words. */
const telling = 3;

/**
 * Tells the few texts that may hold label words from those that surely hold none, at a small part of what it costs to read a
 * label.
 */
export class LabelSieve {
  /** The words' letters as a tree: the next place by the place (the root is 0) and the letter. */
  readonly #next = new Map<number, number>();
  /** The places at which a word ends. */
  readonly #ends = new Set<number>();
  /** What each UTF-16 unit is, and whether something may begin with it. */
  readonly #kinds = kinds.slice();
  /** What may begin with letters, by their {@link added}. */
  readonly #beginnings = new Uint8Array(0x10000);

  /** @param keys The label words, in the form in which they are compared. */
  constructor(keys: Iterable<string>) {
    for (const key of keys) {
      let [place, letters] = [0, 0];
      for (let at = 0; at < key.length; at += 1) {
        const letter = letterAt(key, at);
        const step = place * 0x10000 + letter;
        place = this.#next.get(step) ?? this.#next.size + 1;
        this.#next.set(step, place);
        letters = added(letters, letter);
        if (at === 0) {
          this.#addFirst(letter);
        }
        if (at < telling) {
          this.#mark(letters, at === key.length - 1 ? isWord : isBeginning);
        }
      }
      this.#ends.add(place);
    }
    this.#addFirst(bracket);
    this.#mark(bracket, isWord);
    misspeltFirsts.forEach((letter) => {
      this.#addFirst(letterAt(letter, 0));
      this.#mark(letterAt(letter, 0), isMisspelt);
    });
  }

  /**
   * Whether a text may hold a label word.
   *
   * @param written Any text.
   */
  mayHoldWord(written: string): boolean {
    return this.#mayHold(written, false) || (written.includes(':') && emojiCode.test(written));
  }

  #mayHold(text: string, isComparable: boolean): boolean {
    const own = this.#kinds;
    let before = 0;
    for (let at = 0; at < text.length; at += 1) {
      const kind = own[text.charCodeAt(at)] ?? 0;
      // By a table, for many letters can be a first one, but few stand where a word begins.
      if (isLookedAt[before * allKinds + kind] === 1) {
        if (!isComparable && (kind & rewritten) !== 0) {
          return this.#mayHold(comparable(text), true);
        }
        if (mayBegin(before, kind) && this.#mayBeAt(text, at)) {
          return true;
        }
      }
      before = kind;
    }
    return false;
  }

  #mayBeAt(text: string, at: number): boolean {
    return (
      (this.#mayGoOn(text, at) && this.#startsAt(text, at)) ||
      ((this.#beginnings[letterAt(text, at)] ?? 0) >= isMisspelt && mayStartMisspelt(text, at))
    );
  }

  /**
   * Whether a text may begin with a label word.
   *
   * @param written Any text.
   */
  mayStartWithWord(written: string): boolean {
    const text = comparable(written);
    let start = 0;
    while (start < text.length && isGap(text, start)) {
      start += 1;
    }
    return this.#startsAt(text, start) || mayStartMisspelt(text, start);
  }

  #addFirst(letter: number): void {
    for (const unit of unitsOf(letter)) {
      this.#kinds[unit] = (kinds[unit] ?? 0) | isFirst;
    }
  }

  #mark(letters: number, kind: number): void {
    this.#beginnings[letters] = (this.#beginnings[letters] ?? 0) | kind;
  }

  /** Whether the first letters from a place on may be those of a word. */
  #mayGoOn(text: string, start: number): boolean {
    let letters = 0;
    for (let at = start; at < start + telling; at += 1) {
      if (at > start && (isGap(text, at) || text.charCodeAt(at) === bracket)) {
        return true;
      }
      letters = added(letters, letterAt(text, at));
      const kind = this.#beginnings[letters] ?? 0;
      if ((kind & (isBeginning | isWord)) !== isBeginning) {
        return (kind & isWord) !== 0;
      }
    }
    return true;
  }

  #startsAt(text: string, start: number): boolean {
    let place: number | undefined = 0;
    for (let at = start; at < text.length; at += 1) {
      if (!isGap(text, at)) {
        const plural = pluralLength(text, at);
        place = this.#next.get(place * 0x10000 + (plural > 0 ? 0x73 : letterAt(text, at)));
        if (place === undefined) {
          break;
        }
        at += plural;
        if (this.#ends.has(place) && mayEndAt(text, at + 1)) {
          return true;
        }
      }
    }
    return false;
  }
}

/** One number for some letters; others may have it too. */
function added(letters: number, letter: number): number {
  return (letters * 31 + letter) & 0xffff;
}
