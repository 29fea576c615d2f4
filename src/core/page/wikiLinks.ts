import type { PhrasingContent } from 'mdast';

/**
 * Turns `[[target]]`, `[[target|shown]]` and `![[embedded]]` in running text into links. Their URL is `[[target]]` in its brackets, by which
 * whoever opens links knows them from paths.
 *
 * @param text Text of one text node.
 * @returns Text and links in order; the text alone where it has no such link.
 */
export function wikiLinks(text: string): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  let end = 0;
  for (const match of text.matchAll(/!?\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{1,300}))?\]\]/gu)) {
    const [whole, target = '', shown] = match;
    found.push({ type: 'text', value: text.slice(end, match.index) });
    found.push({
      type: 'link',
      url: `[[${target.trim()}]]`,
      children: [{ type: 'text', value: (shown ?? target).trim() }],
    });
    end = match.index + whole.length;
  }
  found.push({ type: 'text', value: text.slice(end) });
  return found.filter((node) => node.type !== 'text' || node.value !== '');
}
