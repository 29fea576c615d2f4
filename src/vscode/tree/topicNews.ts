import type { ReadonlyLibrary } from '../../core/library/library.js';
import type { TopicIndex } from '../../core/library/topicIndex.js';
import type { Topic } from '../../core/library/topics.js';

/**
 * Least time between two changes that are told, in milliseconds. The editor waits with a change until none has come for
 * 200: told more often while many notes are read, it would show nothing until the end.
 */
const pauseMilliseconds = 250;

/** Tells which topics of a library changed, no oftener than the editor's tree can follow. */
export class TopicNews {
  readonly #topics: TopicIndex;
  readonly #tell: (changed: Topic[] | undefined) => void;
  readonly #end: () => void;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #toldAt = 0;
  #toldTopics: readonly Topic[] | undefined;

  /**
   * @param library The library.
   * @param topics Its topics.
   * @param tell Told of the topics that changed, or of nothing where topics came, went or were renamed.
   */
  constructor(library: ReadonlyLibrary, topics: TopicIndex, tell: (changed: Topic[] | undefined) => void) {
    this.#topics = topics;
    this.#tell = tell;
    this.#end = library.onChange(() => this.#tellLater());
  }

  /** Tells at once what is waiting to be told. */
  tellNow(): void {
    if (this.#waiting === undefined) {
      return;
    }
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#toldAt = Date.now();
    const [topics, changed] = [this.#topics.topics(), this.#topics.takeChanged()];
    if (topics !== this.#toldTopics) {
      this.#tell(undefined);
    } else if (changed.size > 0) {
      this.#tell([...changed]);
    }
    this.#toldTopics = topics;
  }

  /** Ends the following. */
  dispose(): void {
    clearTimeout(this.#waiting);
    this.#end();
  }

  /** What many batches change while notes are read is told together; what one edit changes, when it has been read. */
  #tellLater(): void {
    this.#waiting ??= setTimeout(() => this.tellNow(), Math.max(0, this.#toldAt + pauseMilliseconds - Date.now()));
  }
}
