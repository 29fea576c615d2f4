import type { BlockContent, List, Nodes, Root, RootContent } from 'mdast';
import { cut, type Cut } from './cut.js';
import type { Steps } from '../steps.js';
import { mentionedLabels, labelKey } from './mentions.js';

/** A parser of Markdown; every node of its tree has a position. */
export type Parse = (text: string) => Root;

/** The same, in steps. */
export type ParseInSteps = (text: string) => Steps<Root>;

/** A note is cut where a piece has become this long: the parser's cost for one piece is still about linear there. */
const pieceLength = 2000;

/**
 * Most definitions that look alike to a piece and are all put before it. Nobody writes as many; without an end, each of
 * many pieces could be given all of a long text's definitions.
 */
const mostAlike = 50;

/** A part of a text that is parsed by itself. */
interface Piece {
  readonly text: string;
  /** Its place in the whole text. */
  readonly from: Place;
  /** The line that follows: what it ends, it must end here too. */
  readonly next: string;
  /** Whether it starts with an item of the list that the piece before ends with. */
  readonly isJoined: boolean;
  readonly isWanted: boolean;
}

interface Place {
  readonly offset: number;
  readonly line: number;
}

/** What a piece refers to may be defined in another: all link and footnote definitions of a text. */
type Definitions = ReadonlyMap<string, Definition>;

interface Definition {
  readonly type: 'definition' | 'footnoteDefinition';
  readonly identifier: string;
}

/** Lines with top-level headings, from 1, and whether what stands from each up to the next is wanted. */
export type WantedHeadings = ReadonlyMap<number, boolean>;

/** Thrown where a piece does not come out as foreseen; the text is parsed as a whole then. */
class UnforeseenError extends Error {}

/**
 * Parses a text piece by piece: the same tree, positions included, in time that grows as the text does. The parser by
 * itself is quadratic in a text's blocks and in a list's items.
 *
 * @param text Without a byte order mark.
 * @param parse Parser of Markdown with GitHub's additions.
 * @param length Length from which on a piece ends as soon as the text can be cut.
 * @param wanted What is wanted of the text, if not all, besides what stands above these headings; one at which the text cannot
 * be cut goes with what stands above it. Other pieces are left out of the tree, but for those that may define something:
 * each has a quote without a position around it.
 */
export function* parseInPieces(text: string, parse: Parse, length = pieceLength, wanted?: WantedHeadings): Steps<Root> {
  const pieces = piecesOf(text, length, wanted);
  if (pieces[0]?.text === text) {
    return parse(text);
  }
  try {
    return joined(yield* parsePieces(pieces, parse), pieces);
  } catch (error) {
    if (error instanceof UnforeseenError) {
      return parse(text);
    }
    throw error;
  }
}

function piecesOf(text: string, length: number, wanted: WantedHeadings | undefined): Piece[] {
  let last: Cut & Pick<Piece, 'isWanted'> = {
    offset: 0,
    line: 1,
    starts: 'block',
    isWanted: wanted?.get(1) ?? true,
  };
  const starts = [last];
  for (const place of cut(text)) {
    const isWanted = wanted?.get(place.line) ?? last.isWanted;
    const isLong = place.offset - last.offset >= length;
    if (isLong || isWanted !== last.isWanted || (last.offset === 0 && isFrontMatter(text))) {
      last = { ...place, isWanted };
      starts.push(last);
    }
  }
  return starts.flatMap((from, index) => {
    const to = starts[index + 1]?.offset ?? text.length;
    const [own, { isWanted }] = [text.slice(from.offset, to), from];
    if (!isWanted && !mayDefine(own)) {
      return [];
    }
    const next = index + 1 < starts.length ? closingLine(text, to) : '';
    return [{ text: own, from, next, isJoined: from.starts === 'item', isWanted }];
  });
}

/** A definition begins on a line that has nothing but the marks of containers before its bracket. */
function mayDefine(text: string): boolean {
  return text.includes(']:') && /^[ \t>*+\-\d.)]*\[/mu.test(text);
}

/** Front matter is a piece by itself: no definitions can be put before it, and it needs none. */
function isFrontMatter(text: string): boolean {
  return /^---[ \t]*(?:\r\n?|\n)/u.test(text);
}

/** The line at an offset, made to define no link: its second line may be what decides that. */
function closingLine(text: string, offset: number): string {
  const lineEnd = /\r\n?|\n|$/gu;
  lineEnd.lastIndex = offset;
  const line = text.slice(offset, lineEnd.exec(text)?.index);
  return line.replaceAll(/(?<!^ ?\[\^[^\]]*)\]:/gu, ']_');
}

