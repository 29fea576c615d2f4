import type { Concept, Note } from '../note/model.js';
import { eachInSteps, type Steps } from '../steps.js';
import { conceptNames } from './conceptNames.js';
import { KeyText } from './keyText.js';
import { NameSegment, type NameSpan } from './nameSegment.js';

/** Units from which on a segment is full. */
const fullSegment = 1 << 16;

/** Up to so many notes that come or go are put in their places one by one, which leaves less behind than a new list. */
const fewChanges = 8;

/** Order of names within a note: there are fewer. */
const mostNames = 2 ** 31;

/**
 * The names of all notes. A note has a slot as long as it is there; what a change costs depends on the note that changed,
 * and the order of the notes is kept apart from where their names lie.
 */
export class NameIndex {
  readonly segments: NameSegment[] = [];
  /** Counts changes. */
  version = 0;
  readonly #slots = new Map<string, number>();
  readonly #free: number[] = [];
  readonly #notes: (Note | undefined)[] = [];
  readonly #spans: (NameSpan | undefined)[] = [];
  /** Slots in note order, and each slot's place in it. */
  #ordered: number[] = [];
  #ranks = new Int32Array(0);
  #isRanked = true;
  readonly #keyText = new KeyText();

  /**
   * Takes notes in, anew or for the first time, and others out.
   *
   * @param put Notes as they now are.
   * @param remove URIs of notes that are gone; unknown ones are passed over.
   * @param onTouch Told of each slot whose note is another now, or none.
   * @returns Between two steps some names of what was put are there and others are not; the next update must wait.
   */
  *update(put: readonly Note[], remove: readonly string[], onTouch: (slot: number) => void): Steps<void> {
    this.version += 1;
    const gone = new Set<number>();
    for (const uri of remove) {
      const slot = this.#slots.get(uri);
      if (slot !== undefined) {
        this.#takeOut(slot);
        this.#slots.delete(uri);
        gone.add(slot);
      }
    }
    this.#order(gone, []);
    for (const slot of gone) {
      this.#notes[slot] = undefined;
      onTouch(slot);
    }
    this.#free.push(...gone);
    const added: number[] = [];
    for (const note of put) {
      let slot = this.#slots.get(note.uri);
      if (slot === undefined) {
        slot = this.#free.pop() ?? this.#notes.length;
        this.#slots.set(note.uri, slot);
        added.push(slot);
      } else {
        this.#takeOut(slot);
      }
      this.#notes[slot] = note;
      onTouch(slot);
      yield* this.#putIn(slot, note);
    }
    this.#order(new Set(), added);
    // Whoever looked meanwhile saw a part of it.
    this.version += 1;
  }

  /** The notes' slots in note order: by URI. */
  get slots(): readonly number[] {
    return this.#ordered;
  }

  /** How many slots there are or were. */
  get slotCount(): number {
    return this.#notes.length;
  }

  /** The slot of a note, if it is there. */
  slotOf(uri: string): number | undefined {
    return this.#slots.get(uri);
  }

  /** The note of a slot that is taken. */
  note(slot: number): Note {
    const note = this.#notes[slot];
    if (!note) {
      throw new RangeError(`No note in slot ${slot}`);
    }
    return note;
  }

  /** The concept of a note that is there. */
  concept(slot: number, place: number): Concept {
    const concept = this.note(slot).concepts[place];
    if (!concept) {
      throw new RangeError(`No concept ${place} in slot ${slot}`);
    }
    return concept;
  }

