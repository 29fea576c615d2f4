import type { Concept, Note } from '../note/model.js';
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

/** The texts of all concepts as they are compared. Each is made when it is first asked for. */
export class BodyTexts {
  readonly #index: NameIndex;
  readonly #texts: (readonly string[] | undefined)[] = [];

  /** @param index The notes. */
  constructor(index: NameIndex) {
    this.#index = index;
  }

  /** Forgets the texts of notes that changed. */
  forget(slots: readonly number[]): void {
    slots.forEach((slot) => (this.#texts[slot] = undefined));
  }

  /** Whether the texts of a note are made. */
  has(slot: number): boolean {
    return this.#texts[slot] !== undefined;
  }

  /**
   * The texts of a note's concepts, in document order.
   *
   * @param slot The note's slot.
   */
  of(slot: number): readonly string[] {
    let texts = this.#texts[slot];
    if (!texts) {
      const note = this.#index.note(slot);
      texts = note.concepts.map((concept) => {
        return comparable(
          bodyParts(concept, note)
            .map(({ text }) => text)
            .join('\n'),
        );
      });
      this.#texts[slot] = texts;
    }
    return texts;
  }
}
