import type { KeyText } from './keyText.js';
import { letterMask } from './letterMask.js';
import type { KeyStretch } from './literalMatch.js';
import { PairColumns } from './pairColumns.js';

/** Whose name one is. */
export interface NameOwner {
  /** Slot of the note. */
  readonly note: number;
  /** The concept's place in the note. */
  readonly concept: number;
  /** The name's place among the concept's names. */
  readonly name: number;
  readonly kind: number;
}

/** A stretch of names of one segment. */
export interface NameSpan {
  readonly segment: NameSegment;
  readonly first: number;
  readonly end: number;
}

/**
 * Some thousand names side by side in typed arrays, those of a note and of a concept next to each other: 3 bytes a unit
 * and 55 a name. Names are added at the end and struck out; what is left of a segment is moved to another one.
 */
export class NameSegment {
  /** Keys, one behind the other. */
  units = new Uint16Array(256);
  /** See `wordStart` and `characterStart`. */
  flags = new Uint8Array(256);
  /** Where the key of a name begins; it ends where the next begins. */
  starts = new Int32Array(16);
  /** Letter masks. */
  latin = new Int32Array(16);
  hangul = new Int32Array(16);
  readonly pairs = new PairColumns();
  /** Slots of notes; -1 for a name that is struck out. */
  notes = new Int32Array(16);
  concepts = new Int32Array(16);
  names = new Uint16Array(16);
  kinds = new Uint8Array(16);
  /** How many names there are, struck out ones included. */
  count = 0;
  /** How many are not struck out. */
  live = 0;

  /** How many units are taken. */
  get length(): number {
    return this.starts[this.count] ?? 0;
  }

  /**
   * Adds a name.
   *
   * @param owner Whose it is.
   * @param text Its key.
   */
  add(owner: NameOwner, text: KeyText): void {
    this.#append(owner, text, 0, text.length);
  }

  /**
   * Adds the names of a stretch of another segment.
   *
   * @param span The stretch.
   */
  addAll({ segment, first, end }: NameSpan): void {
    for (let from = first; from < end; from += 1) {
      const start = segment.starts[from] ?? 0;
      const stop = segment.starts[from + 1] ?? 0;
      const owner = {
        note: segment.notes[from] ?? 0,
        concept: segment.concepts[from] ?? 0,
        name: segment.names[from] ?? 0,
        kind: segment.kinds[from] ?? 0,
      };
      this.#append(owner, segment, start, stop);
    }
  }

  /** Strikes names out. */
  strikeOut(first: number, end: number): void {
    this.notes.fill(-1, first, end);
    this.live -= end - first;
  }

  /** Copies letter by letter: names are short. */
  #append(
    { note, concept, name, kind }: NameOwner,
    { units, flags }: Pick<KeyText, 'units' | 'flags'>,
    from: number,
    end: number,
  ): void {
    const start = this.length;
    const length = end - from;
    this.#makeRoom(start + length);
    const into = { units: this.units, flags: this.flags };
    for (let place = 0; place < length; place += 1) {
      into.units[start + place] = units[from + place] ?? 0;
      into.flags[start + place] = flags[from + place] ?? 0;
    }
    const { latin, hangul } = letterMask(units, from, end);
    this.latin[this.count] = latin;
    this.hangul[this.count] = hangul;
    this.pairs.add(this.count, units, from, end);
    this.notes[this.count] = note;
    this.concepts[this.count] = concept;
    this.names[this.count] = name;
    this.kinds[this.count] = kind;
    this.count += 1;
    this.live += 1;
    this.starts[this.count] = start + length;
  }

  #makeRoom(units: number): void {
    if (units > this.units.length) {
      const size = Math.max(units, Math.ceil(this.units.length * 1.5));
      this.units = grown(this.units, new Uint16Array(size));
      this.flags = grown(this.flags, new Uint8Array(size));
    }
    if (this.count + 2 > this.starts.length) {
      const size = Math.ceil(this.starts.length * 1.5) + 2;
      this.starts = grown(this.starts, new Int32Array(size));
      this.latin = grown(this.latin, new Int32Array(size));
      this.hangul = grown(this.hangul, new Int32Array(size));
      this.notes = grown(this.notes, new Int32Array(size));
      this.concepts = grown(this.concepts, new Int32Array(size));
      this.names = grown(this.names, new Uint16Array(size));
      this.kinds = grown(this.kinds, new Uint8Array(size));
    }
  }
}

/** Names that are looked at in one go: about a tenth of a millisecond. */
const portion = 2048;

/**
 * Cuts segments into portions of some thousand names, for one large note may be a segment of its own. No concept is cut.
 *
 * @param segments The segments.
 */
export function* namePortions(segments: readonly NameSegment[]): Generator<NameSpan, void, undefined> {
  for (const segment of segments) {
    const { notes, concepts, count } = segment;
    for (let first = 0; first < count;) {
      let end = Math.min(first + portion, count);
      while (end < count && notes[end] === notes[end - 1] && concepts[end] === concepts[end - 1]) {
        end += 1;
      }
      yield { segment, first, end };
      first = end;
    }
  }
}

/** A name of a segment, one after the other: made once, for there are many. */
export class NameStretch implements KeyStretch {
  readonly segment: NameSegment;
  readonly units: Uint16Array;
  readonly flags: Uint8Array;
  start = 0;
  end = 0;

  /** @param segment Where the names lie. */
  constructor(segment: NameSegment) {
    this.segment = segment;
    this.units = segment.units;
    this.flags = segment.flags;
  }

  /**
   * Goes to a name.
   *
   * @param name Its place in the segment.
   * @returns Itself.
   */
  at(name: number): this {
    this.start = this.segment.starts[name] ?? 0;
    this.end = this.segment.starts[name + 1] ?? 0;
    return this;
  }
}

function grown<T extends Uint8Array | Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
