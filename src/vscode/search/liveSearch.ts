import * as vscode from 'vscode';
import type { LibraryChange, ReadonlyLibrary } from '../../core/library/library.js';
import type { LinkIndex } from '../../core/library/linkIndex.js';
import { LinkedNotes, withLinkNames } from '../../core/library/linkNames.js';
import type { ConceptSearch, FilterCompletion, SearchResult } from '../../core/search/conceptSearch.js';
import type { SearchHistory } from '../../core/search/searchHistory.js';
import type { Slices } from '../../core/slices.js';
import { finish } from '../../core/steps.js';

/** Notes whose links are taken in at once. */
const linkedAtOnce = 4;

/** Notes with more concepts are taken in with pauses. */
const mostConceptsOfStep = 200;

/** How long a search may take before what it has so far is shown, in milliseconds. */
const patienceMilliseconds = 80;

/** What to search for, and whom to tell. */
export interface SearchTask {
  readonly query: string;
  readonly limit: number;
  readonly history: SearchHistory;
  /** Whether nobody waits for the results any more. */
  readonly isStale: () => boolean;
  /** Called with the results: once or, where texts take their time, with names first. Not called once stale. */
  readonly show: (results: readonly SearchResult[]) => void;
}

/**
 * The search over the library as it now is: made once, in slices, and kept up to date note by note. Its code is loaded when
 * someone searches.
 */
export class LiveSearch implements vscode.Disposable {
  readonly #library: ReadonlyLibrary;
  readonly #links: LinkIndex;
  readonly #linked: LinkedNotes;
  #search: ConceptSearch | undefined;
  readonly #slices: Slices;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #endListening: () => void;
  /** URIs of notes that changed and were not taken in yet. */
  readonly #waiting = new Set<string>();
  /** URIs of notes that did not change, but that other notes may call by other names now. */
  readonly #renamed = new Set<string>();
  #hasStarted = false;
  #running = 0;
  #isTakingIn = false;

  /** Fires when notes were taken in. */
  readonly onDidChange = this.#changed.event;

  /**
   * @param library The notes.
   * @param links Their links, which give concepts further names.
   * @param slices Shared by all long work of the window.
   */
  constructor(library: ReadonlyLibrary, links: LinkIndex, slices: Slices) {
    this.#slices = slices;
    this.#library = library;
    this.#links = links;
    this.#linked = new LinkedNotes(library, links);
    this.#endListening = library.onChange(({ added, changed, removed }: LibraryChange) => {
      if (this.#hasStarted) {
        this.#await([...added, ...changed, ...removed]);
      }
    });
  }

  /** Whether some notes are not in it yet. */
  get isBehind(): boolean {
    return this.#waiting.size + this.#renamed.size > 0;
  }

  /** Begins to take notes in; until someone searches, that is spared. */
  start(): void {
    if (!this.#hasStarted) {
      this.#hasStarted = true;
      this.#slices.begin();
      this.#await(this.#library.notes().map(({ uri }) => uri));
    }
  }

  /** Resolves when all notes of the library are in it. */
  async whole(): Promise<void> {
    this.start();
    while (this.isBehind) {
      await this.#slices.next();
    }
  }

  /**
   * Searches in slices. What takes no longer than one is shown before this returns its promise, but for the first search.
   *
   * @param task What to search for.
   */
  async find({ query, limit, history, isStale, show }: SearchTask): Promise<void> {
    const patienceEnd = this.#slices.now() + patienceMilliseconds;
    const search = this.#search ?? (await this.#load());
    if (isStale()) {
      return;
    }
    this.#slices.begin();
    let shown: readonly SearchResult[] | undefined;
    let results: readonly SearchResult[] = [];
    this.#running += 1;
    try {
      for (results of search.steps(query, limit, history)) {
        if (this.#slices.isOver) {
          if (!shown && results.length > 0 && this.#slices.now() > patienceEnd) {
            shown = results;
            show(results);
          }
          await this.#slices.next(true);
          if (isStale()) {
            return;
          }
        }
      }
      if (results !== shown) {
        show(results);
      }
    } finally {
      this.#running -= 1;
      void this.#takeIn();
    }
  }

  /**
   * Filters that could be typed next.
   *
   * @param query What the user typed so far.
   * @param limit The most to give.
   */
  completions(query: string, limit: number): FilterCompletion[] {
    return this.#search?.completions(query, limit) ?? [];
  }

  dispose(): void {
    this.#waiting.clear();
    this.#renamed.clear();
    this.#endListening();
    this.#changed.dispose();
  }

  async #load(): Promise<ConceptSearch> {
    const { ConceptSearch } = await import('../../core/search/conceptSearch.js');
    return (this.#search ??= new ConceptSearch());
  }

  #await(uris: readonly string[]): void {
    uris.forEach((uri) => this.#waiting.add(uri));
    void this.#takeIn();
  }

  /** A search begins anew when notes change, so that they wait until it has ended. */
  async #takeIn(): Promise<void> {
    if (this.#isTakingIn) {
      return;
    }
    this.#isTakingIn = true;
    const search = this.#search ?? (await this.#load());
    let hasTaken = false;
    while (this.isBehind && this.#running === 0) {
      if (this.#slices.isOver) {
        if (hasTaken) {
          this.#changed.fire();
        }
        hasTaken = false;
        await this.#slices.next();
      } else if (!this.#links.takeIn(linkedAtOnce)) {
        const uri = this.#nextToTake();
        const note = this.#library.note(uri);
        const steps = note && withLinkNames(note, this.#links);
        const isLarge = (note?.concepts.length ?? 0) > mostConceptsOfStep;
        // What comes meanwhile waits for its own turn.
        const named = steps && (isLarge ? await this.#slices.finish(steps) : finish(steps));
        const update = search.updateInSteps(named ? [named] : [], named ? [] : [uri]);
        if (isLarge) {
          await this.#slices.finish(update);
        } else {
          finish(update);
        }
        hasTaken = true;
      }
    }
    this.#isTakingIn = false;
    if (hasTaken) {
      this.#changed.fire();
    }
  }

  /** A note that is to be taken in: one that changed, else one that may be called otherwise now. */
  #nextToTake(): string {
    const from = this.#waiting.size > 0 ? this.#waiting : this.#renamed;
    const [uri = ''] = from;
    from.delete(uri);
    if (from === this.#waiting) {
      this.#linked.of(uri).forEach((target) => this.#renamed.add(target));
    }
    return uri;
  }
}
