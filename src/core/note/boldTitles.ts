import type { RootContent } from 'mdast';
import type { BodyPart } from './bodyPart.js';
import type { LabelReader } from './label.js';
import { firstLine } from './nodeLines.js';
import { isPlainSection } from './plainSections.js';
import { plainText } from './plainText.js';

/** Longest name that a label may give to a concept of its own, in characters. */
export const longestSubject = 60;

type Titles = ReadonlyMap<number, { readonly name: string; readonly line: number }>;

const noTitles: Titles = new Map();

/**
 * Bold lines that title what follows, where the same label comes back below several of them: by the label's index.
 *
 * @param body What stands under a heading.
 * @param labels Knows the label words.
 */
export function boldOwners(body: readonly BodyPart[], labels: LabelReader): Titles {
  if (body.length < 2 || !body.some((part) => part.kind === 'labelled')) {
    return noTitles;
  }
  const titles = new Map<number, { name: string; line: number }>();
  const seen = new Map<string, Set<string>>();
  let title: { name: string; line: number } | undefined;
  body.forEach((part, index) => {
    if (part.kind === 'plain') {
      const titles = part.blocks.map(boldLine).filter((line) => line && !labels.read(line.name));
      title = titles.at(-1) ?? title;
    } else if (part.kind === 'labelled' && title) {
      titles.set(index, title);
      seen.set(part.role, (seen.get(part.role) ?? new Set()).add(title.name));
    }
  });
  const isFlat = [...seen.values()].some((names) => names.size > 1);
  return isFlat ? titles : noTitles;
}

/**
 * A bold line behind a list of points titles something else: what stands from there on is no point.
 *
 * @param blocks What stands under a label.
 * @returns -1 without one.
 */
export function endOfList(blocks: readonly RootContent[]): number {
  const list = blocks.findIndex((block) => block.type === 'list');
  return list < 0 ? -1 : blocks.findIndex((block, index) => index > list && boldLine(block) !== undefined);
}

function boldLine(block: RootContent | undefined): { name: string; line: number } | undefined {
  const only = block?.type === 'paragraph' && block.children.length === 1 ? block.children[0] : undefined;
  const name = only?.type === 'strong' ? plainText(only) : '';
  const isName = name !== '' && name.length <= longestSubject && !isPlainSection(name);
  return isName ? { name, line: firstLine(block) } : undefined;
}
