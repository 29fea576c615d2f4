import type { List, PhrasingContent } from 'mdast';
import type { Label, LabelReader } from './label.js';
import { firstLine } from './nodeLines.js';
import { plainText } from './plainText.js';
import type { ReadPoint } from './points.js';
import { sourceLines, type SourceLine } from './sourceLines.js';

/**
 * The label that a line begins with; nothing for an entry of a table of contents and for running prose.
 *
 * @param line The line.
 * @param labels Knows the label words.
 */
export function lineLabel({ content, text }: SourceLine, labels: LabelReader): Label | undefined {
  const label = isReference(content) ? undefined : labels.read(text);
  if (!label || (!label.isExact && !/[:：]$/u.test(text) && !isBold(content) && text.length > 40)) {
    return undefined;
  }
  // A long clause before the label is no name.
  const words = label.subject.split(/\s+/u).length;
  // `Преимущества метода:` says no more than `Преимущества:`.
  const saysNothingElse = label.subject === '' && label.rest === '' && isShortLead(text);
  return words > 4 ? { ...label, subject: '' } : { ...label, isExact: label.isExact || saysNothingElse };
}

function isShortLead(text: string): boolean {
  return /[:：]$/u.test(text) && text.split(/\s+/u).length <= 3;
}

/**
 * Whether inline content is nothing but links or code: an entry of a table of contents, or a name such as `cons`.
 *
 * @param content Inline content of a heading or a line.
 */
export function isReference(content: readonly PhrasingContent[]): boolean {
  let isShown = false;
  for (const node of content) {
    if (node.type === 'link' || node.type === 'linkReference' || node.type === 'inlineCode') {
      isShown = true;
    } else if (node.type !== 'text' || node.value.trim() !== '') {
      return false;
    }
  }
  return isShown;
}

function isBold(content: readonly PhrasingContent[]): boolean {
  return content.some((node) => node.type === 'strong' || node.type === 'emphasis');
}

/**
 * Whether a label stands out, bold, short, with a colon or a mark: then also paragraphs behind it are its points.
 *
 * @param line The label's line.
 */
export function isStrong({ content, text }: SourceLine): boolean {
  return isBold(content) || /[:：]$/u.test(text) || /^[^\p{L}\p{N}]/u.test(text) || text.length <= 20;
}

/**
 * The point that stands on a label's own line: `장점: 빠르다`.
 *
 * @param line The label's line.
 * @param label The label.
 * @returns One point or none.
 */
export function inlinePoint(line: SourceLine, label: Label): ReadPoint[] {
  if (label.rest === '' || label.isComment === true || (label.role !== 'pros' && label.role !== 'cons')) {
    return [];
  }
  return [{ point: { line: line.line, text: label.rest }, content: behindColon(line) }];
}

/** The inline content of a line behind its label, with its markup. */
function behindColon({ content, text }: SourceLine): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  let isBehind = false;
  for (const node of content) {
    if (isBehind) {
      found.push(node);
      continue;
    }
    const value = plainText(node);
    const cut = /[:：]|\s[-–—|]\s/u.exec(node.type === 'text' ? node.value : value);
    if (cut && node.type === 'text') {
      isBehind = true;
      found.push({ type: 'text', value: node.value.slice(cut.index + cut[0].length).trimStart() });
    } else if (cut && /[:：]\s*$/u.test(value)) {
      isBehind = true;
    }
  }
  return isBehind ? found : [{ type: 'text', value: text }];
}

/**
 * The label that the last item of a list is, if it is nothing else.
 *
 * @param list The list.
 * @param labels Knows the label words.
 */
export function lastItemLabel(list: List, labels: LabelReader): { label: Label; line: SourceLine } | undefined {
  const blocks = list.children.at(-1)?.children ?? [];
  const [head] = blocks;
  const isAlone = blocks.length === 1 && head?.type === 'paragraph';
  const lines = isAlone ? sourceLines(head.children, firstLine(head)) : [];
  const [line] = lines;
  const label = line && lines.length === 1 ? lineLabel(line, labels) : undefined;
  return line && label?.isExact === true && label.rest === '' ? { label, line } : undefined;
}