function* parsePieces(pieces: readonly Piece[], parse: Parse): Steps<Root[]> {
  const definitions = new Map<string, Definition>();
  const own = new Map<Piece, { root: Root; keys: ReadonlySet<string> }>();
  // Definitions need nothing else to be read: first what may hold some, by itself.
  for (const piece of pieces.filter(({ text }) => mayDefine(text))) {
    const root = parsePiece(piece, [], parse);
    const found = definitionsIn(root);
    found.forEach((definition) => definitions.set(definitionKey(definition), definition));
    own.set(piece, { root, keys: new Set(found.map(definitionKey)) });
    yield;
  }
  const byLabel = groupByLabel(definitions);
  const roots: Root[] = [];
  for (const piece of pieces) {
    const known = own.get(piece);
    const needsNone = byLabel.size === 0 || (piece.from.offset === 0 && isFrontMatter(piece.text));
    const needed = needsNone ? [] : mentionedLabels(piece.text).flatMap((label) => byLabel.get(label) ?? []);
    const missing = needed.filter((definition) => !known?.keys.has(definitionKey(definition)));
    roots.push(known && missing.length === 0 ? known.root : parsePiece(piece, missing, parse));
    yield;
  }
  return roots;
}

function groupByLabel(definitions: Definitions): Map<string, Definition[]> {
  const groups = new Map<string, Definition[]>();
  for (const definition of definitions.values()) {
    const label = labelKey((definition.type === 'footnoteDefinition' ? '^' : '') + definition.identifier);
    const group = groups.get(label) ?? [];
    if (group.length < mostAlike) {
      group.push(definition);
    }
    groups.set(label, group);
  }
  return groups;
}

function definitionKey({ type, identifier }: Definition): string {
  return `${type} ${identifier}`;
}

/** All definitions, in whatever containers they stand. Walks without calling itself: containers may be nested deeply. */
function definitionsIn(root: Root): Definition[] {
  const found: Definition[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      found.push({ type: node.type, identifier: node.identifier });
    }
    if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table') {
      node.children.forEach((child) => open.push(child));
    }
  }
  return found;
}

/**
 * Parses one piece between what must be known before it and the line that ends it, and leaves both out of the tree, whose
 * positions are those in the whole text. A list that the line after goes on with loses that item.
 */
function parsePiece({ text, from, next }: Piece, missing: readonly Definition[], parse: Parse): Root {
  const before = textBefore(text, from, missing);
  const root = parse(before + text + next);
  const start = before.length;
  const end = start + text.length;
  const added = root.children.filter((node) => offsetOf(node) < start);
  if (!definesAll(added, missing)) {
    throw new UnforeseenError('A definition was not read as one.');
  }
  root.children = root.children.filter((node) => offsetOf(node) >= start && (next === '' || offsetOf(node) < end));
  const last = root.children.at(-1);
  if (last?.type === 'list') {
    last.children = last.children.filter((item) => next === '' || offsetOf(item) < end);
  }
  shift(root, { offset: from.offset - start, line: from.line - (before.match(/\n/gu) ?? []).length - 1 });
  return root;
}

function textBefore(text: string, from: Place, missing: readonly Definition[]): string {
  const lines = missing.map(({ type, identifier }) => `[${type === 'definition' ? '' : '^'}${identifier}]: x\n\n`);
  if (lines.length > 0) {
    // A break, so that nothing goes on with the last of them.
    return `${lines.join('')}***\n\n`;
  }
  // At the very start, these would be read as front matter and as a byte order mark.
  return from.offset > 0 && /^(?:---|\uFEFF)/u.test(text) ? '\n' : '';
}

function definesAll(added: readonly RootContent[], missing: readonly Definition[]): boolean {
  const keys = added.flatMap((node) =>
    node.type === 'definition' || node.type === 'footnoteDefinition' ? [definitionKey(node)] : [],
  );
  return missing.every((definition, index) => definitionKey(definition) === keys[index]);
}

function offsetOf(node: RootContent): number {
  return node.position?.start.offset ?? 0;
}

/** Moves every position in a tree. Walks without calling itself. */
function shift(root: Root, by: Place): void {
  if (by.offset === 0 && by.line === 0) {
    return;
  }
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const point of node.position ? [node.position.start, node.position.end] : []) {
      point.line += by.line;
      point.offset = (point.offset ?? 0) + by.offset;
    }
    if ('children' in node) {
      node.children.forEach((child) => open.push(child));
    }
  }
}

function joined(roots: readonly Root[], pieces: readonly Piece[]): Root {
  const end = roots.at(-1)?.position?.end;
  if (!end) {
    throw new UnforeseenError('A tree has no position.');
  }
  const children: RootContent[] = [];
  roots.forEach((root, index) => {
    const [head, ...others] = root.children;
    if (pieces[index]?.isWanted !== true) {
      children.push({ type: 'blockquote', children: root.children as BlockContent[] });
    } else if (pieces[index].isJoined && head) {
      goOn(children.at(-1), head);
      others.forEach((node) => children.push(node));
    } else {
      root.children.forEach((node) => children.push(node));
    }
  });
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

/** Adds the items of a list to the list that it goes on with. */
function goOn(list: RootContent | undefined, rest: RootContent): void {
  if (list?.type !== 'list' || rest.type !== 'list' || !list.position || !rest.position || !isSameKind(list, rest)) {
    throw new UnforeseenError('A list does not go on where it was cut.');
  }
  rest.children.forEach((item) => list.children.push(item));
  list.spread = list.spread === true || rest.spread === true;
  list.position.end = rest.position.end;
}

function isSameKind(list: List, other: List): boolean {
  return list.ordered === other.ordered;
}
