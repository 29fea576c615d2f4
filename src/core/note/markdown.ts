import type { Root } from 'mdast';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

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
 * Parses Markdown: CommonMark, GitHub's additions, YAML front matter.
 *
 * @param text Without a byte order mark.
 * @returns The syntax tree; every node has its position.
 */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
