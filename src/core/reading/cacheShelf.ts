import type { Slices } from '../slices.js';
import { textKey } from '../note/textKey.js';
import { askedAhead } from './askedAhead.js';
import { isShelvedNote, type ShelvedNote } from './shelvedNote.js';

/** Named texts that outlive the window. No method rejects. */
export interface CacheStore {
  /** Names of all that is stored. */
  names(): Promise<readonly string[]>;
  /** The lines of what is stored under a name, or undefined where nothing is, or cannot be read. */
  read(name: string): Promise<readonly string[] | undefined>;
  /**
   * Stores a text as a whole or not at all.
   *
   * @returns Whether it is stored.
   */
  write(name: string, text: string): Promise<boolean>;
  /** Removes what is stored under a name. */
  remove(name: string): Promise<void>;
}

/** Why something that is stored cannot be used: it is damaged, or was written by another version of the extension. */
export type UselessPart = 'damaged' | 'other version';

/** About how many notes are stored together: what one changed note costs to write. */
const notesOfPart = 32;

/** Parts that are asked for at once, while those before them are parsed. */
const readAtOnce = 2;

/** That of no file: some file systems know no times. */
const unknownStamp = { mtime: 0, size: 0 };

/** Most that is stored for a folder, in characters: of 10,000 notes of 5 KB, it is some 80 million. */
const mostStored = 200_000_000;

/**
 * The kept notes of one folder. They are stored in parts, by their URIs, so that a changed note costs the writing of its
 * part alone. Every part says how it was written, and what it must add up to.
 */
export class CacheShelf {
  readonly #store: CacheStore;
  readonly #version: string;
  readonly #variant: string;
  readonly #mostStored: number;
  /** A power of two of them. */
  #parts = [new Map<string, ShelvedNote>()];
  #size = 0;
  readonly #dirty = new Set<number>();
  /** How long the stored parts are, in characters. */
  readonly #lengths = new Map<number, number>();
  /** Names of stored parts that are of no use any more. */
  readonly #stale = new Set<string>();
  #isLoaded = false;

  /**
   * @param store Where the parts are.
   * @param version What another has written is of no use.
   * @param variant Nor is what was stored under another.
   * @param most How much is stored at most, in characters.
   */
  constructor(store: CacheStore, version: string, variant: string, most = mostStored) {
    this.#store = store;
    this.#version = textKey(version);
    this.#variant = textKey(variant);
    this.#mostStored = most;
  }

  /**
   * Reads what is stored, the first time.
   *
   * @param slices Shared by all long work of the window.
   * @returns Why some of it cannot be used; empty where all can, or was stored under another variant.
   */
  async load(slices: Slices): Promise<ReadonlySet<UselessPart>> {
    const useless = new Set<UselessPart>();
    if (this.#isLoaded) {
      return useless;
    }
    this.#isLoaded = true;
    const stored: { name: string; length: number; notes: readonly ShelvedNote[] }[] = [];
    const read = async (name: string): Promise<{ name: string; lines: readonly string[] | undefined }> => ({
      name,
      lines: await this.#store.read(name),
    });
    for await (const { name, lines } of askedAhead(await this.#store.names(), readAtOnce, read)) {
      // Another window may be writing over it just now, which is no damage.
      const notes = lines === undefined ? 'gone' : await this.#parse(lines, slices);
      if (Array.isArray(notes)) {
        stored.push({ name, length: lengthOf(lines ?? []), notes });
      } else if (notes !== 'gone') {
        this.#stale.add(name);
        if (notes !== 'other variant') {
          useless.add(notes);
        }
      }
      await slices.pauseIfOver();
    }
    this.#cutInto(Math.max(1, ...stored.map(({ name }) => countOf(name))));
    for (const { name, length, notes } of stored) {
      const isCurrent = countOf(name) === this.#parts.length;
      if (isCurrent) {
        this.#lengths.set(Number(name.split(/[-.]/u)[1]), length);
      } else {
        this.#stale.add(name);
      }
      notes.forEach((note) => this.#set(note.note.uri, note, !isCurrent));
    }
    return useless;
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

  /** Has a note's file be no more the one that it was read from; what is stored stays. */
  doubt(uri: string): void {
    const note = this.get(uri);
    if (note) {
      this.#set(uri, { ...note, stamp: unknownStamp }, false);
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
      if (!(await this.#storePart(part, slices))) {
        // Nor would the others find room. They wait for the next time.
        this.#dirty.add(part);
        return;
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

  get #header(): string {
    return `yojeom ${this.#version} ${this.#variant}`;
  }

  /** Stores a part, if it is still one. Returns false where that fails. */
  async #storePart(part: number, slices: Slices): Promise<boolean> {
    const parts = this.#parts;
    const lines: string[] = [];
    const keys: string[] = [];
    for (const note of parts[part]?.values() ?? []) {
      const line = JSON.stringify(note);
      lines.push(line);
      keys.push(textKey(line));
      await slices.pauseIfOver();
    }
    // Where they were cut anew meanwhile, all of those parts are still to be stored.
    if (parts !== this.#parts) {
      return true;
    }
    const name = `${parts.length}-${part}.json`;
    this.#lengths.delete(part);
    const others = [...this.#lengths.values()].reduce((sum, length) => sum + length, 0);
    const length = lengthOf(lines);
    if (others + length > this.#mostStored) {
      this.#stale.add(name);
      return true;
    }
    const isStored = await this.#store.write(name, [`${this.#header} ${sumOf(keys)}`, ...lines].join('\n'));
    if (isStored) {
      this.#stale.delete(name);
      this.#lengths.set(part, length);
    }
    return isStored;
  }

  /** What the lines that are stored say, or why that cannot be used. */
  async #parse(
    [header = '', ...lines]: readonly string[],
    slices: Slices,
  ): Promise<ShelvedNote[] | UselessPart | 'other variant'> {
    const [, version, variant, sum] = /^yojeom (\S+) (\S+) (\S+)$/u.exec(header) ?? [];
    if (version !== undefined && `yojeom ${version} ${variant}` !== this.#header) {
      return version === this.#version ? 'other variant' : 'other version';
    }
    const notes: ShelvedNote[] = [];
    const keys: string[] = [];
    for (const line of lines) {
      await slices.pauseIfOver();
      const note = parsed(line);
      if (!isShelvedNote(note)) {
        return 'damaged';
      }
      notes.push(note);
      keys.push(textKey(line));
    }
    return sum === sumOf(keys) ? notes : 'damaged';
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
    this.#lengths.clear();
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

/**
 * What a part adds up to.
 *
 * @param keys The `textKey` of each line.
 */
export function sumOf(keys: readonly string[]): string {
  return textKey(keys.join(' '));
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, { length }) => sum + length + 1, 0);
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
