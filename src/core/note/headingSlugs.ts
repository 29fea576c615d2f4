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
    let slugged = base;
    let count = this.#counts.get(base) ?? 0;
    while (this.#counts.has(slugged)) {
      count += 1;
      slugged = `${base}-${count}`;
    }
    this.#counts.set(base, count);
    this.#counts.set(slugged, slugged === base ? count : 0);
    return slugged;
  }
}
