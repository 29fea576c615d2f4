import type { Slices } from '../slices.js';
import { textKey } from '../note/textKey.js';
import { isShelvedNote, type ShelvedNote } from './shelvedNote.js';

/** Named texts that outlive the window. No method rejects. */
export interface CacheStore {
  /** Names of all that is stored. */
  names(): Promise<readonly string[]>;
  /** What is stored under a name, or undefined where nothing is, or cannot be read. */
  read(name: string): Promise<string | undefined>;
  /** Stores a text as a whole or not at all. */
  write(name: string, text: string): Promise<void>;
  /** Removes what is stored under a name. */
  remove(name: string): Promise<void>;
}

/** Goes up when notes are read into something else, or stored otherwise. */
const format = 2;

/** About how many notes are stored together: what one changed note costs to write. */
const notesOfPart = 32;

/** Most that is stored for a folder, in characters. */
const mostStored = 128_000_000;

/**
 * The kept notes of one folder. They are stored in parts, by their URIs, so that a changed note costs the writing of its
 * part alone. Every part says how it was written, and what it must add up to.
 */
export class CacheShelf {
  readonly #store: CacheStore;
  readonly #header: string;
  /** A power of two of them. */
  #parts = [new Map<string, ShelvedNote>()];
  #size = 0;
  readonly #dirty = new Set<number>();
  /** Names of stored parts that are of no use any more. */
  readonly #stale = new Set<string>();
  #isLoaded = false;

  /**
   * @param store Where the parts are.
   * @param variant What is stored under another is of no use.
   */
  constructor(store: CacheStore, variant: string) {
    this.#store = store;
    this.#header = `yojeom ${format} ${textKey(variant)}`;
  }

  /**
   * Reads what is stored, the first time.
   *
   * @param slices Shared by all long work of the window.
   * @returns False if something is damaged.
   */
  async load(slices: Slices): Promise<boolean> {
    if (this.#isLoaded) {
      return true;
    }
    this.#isLoaded = true;
    let isWhole = true;
    const stored: { name: string; notes: readonly ShelvedNote[] }[] = [];
    for (const name of await this.#store.names()) {
      const text = await this.#store.read(name);
      // Another window may be writing over it just now, which is no damage.
      const notes = text === undefined ? 'gone' : await this.#parse(text, slices);
      if (Array.isArray(notes)) {
        stored.push({ name, notes });
      } else if (notes !== 'gone') {
        this.#stale.add(name);
        isWhole &&= notes === 'foreign';
      }
      await slices.pauseIfOver();
    }
    this.#cutInto(Math.max(1, ...stored.map(({ name }) => countOf(name))));
    for (const { name, notes } of stored) {
      const isCurrent = countOf(name) === this.#parts.length;
      if (!isCurrent) {
        this.#stale.add(name);
      }
      notes.forEach((note) => this.#set(note.note.uri, note, !isCurrent));
    }
    return isWhole;
  }

  /** What is kept of a note. */
  get(uri: string): ShelvedNote | undefined {
    return this.#parts[this.#partOf(uri)]?.get(uri);
  }

  /** Keeps a note. */
  put(uri: string, note: ShelvedNote): void {
    const { stamp, key, folder } = this.get(uri) ?? {};
    const isStored =
      key === note.key && folder === note.folder && stamp?.mtime === note.stamp.mtime && stamp.size === note.stamp.size;
    this.#set(uri, note, !isStored);
    if (this.#size > 2 * notesOfPart * this.#parts.length) {
      this.#cutInto(this.#parts.length * 2);
    }
  }

  /** Drops all other notes. */
  keepOnly(isKept: (uri: string) => boolean): void {
    for (const [part, notes] of this.#parts.entries()) {
      for (const uri of [...notes.keys()].filter((one) => !isKept(one))) {
        notes.delete(uri);
        this.#size -= 1;
        this.#dirty.add(part);
      }
    }
  }

  /**
   * Stores the parts that changed.
   *
   * @param slices Shared by all long work of the window.
   */
  async flush(slices: Slices): Promise<void> {
    for (const part of this.#dirty) {
      this.#dirty.delete(part);
      const parts = this.#parts;
      const texts: string[] = [];
      for (const note of parts[part]?.values() ?? []) {
        texts.push(JSON.stringify(note));
        await slices.pauseIfOver();
      }
      const body = texts.join('\n');
      await slices.next();
      const key = textKey(body);
      await slices.next();
      // Where they were cut anew meanwhile, all of those parts are still to be stored.
      if (parts === this.#parts && body.length * parts.length <= mostStored) {
        const name = `${parts.length}-${part}.json`;
        this.#stale.delete(name);
        await this.#store.write(name, `${this.#header} ${key}\n${body}`);
      }
      await slices.next();
    }
    for (const name of this.#stale) {
      this.#stale.delete(name);
      await this.#store.remove(name);
    }
  }

  /** Removes all that is stored. */
  async clear(): Promise<void> {
    for (const name of await this.#store.names()) {
      await this.#store.remove(name);
    }
  }

  /** What a stored text says; that it was written for other settings or by another version, or that it is damaged. */
  async #parse(text: string, slices: Slices): Promise<ShelvedNote[] | 'foreign' | 'damaged'> {
    const end = text.indexOf('\n');
    const header = text.slice(0, Math.max(0, end));
    const body = text.slice(end + 1);
    if (header !== `${this.#header} ${textKey(body)}`) {
      return /^yojeom \d+ \S+ \S+$/u.test(header) && !header.startsWith(`${this.#header} `) ? 'foreign' : 'damaged';
    }
    const notes: ShelvedNote[] = [];
    for (const line of body === '' ? [] : body.split('\n')) {
      await slices.pauseIfOver();
      const note = parsed(line);
      if (!isShelvedNote(note)) {
        return 'damaged';
      }
      notes.push(note);
    }
    return notes;
  }

  #set(uri: string, note: ShelvedNote, isNew: boolean): void {
    const part = this.#partOf(uri);
    this.#size += this.#parts[part]?.has(uri) ? 0 : 1;
    this.#parts[part]?.set(uri, note);
    if (isNew) {
      this.#dirty.add(part);
    }
  }

  #cutInto(count: number): void {
    if (count === this.#parts.length) {
      return;
    }
    const before = this.#parts;
    before.forEach((_, part) => this.#stale.add(`${before.length}-${part}.json`));
    this.#parts = Array.from({ length: count }, () => new Map<string, ShelvedNote>());
    this.#size = 0;
    this.#dirty.clear();
    before.forEach((notes) => {
      notes.forEach((note, uri) => this.#set(uri, note, true));
    });
  }

  #partOf(uri: string): number {
    let sum = 0;
    for (let index = 0; index < uri.length; index += 1) {
      sum = Math.imul(sum ^ uri.charCodeAt(index), 0x01000193);
    }
    return (sum ^ (sum >>> 15)) & (this.#parts.length - 1);
  }
}

/** Into how many parts the notes were cut when a part was stored, by its name. */
function countOf(name: string): number {
  const count = Number(/^(\d+)-\d+\.json$/u.exec(name)?.[1]);
  return Number.isInteger(Math.log2(count)) ? count : 1;
}

/** What a line of JSON says, or nothing. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