  /**
   * The place of a name in the order of all: note by note, concept by concept. It does not depend on what happened before.
   *
   * @param segment The segment that it lies in.
   * @param name Its place there.
   */
  orderOf(segment: NameSegment, name: number): number {
    const slot = segment.notes[name] ?? 0;
    return this.rankOf(slot) * mostNames + name - (this.#spans[slot]?.first ?? 0);
  }

  /** The place of a note in note order. */
  rankOf(slot: number): number {
    if (!this.#isRanked) {
      this.#rank();
    }
    return this.#ranks[slot] ?? 0;
  }

  *#putIn(slot: number, note: Note): Steps<void> {
    const segment = this.#openSegment();
    const first = segment.count;
    yield* eachInSteps(note.concepts.entries(), ([place, concept]) => {
      conceptNames(concept).forEach(({ kind, name }, number) => {
        segment.add({ note: slot, concept: place, name: number, kind }, this.#keyText.read(name));
      });
    });
    // Without names there is nothing to move when the segment is dissolved.
    this.#spans[slot] = segment.count === first ? undefined : { segment, first, end: segment.count };
  }

  #takeOut(slot: number): void {
    const span = this.#spans[slot];
    this.#spans[slot] = undefined;
    if (span) {
      span.segment.strikeOut(span.first, span.end);
      if (span.segment.live * 2 < span.segment.count) {
        this.#dissolve(span.segment);
      }
    }
  }

  /** Moves what is left of a segment to the open one, and lets go of it. */
  #dissolve(segment: NameSegment): void {
    this.segments.splice(this.segments.indexOf(segment), 1);
    for (let first = 0; first < segment.count;) {
      const slot = segment.notes[first] ?? -1;
      const span = this.#spans[slot];
      if (slot < 0 || !span) {
        first += 1;
        continue;
      }
      const into = this.#openSegment();
      const start = into.count;
      into.addAll(span);
      this.#spans[slot] = { segment: into, first: start, end: into.count };
      first = span.end;
    }
  }

  #openSegment(): NameSegment {
    const last = this.segments.at(-1);
    if (last && last.length < fullSegment) {
      return last;
    }
    const segment = new NameSegment();
    this.segments.push(segment);
    return segment;
  }

  #order(gone: ReadonlySet<number>, added: readonly number[]): void {
    if (gone.size === 0 && added.length === 0) {
      return;
    }
    const uri = (slot: number): string => this.note(slot).uri;
    const sorted = [...added].sort((a, b) => (uri(a) < uri(b) ? -1 : 1));
    if (gone.size + added.length <= fewChanges) {
      gone.forEach((slot) => this.#ordered.splice(this.#ordered.indexOf(slot), 1));
      sorted.forEach((slot) => this.#ordered.splice(placeOf(uri(slot), this.#ordered, uri), 0, slot));
    } else {
      const kept = gone.size === 0 ? this.#ordered : this.#ordered.filter((slot) => !gone.has(slot));
      this.#ordered = merged(kept, sorted, uri);
    }
    this.#isRanked = false;
  }

  /** Not with each change: while a library is taken in, a few notes at a time, nobody asks. */
  #rank(): void {
    this.#isRanked = true;
    if (this.#ranks.length < this.#notes.length) {
      this.#ranks = new Int32Array(Math.ceil(this.#notes.length * 1.5));
    }
    for (let rank = 0; rank < this.#ordered.length; rank += 1) {
      this.#ranks[this.#ordered[rank] ?? 0] = rank;
    }
  }
}

/** The place of a URI among sorted slots, from some place on. */
function placeOf(wanted: string, slots: readonly number[], uri: (slot: number) => string, from = 0): number {
  let start = from;
  let end = slots.length;
  while (start < end) {
    const middle = (start + end) >>> 1;
    if (uri(slots[middle] ?? 0) < wanted) {
      start = middle + 1;
    } else {
      end = middle;
    }
  }
  return start;
}

/** Puts sorted slots into others that are sorted, comparing no more than it must. */
function merged(kept: readonly number[], added: readonly number[], uri: (slot: number) => string): number[] {
  const all: number[] = [];
  let from = 0;
  for (const slot of added) {
    const start = placeOf(uri(slot), kept, uri, from);
    for (; from < start; from += 1) {
      all.push(kept[from] ?? 0);
    }
    all.push(slot);
  }
  for (; from < kept.length; from += 1) {
    all.push(kept[from] ?? 0);
  }
  return all;
}
