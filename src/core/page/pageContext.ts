import type { Translate } from '../translate.js';

/** A concept that links to another. */
export interface LinkSource {
  readonly id: string;
  readonly title: string;
  /** Title of its note. */
  readonly noteTitle: string;
}

/** What a page needs to know beyond its note. */
export interface PageContext {
  readonly translate: Translate;
  /** Where the note is, as the user would name it: shown in the footer. */
  readonly location: string;
  /** Concepts whose text links to this one, in the order in which they are shown. */
  readonly linkedFrom: readonly LinkSource[];
  /** Whether the page offers nothing that writes into the note, as where that cannot be written. */
  readonly isReadOnly?: boolean;
  /** Ids of the sub-concepts that are shown in their cards; none if left out. */
  readonly unfolded?: ReadonlySet<string>;
  /**
   * Says where the page may load an image from.
   *
   * @param src As the note writes it: https, http, `data:image/…` or a path relative to the note.
   * @returns An https or `data:image/…` URL, or nothing if the image is not to be shown: then its alternative text is.
   */
  readonly resolveImage: (src: string) => string | undefined;
}
