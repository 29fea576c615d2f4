import type { Located, ReadonlyLibrary } from '../../core/library/library.js';
import type { TopicIndex } from '../../core/library/topicIndex.js';
import { topConcepts, topicKey, type Topic } from '../../core/library/topics.js';

/** Most rows below another that stand there without groups: the editor asks for all of them at once. */
const mostRows = 500;

/** Rows of a group; the last has up to half as many more or less. */
const groupSize = 150;

/** A row for a concept; a note with several topics has a row in each. A class, for commands are called with anything. */
export class ConceptNode {
  readonly id: string;
  readonly located: Located;
  readonly above: Topic | ConceptNode;

  /**
   * @param located The concept and its note.
   * @param above What it stands below, in a group or not.
   */
  constructor(located: Located, above: Topic | ConceptNode) {
    const [topicId = ''] = rowId(above).split('\n', 1);
    this.id = `${topicId}\n${located.concept.id}`;
    this.located = located;
    this.above = above;
  }
}

/** A row for some of the many rows that would stand below another, or at the top. It keeps those that it was made for. */
export interface GroupNode {
  /** By its place among the groups, as rows come and go. */
  readonly id: string;
  readonly rows: readonly (Topic | ConceptNode)[];
  readonly above: Topic | ConceptNode | undefined;
}

/** A topic is its own row, so that a change of it can be told at any time. */
export type TreeNode = Topic | GroupNode | ConceptNode;

/**
 * What a row is known by, through all changes.
 *
 * @param node A row.
 */
export function rowId(node: TreeNode): string {
  return 'id' in node ? node.id : `topic:${node.key}`;
}

/**
 * The rows at the top.
 *
 * @param topics The topics.
 */
export function topNodes(topics: TopicIndex): TreeNode[] {
  return inGroups(topics.topics(), undefined);
}

/**
 * The rows below a row, in the order of the notes.
 *
 * @param node A row.
 */
export function childNodes(node: TreeNode): TreeNode[] {
  return 'rows' in node ? [...node.rows] : inGroups(rowsBelow(node), node);
}

/**
 * The row above a row.
 *
 * @param topics The topics.
 * @param node A row.
 */
export function parentNode(topics: TopicIndex, node: TreeNode): TreeNode | undefined {
  const above = 'above' in node ? node.above : undefined;
  const isIt = (row: TreeNode): boolean => rowId(row) === rowId(node);
  const rows = above ? childNodes(above) : topNodes(topics);
  return rows.find((row) => 'rows' in row && row.rows.some(isIt)) ?? above;
}

/**
 * The row of a concept.
 *
 * @param topics The topics of the notes.
 * @param library The notes.
 * @param conceptId The concept's id.
 * @returns The row in the first of its note's topics.
 */
export function nodeOf(topics: TopicIndex, library: ReadonlyLibrary, conceptId: string): ConceptNode | undefined {
  const located = library.find(conceptId);
  if (!located) {
    return undefined;
  }
  const { concept, note } = located;
  const above =
    concept.parent === null ? topics.topic(topicKey(note.topics[0] ?? '')) : nodeOf(topics, library, concept.parent);
  return above && new ConceptNode(located, above);
}

function rowsBelow(node: Topic | ConceptNode): ConceptNode[] {
  const below = 'key' in node ? topConcepts(node) : subConcepts(node.located);
  return below.map((located) => new ConceptNode(located, node));
}

/**
 * The concepts that stand directly below a concept.
 *
 * @param located The concept and its note.
 */
export function subConcepts({ concept, note }: Located): Located[] {
  return note.concepts.filter(({ parent }) => parent === concept.id).map((child) => ({ concept: child, note }));
}

/** Groups are cut by places alone: a row more or less moves one row at each border, and no group changes its id. */
function inGroups(rows: GroupNode['rows'], above: GroupNode['above']): TreeNode[] {
  if (rows.length <= mostRows) {
    return [...rows];
  }
  const id = above ? rowId(above) : 'topics';
  const count = Math.round(rows.length / groupSize);
  return Array.from({ length: count }, (_, place) => ({
    id: `${id}\n${place}`,
    rows: rows.slice(place * groupSize, place + 1 < count ? (place + 1) * groupSize : undefined),
    above,
  }));
}
