/** Most concepts that are shown side by side. */
export const mostCompared = 4;

/** Between the ids of compared concepts; an id has no line ends, since it is a URI and slugs. */
const separator = '\n';

/**
 * Names a comparison, so that a page, its history and its stored state take it for one thing to show, as they do a concept.
 *
 * @param conceptIds Ids of concepts, in the order of their columns; each counts once, and those beyond the most are left out.
 * @returns For one concept, its own id.
 */
export function comparisonId(conceptIds: readonly string[]): string {
  return [...new Set(conceptIds)].slice(0, mostCompared).join(separator);
}

/**
 * The concepts that a page's id stands for.
 *
 * @param id Id of a concept or of a comparison.
 * @returns One id for a concept, else those of the comparison; never more than can be compared.
 */
export function comparedIds(id: string): string[] {
  const ids = new Set(id.split(separator).filter((conceptId) => conceptId !== ''));
  return [...ids].slice(0, mostCompared);
}

/**
 * Whether an id stands for several concepts.
 *
 * @param id Id of a concept or of a comparison.
 */
export function isComparison(id: string): boolean {
  return id.includes(separator);
}
