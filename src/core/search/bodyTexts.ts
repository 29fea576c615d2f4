import type { Concept, Note } from '../note/model.js';
import type { NameIndex } from './nameIndex.js';
import { unitsOf } from './namePattern.js';
import { PairColumns } from './pairColumns.js';
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
 * @param note Its note, whose topics and tags are the concept's too.
 */
export function bodyParts({ title, aliases, gist, pros, cons, tags }: Concept, note: Note): BodyPart[] {
  const texts: (readonly [SearchField, readonly string[]])[] = [
    ['gist', [gist]],
    ['point', pros.map(({ text }) => text)],
    ['point', cons.map(({ text }) => text)],
    ['gist', [...note.topics, ...note.tags, ...tags]],
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

/**
 * Texts are long, so that many pairs fall on one column. With 2,048 of them, 256 bytes a text, a text of 500 letters has a
 * bit in every seventh.
 */
const textBits = 11;

/** Texts that are looked at in one go. */
const portion = 1024;

/** Texts of one note, in document order. */
interface NoteTexts {
  /** The place of each among all texts; -1 for those that were not read yet. */
  readonly numbers: Int32Array;
  unread: number;
  /** Each text as it is compared, once it was asked for. */
  readonly texts: (string | undefined)[];
}

/**
 * The texts of all concepts as they are compared. What is kept of each is which pairs of letters it has; the text itself is
 * made, and kept, for those that have all pairs of a query.
 */
export class BodyTexts {
  readonly #index: NameIndex;
  readonly #notes: (NoteTexts | undefined)[] = [];
  readonly #pairs = new PairColumns(textBits);
  /** By the number of a text, its note's slot and its concept's place there; a slot of -1 for a number that is free. */
  readonly #slots: number[] = [];
  readonly #places: number[] = [];
  readonly #free: number[] = [];
  #found = new Int32Array(portion);

  /** @param index The notes. */
  constructor(index: NameIndex) {
    this.#index = index;
  }

  /** Forgets the texts of a note that is another now, or none. */
  forget(slot: number): void {
    this.#notes[slot]?.numbers.forEach((number) => {
      if (number >= 0) {
        this.#pairs.clear(number);
        this.#slots[number] = -1;
        this.#free.push(number);
      }
    });
    this.#notes[slot] = undefined;
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
   * @param most The most texts to read.
   * @returns How many were read; fewer than the most when all are read.
   */
  read(slot: number, most: number): number {
    const note = this.#of(slot);
    const { numbers, unread } = note;
    for (let place = numbers.length - unread; note.unread > 0 && unread - note.unread < most; place += 1) {
      const number = this.#free.pop() ?? this.#slots.length;
      this.#slots[number] = slot;
      this.#places[number] = place;
      this.#pairs.addText(number, this.#textOf(slot, place));
      numbers[place] = number;
      note.unread -= 1;
    }
    return unread - note.unread;
  }

  /**
   * Goes through the texts that may have all of some words, in portions: those between have not. Only for texts that were
   * read.
   *
   * @param words The words as they are compared.
   * @param offer Is told of each text.
   * @returns Yields after each portion how many there were in it.
   */
  *having(words: readonly string[], offer: (slot: number, place: number) => void): Generator<number, void, undefined> {
    const pairs = [[...new Set(words.flatMap((word) => this.#pairs.columnsOf(unitsOf(word))))]];
    const found = this.#found;
    for (let first = 0; first < this.#slots.length; first += portion) {
      const end = Math.min(first + portion, this.#slots.length);
      const count = this.#pairs.havingAll(first, end, pairs, found);
      for (let at = 0; at < count; at += 1) {
        const number = found[at] ?? 0;
        const slot = this.#slots[number] ?? -1;
        if (slot >= 0) {
          offer(slot, this.#places[number] ?? 0);
        }
      }
      yield count;
    }
  }

  #of(slot: number): NoteTexts {
    let note = this.#notes[slot];
    if (!note) {
      const count = this.#index.note(slot).concepts.length;
      note = { numbers: new Int32Array(count).fill(-1), unread: count, texts: new Array<string | undefined>(count) };
      this.#notes[slot] = note;
    }
    return note;
  }

  #textOf(slot: number, place: number): string {
    const parts = bodyParts(this.#index.concept(slot, place), this.#index.note(slot));
    return comparable(parts.map(({ text }) => text).join('\n'));
  }
}
