import type { Note } from '../note/model.js';
import { gatherChanges } from './gatherChanges.js';
import type { ReadonlyLibrary } from './library.js';
import { topicKey, type Topic } from './topics.js';

type WritableTopic = { -readonly [Field in keyof Topic]: Topic[Field] };

/**
 * Groups the notes of a library by topic. It follows the library's changes when it is asked for anything, at the cost of the
 * notes that changed meanwhile and of their topics.
 */
export class TopicIndex {
  readonly #library: ReadonlyLibrary;
  readonly #end: () => void;
  readonly #compare = new Intl.Collator().compare;
  readonly #indexed = new Map<string, Note>();
  readonly #waiting = new Set<string>();
  #byKey = new Map<string, WritableTopic>();
  /** Nothing after topics came, went or were renamed, until someone asks. */
  #sorted: readonly Topic[] | undefined;
  #changed = new Set<Topic>();

  /** @param library The library to follow. */
  constructor(library: ReadonlyLibrary) {
    this.#library = library;
    this.#end = gatherChanges(library, this.#waiting);
  }

  /** Ends the following. */
  dispose(): void {
    this.#end();
  }

  /**
   * The topics of notes that have concepts, in alphabetical order of the host's language: the same array until topics come
   * or go, or are called otherwise.
   */
  topics(): readonly Topic[] {
    this.#catchUp();
    if (!this.#sorted) {
      const topics = [...this.#byKey.values()];
      topics.sort((a, b) => this.#compare(a.name, b.name) || (a.key < b.key ? -1 : 1));
      // Next time all but those that come are in order already, which makes for a quick sort.
      this.#byKey = new Map(topics.map((topic) => [topic.key, topic]));
      this.#sorted = topics;
    }
    return this.#sorted;
  }

  /**
   * A topic, if any note with concepts names it.
   *
   * @param key What its names have in common.
   */
  topic(key: string): Topic | undefined {
    this.#catchUp();
    return this.#byKey.get(key);
  }

  /** The topics whose notes came, went or changed since this was last called. */
  takeChanged(): ReadonlySet<Topic> {
    this.#catchUp();
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  #catchUp(): void {
    // Of each topic the notes that came or changed, by their URI; none where they only went.
    const touched = new Map<string, Map<string, Note>>();
    const touch = (key: string): Map<string, Note> => {
      const notes = touched.get(key) ?? new Map<string, Note>();
      touched.set(key, notes);
      return notes;
    };
    for (const uri of this.#waiting) {
      const after = this.#library.note(uri);
      keysOf(this.#indexed.get(uri)).forEach(touch);
      if (after) {
        keysOf(after).forEach((key) => touch(key).set(uri, after));
        this.#indexed.set(uri, after);
      } else {
        this.#indexed.delete(uri);
      }
    }
    touched.forEach((notes, key) => this.#renew(key, notes));
    this.#waiting.clear();
  }

  #renew(key: string, coming: Map<string, Note>): void {
    const known = this.#byKey.get(key);
    const notes: Note[] = [];
    for (const before of known?.notes ?? []) {
      const note = this.#waiting.has(before.uri) ? coming.get(before.uri) : before;
      coming.delete(before.uri);
      if (note) {
        notes.push(note);
      }
    }
    // Mostly notes change where they are, and all is in order.
    if (coming.size > 0) {
      coming.forEach((note) => notes.push(note));
      notes.sort((a, b) => (a.uri < b.uri ? -1 : 1));
    }
    const name = notes[0]?.topics.find((one) => topicKey(one) === key);
    const topic = known ?? { key, name: key, notes };
    topic.notes = notes;
    if (!known || name !== topic.name) {
      this.#sorted = undefined;
    }
    if (name === undefined) {
      this.#byKey.delete(key);
    } else {
      topic.name = name;
      this.#byKey.set(key, topic);
    }
    this.#changed.add(topic);
  }
}

/** The keys of the topics in which a note stands. */
function keysOf(note: Note | undefined): string[] {
  return note?.concepts.some(({ parent }) => parent === null) ? note.topics.map(topicKey) : [];
}
