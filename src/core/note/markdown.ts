import type { Root } from 'mdast';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { parsePlain } from './plain/plainMarkdown.js';

/**
 * GitHub Flavored Markdown and YAML front matter, for reading only. The plugins `remark-gfm` and `remark-frontmatter`
 * hand over these same extensions together with those for writing, which would stay in the bundle unused.
 */
function readExtensions(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfm(), frontmatter('yaml')];
  data.fromMarkdownExtensions = [gfmFromMarkdown(), frontmatterFromMarkdown('yaml')];
}

const processor = unified().use(remarkParse).use(readExtensions).freeze();

/**
 * Parses Markdown: CommonMark, GitHub's additions, YAML front matter. Ordinary Markdown is read by a parser of its own, which
 * gives the same tree in a small part of the time.
 *
 * @param text Without a byte order mark.
 * @returns The syntax tree; every node has its position, but for some links that remark finds in text.
 */
export function parseMarkdown(text: string): Root {
  return parsePlain(text) ?? parseWithRemark(text);
}

/**
 * Parses Markdown by remark alone.
 *
 * @param text Without a byte order mark.
 * @returns The syntax tree, as of `parseMarkdown`.
 */
export function parseWithRemark(text: string): Root {
  return processor.parse(text);
}
