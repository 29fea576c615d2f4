import type { Root, RootContent } from 'hast';
import { refractor } from 'refractor/core';
import { knownLanguage } from './languages.js';
import { type TokenKind, tokenKind } from './tokenKinds.js';

/** A piece of code that has one colour. */
export interface CodePiece {
  readonly text: string;
  /** Missing where the code has the colour of plain text. */
  readonly kind?: TokenKind;
}

/**
 * Longer code stays plain, and so does code with a longer line, which is made by machines: the time that grammars take
 * grows with the square of both, or worse. At these limits the worst of hostile texts takes some seconds, and real code
 * some hundredths of one.
 */
const longestCode = 10_000;
const longestLine = 1_000;

/**
 * Takes code apart by what its parts are.
 *
 * @param code The code.
 * @param language What the note calls its language.
 * @returns The pieces in order, which together are the code; `undefined` for code that stays plain, be it that nobody
 *   knows its language or that it is too long.
 */
export function codePieces(code: string, language: string): readonly CodePiece[] | undefined {
  const name = knownLanguage(language);
  if (name === undefined || code.length > longestCode || hasLongLine(code)) {
    return undefined;
  }
  const pieces = piecesOf(treeOf(code, name));
  // Whatever a grammar does: what is shown and copied is the note's text.
  return pieces.map(({ text }) => text).join('') === code ? pieces : undefined;
}

function hasLongLine(code: string): boolean {
  return code.split('\n').some((line) => line.length > longestLine);
}

function treeOf(code: string, name: string): Root {
  try {
    return refractor.highlight(code, name);
  } catch {
    // Nesting without end exhausts the stack.
    return { type: 'root', children: [] };
  }
}

/**
 * Makes pieces of a tree of tokens. Neighbours of the same kind are one piece.
 *
 * @param tree The tree, as `refractor` makes it.
 */
export function piecesOf(tree: Root): readonly CodePiece[] {
  const pieces: CodePiece[] = [];
  const add = (nodes: readonly RootContent[], around: TokenKind | undefined): void => {
    for (const node of nodes) {
      if (node.type === 'element') {
        const { className } = node.properties;
        add(node.children, tokenKind(Array.isArray(className) ? className.map(String) : [], around));
      } else if (node.type === 'text') {
        const last = pieces.at(-1);
        const isSame = last !== undefined && last.kind === around;
        const text = isSame ? last.text + node.value : node.value;
        pieces.splice(isSame ? -1 : pieces.length, 1, around === undefined ? { text } : { text, kind: around });
      }
    }
  };
  add(tree.children, undefined);
  return pieces;
}
