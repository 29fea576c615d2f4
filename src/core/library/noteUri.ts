/**
 * The URI of the note that a concept is in.
 *
 * @param conceptId The concept's id: the URI, `#` and slugs, in which there is none. Of a text without one nothing is left.
 */
export function noteUriOf(conceptId: string): string {
  return conceptId.slice(0, Math.max(0, conceptId.lastIndexOf('#')));
}
