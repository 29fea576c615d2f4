import { foldersAbove, isIn } from './places.js';

/** How long a place that did not answer is left alone, in milliseconds. */
const restMilliseconds = 30_000;

/** So many things in a folder that do not answer, and none that does, and nothing in the folder is waited for. */
const fewSilent = 3;

/**
 * Remembers which places did not answer, so that nobody waits for each file of a file system that is away. One file that
 * hangs is no reason to give up its folder, nor one folder to give up others: a disk may have one that is far away.
 */
export class SilentPlaces {
  readonly #now: () => number;
  /** When places did not answer. */
  readonly #silent = new Map<string, number>();
  /** When something in a folder answered last. */
  readonly #answered = new Map<string, number>();

  /** @param now Milliseconds that never go back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether nothing is asked for at a place, for it or a folder above did not answer a moment ago. */
  isLeftAlone(uri: string): boolean {
    return this.#silent.size > 0 && [uri, ...foldersAbove(uri)].some((place) => this.#rests(place));
  }

  /** Whether something at, below or above a place has not answered since. */
  concerns(uri: string): boolean {
    return [...this.#silent.keys()].some((place) => isIn(place, uri) || isIn(uri, place));
  }

  /** Notes down that a place answered. */
  answered(uri: string): void {
    const folders = foldersAbove(uri);
    folders.forEach((folder) => this.#answered.set(folder, this.#now()));
    if (this.#silent.size > 0) {
      [uri, ...folders].forEach((place) => this.#silent.delete(place));
    }
  }

  /**
   * Notes down that a place did not answer.
   *
   * @param uri The place.
   * @param since When it was asked.
   */
  missed(uri: string, since: number): void {
    this.#silent.set(uri, this.#now());
    for (const folder of foldersAbove(uri)) {
      const silent = [...this.#silent.keys()].filter((place) => isIn(place, folder));
      if (silent.length >= fewSilent && (this.#answered.get(folder) ?? -Infinity) < since) {
        this.#silent.set(folder, this.#now());
      }
    }
  }

  /** Gives every place another chance. */
  forget(): void {
    this.#silent.clear();
  }

  #rests(place: string): boolean {
    return (this.#silent.get(place) ?? -Infinity) > this.#now() - restMilliseconds;
  }
}
