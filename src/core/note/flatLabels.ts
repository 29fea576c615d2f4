import type { HeadingPart } from './headingParts.js';

/** A label with the sibling before it. */
interface OwnedLabel {
  readonly label: HeadingPart;
  readonly sibling: HeadingPart;
}

/**
 * Finds the labels of flat notes, in which concepts and their labels stand on one level: where the same label comes back
 * among siblings of one parent, each belongs to the sibling before it.
 *
 * @param parts The note, cut at its headings.
 * @returns The sibling that owns each such label.
 */
export function flatLabels(parts: readonly HeadingPart[]): Map<HeadingPart, HeadingPart> {
  const groups = new Map<string, OwnedLabel[]>();
  let open: { readonly part: HeadingPart; readonly index: number }[] = [];
  let siblings = new Map<number, HeadingPart>();
  parts.forEach((part, index) => {
    if (!part.heading) {
      return;
    }
    open = open.filter(({ part: above }) => above.level < part.level);
    if (!part.label) {
      siblings = new Map([...siblings].filter(([level]) => level < part.level)).set(part.level, part);
      open.push({ part, index });
      return;
    }
    const sibling = siblings.get(part.level);
    if (sibling && part.label.subject === '') {
      const group = `${open.at(-1)?.index ?? -1}:${part.level}`;
      const labels = groups.get(group) ?? [];
      labels.push({ label: part, sibling });
      groups.set(group, labels);
    }
  });
  const owners = new Map<HeadingPart, HeadingPart>();
  for (const group of groups.values()) {
    if (comesBack(group)) {
      group.forEach(({ label, sibling }) => owners.set(label, sibling));
    }
  }
  return owners;
}

/** Whether one role was announced below two siblings. */
function comesBack(group: readonly OwnedLabel[]): boolean {
  const byRole = new Map<string, Set<HeadingPart>>();
  group.forEach(({ label, sibling }) => {
    const role = label.label?.role ?? '';
    byRole.set(role, (byRole.get(role) ?? new Set()).add(sibling));
  });
  return [...byRole].some(([role, owners]) => owners.size > 1 && ['pros', 'cons', 'both'].includes(role));
}
