import type { PhrasingContent } from 'mdast';
import { wikiLinksIn } from '../note/wikiLink.js';

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
  for (const link of wikiLinksIn(text)) {
    const target = link.target + (link.heading === '' ? '' : `#${link.heading}`);
    found.push({ type: 'text', value: text.slice(end, link.start) });
    found.push({ type: 'link', url: `[[${target}]]`, children: [{ type: 'text', value: link.shown }] });
    end = link.end;
  }
  found.push({ type: 'text', value: text.slice(end) });
  return found.filter((node) => node.type !== 'text' || node.value !== '');
}
