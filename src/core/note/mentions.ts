/**
 * The form of a label by which references find their definitions, made so coarse that no container's marks between its
 * lines can hide one: references that mean a definition always have its key.
 *
 * @param label As written.
 */
export function labelKey(label: string): string {
  return label
    .replace(/\0/gu, '\uFFFD')
    .replace(/[ \t\r\n>]+/gu, ' ')
    .replace(/^ | $/gu, '')
    .toLowerCase()
    .toUpperCase();
}

/**
 * Whatever may be the label of a reference in a text: what stands between a bracket that opens and the next that closes.
 * One pass, since labels hold no brackets but escaped ones.
 *
 * @param text Markdown.
 * @returns The keys of the labels, each once.
 */
export function mentionedLabels(text: string): string[] {
  const keys = new Set<string>();
  const mark = /\\[^]|\[|\]/gu;
  let start: number | undefined;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '[') {
      start = mark.lastIndex;
    } else if (found[0] === ']' && start !== undefined) {
      keys.add(labelKey(text.slice(start, found.index)));
      start = undefined;
    }
  }
  return [...keys];
}
