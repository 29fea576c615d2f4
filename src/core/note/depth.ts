import type { Nodes, Root } from 'mdast';
import type { Steps } from '../steps.js';
import { firstLine } from './nodeLines.js';
import type { ParseInSteps } from './pieces.js';
import type { Problem } from './model.js';

/** Deepest nesting that is read: more than anyone writes, and little enough for every function that calls itself. */
const deepest = 200;

/** A syntax tree that is shallow enough to be walked, and what was left out of it. */
export interface ShallowTree {
  readonly root: Root;
  readonly problems: readonly Problem[];
}

/**
 * Parses a text so that no nesting, however deep, exhausts the stack: what is nested too deeply is left out, and its line
 * becomes a problem.
 *
 * @param text Any text.
 * @param parse The parser; it may throw a RangeError where nesting is deep.
 */
export function* parseShallow(text: string, parse: ParseInSteps): Steps<ShallowTree> {
  const root = yield* parsed(text, parse);
  if (root) {
    return { root, problems: cutDeep(root) };
  }
  const { rest, problems } = yield* withoutDeepBlocks(text, parse);
  const restRoot = (yield* parsed(rest, parse)) ?? { type: 'root', children: [] };
  const found = [...problems, ...cutDeep(restRoot)];
  return { root: restRoot, problems: found.length > 0 ? found : [tooDeep(1)] };
}

function* parsed(text: string, parse: ParseInSteps): Steps<Root | undefined> {
  try {
    return yield* parse(text);
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

/** Empties every block between blank lines that cannot be parsed by itself; all lines keep their numbers. */
function* withoutDeepBlocks(text: string, parse: ParseInSteps): Steps<{ rest: string; problems: Problem[] }> {
  const problems: Problem[] = [];
  let line = 1;
  let rest = '';
  for (const block of text.split(/((?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+)/u)) {
    const start = line;
    const lineEnds = block.match(/\r\n?|\n/gu) ?? [];
    line += lineEnds.length;
    if (yield* parsed(block, parse)) {
      rest += block;
    } else {
      problems.push(tooDeep(start));
      rest += lineEnds.join('');
    }
  }
  return { rest, problems };
}

/** Takes the children from all nodes that lie too deep. Walks without calling itself. */
function cutDeep(root: Root): Problem[] {
  if (!isDeeper(root, deepest)) {
    return [];
  }
  const lines = new Set<number>();
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: Nodes[] = [];
    for (const node of level) {
      if ('children' in node && node.children.length > 0) {
        if (depth < deepest) {
          node.children.forEach((child) => next.push(child));
        } else {
          node.children.length = 0;
          lines.add(firstLine(node));
        }
      }
    }
    level = next;
  }
  return [...lines].map(tooDeep);
}

/** Whether something lies so deep below a node, calling itself no oftener than that. */
function isDeeper(node: Nodes, depth: number): boolean {
  if ('children' in node) {
    for (const child of node.children) {
      if (depth === 0 || isDeeper(child, depth - 1)) {
        return true;
      }
    }
  }
  return false;
}

function tooDeep(line: number): Problem {
  return { line, message: 'What stands here is nested too deeply and was left out.', args: [] };
}
