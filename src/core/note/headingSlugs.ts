import { slug } from 'github-slugger';

/** What most headings are made of. */
const simple = /^[\w가-힣 -]*$/;

/**
 * The slug of a heading, as GitHub has it.
 *
 * @param heading The heading as plain text.
 */
export function headingSlug(heading: string): string {
  return simple.test(heading) ? heading.toLowerCase().replaceAll(' ', '-') : slug(heading.normalize('NFC'));
}

/** Gives slugs to headings, each another one. */
export class HeadingSlugs {
  readonly #counts = new Map<string, number>();

  /**
   * The slug of a heading; behind a number where others had it before.
   *
   * @param base The heading's {@link headingSlug}.
   */
  next(base: string): string {
    let count = this.#counts.get(base);
    if (count === undefined) {
      this.#counts.set(base, 0);
      return base;
    }
    let slugged = base;
    while (this.#counts.has(slugged)) {
      count += 1;
      slugged = `${base}-${count}`;
    }
    this.#counts.set(base, count);
    this.#counts.set(slugged, 0);
    return slugged;
  }
}
