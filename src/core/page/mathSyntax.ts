import type { InlineCode, Nodes, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import { mathSpans, type MathSpan } from './mathSpans.js';

/**
 * Puts formulas in the place of the Markdown that their text would else be. The source is looked at, not what was parsed:
 * to Markdown `a_1 * b_1 * c` has emphasis in it.
 *
 * @param siblings The content of one paragraph, heading, cell or the like. They stay as they are.
 * @param source The note's text, in which the nodes have their positions.
 * @returns The siblings, with a node for each formula; those that cannot be taken out cleanly stay as they are.
 */
export function withFormulas(siblings: readonly PhrasingContent[], source: string): readonly PhrasingContent[] {
  const start = siblings[0]?.position?.start.offset;
  const end = siblings.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined || !source.slice(start, end).includes('$')) {
    return siblings;
  }
  const spans = mathSpans(source.slice(start, end)).map((span) => moved(span, start));
  return spans.reduce<readonly PhrasingContent[]>((nodes, span) => withFormula(nodes, span, source) ?? nodes, siblings);
}

/**
 * Puts formulas in the place of blocks: those between lines of `$$`, and code of the language `math`.
 *
 * @param blocks Siblings. They stay as they are.
 * @param source The note's text, in which the nodes have their positions.
 */
export function withFormulaBlocks(blocks: readonly RootContent[], source: string): readonly RootContent[] {
  const shown: RootContent[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    const last = block?.type === 'paragraph' ? lastOfFormula(blocks, index, source) : undefined;
    if (block?.type === 'code' && block.lang === 'math') {
      shown.push(formulaBlock(block.value));
    } else if (block && last !== undefined) {
      shown.push(formulaBlock(texBetween(block, blocks[last], source)));
      index = last;
    } else if (block) {
      shown.push(block);
    }
  }
  return shown;
}

/** The index of the block that ends the formula which a block begins; a rule or a list in it are TeX, not Markdown. */
function lastOfFormula(blocks: readonly RootContent[], first: number, source: string): number | undefined {
  if (!sourceOf(blocks[first], source).startsWith('$$')) {
    return undefined;
  }
  for (let index = first; index < blocks.length; index += 1) {
    const text = sourceOf(blocks[index], source);
    const inner = index === first ? text.slice(2) : text;
    if (inner.includes('$$')) {
      return inner.trimEnd().indexOf('$$') === inner.trimEnd().length - 2 && text.trim().length > 4 ? index : undefined;
    }
    const follower = blocks[index + 1];
    const isApart = (follower?.position?.start.line ?? 0) - (blocks[index]?.position?.end.line ?? 0) > 1;
    if (follower?.type === 'heading' || isApart) {
      return undefined;
    }
  }
  return undefined;
}

function texBetween(first: RootContent, last: RootContent | undefined, source: string): string {
  const text = source.slice(first.position?.start.offset ?? 0, last?.position?.end.offset ?? 0);
  return withoutPrefixes(text.trimEnd().slice(2, -2)).trim();
}

function sourceOf(node: Nodes | undefined, source: string): string {
  return source.slice(node?.position?.start.offset ?? 0, node?.position?.end.offset ?? 0);
}

/** The siblings with one formula in its place; nothing if it does not begin and end in text. */
function withFormula(
  nodes: readonly PhrasingContent[],
  span: MathSpan,
  source: string,
): readonly PhrasingContent[] | undefined {
  const first = nodes.findIndex((node) => holds(node, span.start));
  const last = nodes.findIndex((node) => holds(node, span.end - 1));
  const [opening, closing] = [nodes[first], nodes[last]];
  if (opening?.type !== 'text' || closing?.type !== 'text') {
    return undefined;
  }
  const before = beginning(opening, span.start, source);
  const after = ending(closing, span.end, source);
  if (before === undefined || after === undefined || nodes.slice(first, last + 1).some(isCode)) {
    return undefined;
  }
  return [...nodes.slice(0, first), ...before, formula(span), ...after, ...nodes.slice(last + 1)];
}

function holds({ position }: PhrasingContent, offset: number): boolean {
  return (position?.start.offset ?? Infinity) <= offset && offset < (position?.end.offset ?? -1);
}

/** What of a text node stands before an offset. */
function beginning(node: Text, offset: number, source: string): Text[] | undefined {
  const { start } = node.position ?? {};
  const value = decoded(source.slice(start?.offset, offset));
  return start && node.value.startsWith(value) ? textUpTo(node, value, offset) : undefined;
}

/** What of a text node stands behind an offset. */
function ending(node: Text, offset: number, source: string): Text[] | undefined {
  const { end } = node.position ?? {};
  const value = decoded(source.slice(offset, end?.offset));
  if (!node.position || !node.value.endsWith(value)) {
    return undefined;
  }
  const start = { ...node.position.start, offset };
  return value === '' ? [] : [{ type: 'text', value, position: { ...node.position, start } }];
}

function textUpTo(node: Text, value: string, offset: number): Text[] {
  const { position } = node;
  return value === '' || !position
    ? []
    : [{ type: 'text', value, position: { ...position, end: { ...position.end, offset } } }];
}

/** Running text as Markdown reads it: without escapes, and without what lists and quotes put before each line. */
function decoded(text: string): string {
  return decodeString(withoutPrefixes(text));
}

function withoutPrefixes(text: string): string {
  return text.replace(/(\r?\n)[ \t>]+/gu, '$1');
}

function isCode({ type }: PhrasingContent): boolean {
  return type === 'inlineCode';
}

/** A node that becomes an element with the formula's TeX as text: whoever shows the page sets it. */
function formula({ tex, isDisplay }: MathSpan): InlineCode {
  const className = isDisplay ? ['math', 'display'] : ['math'];
  return { type: 'inlineCode', value: withoutPrefixes(tex), data: { hName: 'span', hProperties: { className } } };
}

function formulaBlock(tex: string): Paragraph {
  const node = formula({ start: 0, end: 0, tex, isDisplay: true });
  return { type: 'paragraph', data: { hName: 'div', hProperties: { className: ['formula'] } }, children: [node] };
}

function moved(span: MathSpan, by: number): MathSpan {
  return { ...span, start: span.start + by, end: span.end + by };
}
