import type { Root } from 'mdast';
import { parseWithinBudget } from './budget.js';
import { parseShallow, type ShallowTree } from './depth.js';
import type { FrontMatter } from './frontMatter.js';
import { unglueLabels } from './gluedLabels.js';
import type { LabelReader } from './label.js';
import { noteBullets } from './listBullets.js';
import { parseMarkdown, parseWithRemark } from './markdown.js';
import { none, type Problem } from './model.js';
import { blankObsidianComments } from './obsidianComments.js';
import { parseInPieces, type WantedHeadings } from './pieces.js';
import { parsePlain } from './plain/plainMarkdown.js';
import { fenceTemplateCode } from './templateCode.js';
import type { Steps } from '../steps.js';
import { takeTomlFrontMatter } from './tomlFrontMatter.js';

/** Texts that are longer are parsed in steps, in characters. */
const longestAtOnce = 20_000;

/** A note's text as it is parsed, and what came of it. */
export interface ParsedNote {
  /** Without a byte order mark, comments and tags of templates: each line has its place. */
  readonly text: string;
  /** The front matter, where it is TOML. */
  readonly toml: FrontMatter | undefined;
  readonly root: Root;
  readonly problems: readonly Problem[];
}

/**
 * Parses a note as its writer meant it: careless lists are mended, what belongs to other programs is no text.
 *
 * @param written The note's text, with any line ending, with or without a byte order mark.
 * @param labels Knows the label words.
 * @param wanted What is wanted of the note, if not all, see {@link parseInPieces}. Nothing in it may be over budget.
 */
export function* parseNote(written: string, labels: LabelReader, wanted?: WantedHeadings): Steps<ParsedNote> {
  const text = blankObsidianComments(fenceTemplateCode(written.replace(/^\uFEFF/u, '')));
  const toml = takeTomlFrontMatter(text);
  const { root, problems } = yield* parseText(toml?.text ?? text, wanted);
  noteBullets(root, text);
  unglueLabels(root, text, labels);
  return { text, toml: toml?.front, root, problems };
}

function* parseText(text: string, wanted: WantedHeadings | undefined): Steps<ShallowTree> {
  const tree = yield* parseSafely(text, wanted);
  const [first] = tree.root.children;
  return first?.type === 'yaml' && isProse(first.value) ? yield* parseSafely(`***${text.slice(3)}`, wanted) : tree;
}

/** Parses in time that grows as the text does, whatever it is, and leaves out what is nested too deeply. */
function* parseSafely(text: string, wanted: WantedHeadings | undefined): Steps<ShallowTree> {
  const isTried = !wanted && text.length <= longestAtOnce;
  // It takes no longer than that, and declines what is deep.
  const plain = isTried ? parsePlain(text) : undefined;
  if (plain) {
    return { root: plain, problems: none };
  }
  let unread: readonly Problem[] = none;
  const tree = yield* parseShallow(text, function* (part) {
    if (wanted && part === text) {
      // Of what is not wanted, not even the lines are to be counted.
      return yield* parseInPieces(text, parseMarkdown, undefined, wanted);
    }
    // What was declined as a whole is not tried again where it is its only piece.
    const parse = (piece: string): Root => (isTried && piece === text ? parseWithRemark : parseMarkdown)(piece);
    const { root, problems } = yield* parseWithinBudget(part, (short) => parseInPieces(short, parse));
    unread = problems;
    return root;
  });
  return { root: tree.root, problems: [...tree.problems, ...unread] };
}

/** Two thematic breaks look like front matter to the parser, but paragraphs and headings stand between them, and no key. */
function isProse(yaml: string): boolean {
  const hasBlankLine = /^[ \t]*\r?\n/mu.test(yaml) && yaml.trim() !== '';
  return hasBlankLine && !/^[\p{L}_"'][^\r\n]*:(?:\s|$)/mu.test(yaml);
}
