import type { Concept, Note } from '../note/model.js';
import { addPairs, pairWords, type LetterPairs } from './letterPairs.js';
import type { NameIndex } from './nameIndex.js';
import { comparable } from './searchKey.js';
import type { SearchField } from './searchResult.js';

/** A piece of what a note says about a concept. */
export interface BodyPart {
  readonly field: SearchField;
  readonly text: string;
}

/** Most characters of a concept that are searched: its names and the beginning of its text. */
const longestBody = 50_000;

/**
 * What a note says about a concept besides its names, and the names: the words of a query may be spread over them.
 *
 * @param concept The concept.
 * @param note Its note, whose topics are the concept's too.
 */
export function bodyParts({ title, aliases, gist, pros, cons }: Concept, { topics }: Note): BodyPart[] {
  const texts: (readonly [SearchField, readonly string[]])[] = [
    ['gist', [gist]],
    ['point', pros.map(({ text }) => text)],
    ['point', cons.map(({ text }) => text)],
    ['gist', topics],
    ['title', [title]],
    ['alias', aliases],
  ];
  const parts: BodyPart[] = [];
  let room = longestBody;
  for (const [field, all] of texts) {
    for (const whole of all) {
      const text = whole.slice(0, room);
      room -= text.length;
      parts.push({ field, text });
    }
  }
  return parts.filter(({ text }) => text !== '');
}

/** Texts of one note, in document order. */
interface NoteTexts {
  /** Pairs of letters that each text has, `pairWords` numbers a concept. */
  readonly pairs: Int32Array;
  /** Whether the pairs of each are noted, and of how many they are not. */
  readonly isRead: Uint8Array;
  unread: number;
  /** Each text as it is compared, once it was asked for. */
  readonly texts: (string | undefined)[];
}

/**
 * The texts of all concepts as they are compared. What is kept of each is which pairs of letters it has (64 bytes); the text
 * itself is made, and kept, for those that have all pairs of a query.
 */
export class BodyTexts {
  readonly #index: NameIndex;
  readonly #notes: (NoteTexts | undefined)[] = [];

  /** @param index The notes. */
  constructor(index: NameIndex) {
    this.#index = index;
  }

  /** Forgets the texts of notes that changed. */
  forget(slots: readonly number[]): void {
    slots.forEach((slot) => (this.#notes[slot] = undefined));
  }

  /**
   * The text of a concept as it is compared.
   *
   * @param slot The note's slot.
   * @param place The concept's place in the note.
   */
  text(slot: number, place: number): string {
    const { texts } = this.#of(slot);
    return (texts[place] ??= this.#textOf(slot, place));
  }

  /** Whether the text of a concept has all of some words. */
  hasAll(slot: number, place: number, words: readonly string[]): boolean {
    return words.length === 0 || words.every((word) => this.text(slot, place).includes(word));
  }

  /**
   * Reads texts of a note for their pairs of letters, as far as that was not done yet.
   *
   * @param slot The note's slot.
   * @param from The place of the first concept.
   * @param end The place to end before.
   * @returns How many there were to read.
   */
  read(slot: number, from: number, end: number): number {
    const note = this.#of(slot);
    const { unread, isRead } = note;
    for (let place = from; note.unread > 0 && place < end; place += 1) {
      if (isRead[place] === 0) {
        addPairs(note.pairs, place, this.#textOf(slot, place));
        isRead[place] = 1;
        note.unread -= 1;
      }
    }
    return unread - note.unread;
  }

  /**
   * The next text of a note that may have all words of a query; those between have not. Only for texts that were read.
   *
   * @param slot The note's slot.
   * @param from The place of the concept to begin with.
   * @param end The place to end before.
   * @param pairs The pairs of those words.
   * @returns The concept's place, or `end`.
   */
  next(slot: number, from: number, end: number, pairs: LetterPairs): number {
    const note = this.#of(slot);
    let place = from;
    while (place < end && !pairs.areIn(note.pairs, place)) {
      place += 1;
    }
    return place;
  }

  #of(slot: number): NoteTexts {
    let note = this.#notes[slot];
    if (!note) {
      const count = this.#index.note(slot).concepts.length;
      const texts = new Array<string | undefined>(count);
      note = { pairs: new Int32Array(count * pairWords), isRead: new Uint8Array(count), unread: count, texts };
      this.#notes[slot] = note;
    }
    return note;
  }

  #textOf(slot: number, place: number): string {
    const parts = bodyParts(this.#index.concept(slot, place), this.#index.note(slot));
    return comparable(parts.map(({ text }) => text).join('\n'));
  }
}
