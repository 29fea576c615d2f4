import type { Definition, Nodes, Root } from 'mdast';
import { Breaks } from './breaks.js';
import { firstLine } from './nodeLines.js';
import { percentDecoded } from './percentDecoded.js';
import { plainText } from './plainText.js';
import type { Steps } from '../steps.js';
import { tagsIn } from './tag.js';
import { wikiLinksIn } from './wikiLink.js';
import type { Anchor, NoteLink } from './model.js';

/** A link from a note into notes, as it is written. */
export type WrittenLink = Omit<NoteLink, 'concept'>;

/** What a note's text refers to and can be referred to by. */
export interface References {
  readonly links: readonly WrittenLink[];
  readonly tags: readonly { readonly name: string; readonly line: number }[];
  /** Anchors that the note gives by HTML: `<a id="x">`. */
  readonly anchors: readonly Anchor[];
}

/**
 * Collects a note's links into notes, its tags and its own anchors. Code and links out to the web are left out.
 *
 * @param root The note's syntax tree.
 */
export function* readReferences(root: Root): Steps<References> {
  const links: WrittenLink[] = [];
  const tags: { name: string; line: number }[] = [];
  const anchors: Anchor[] = [];
  const definitions = new Map<string, Definition>();
  const references: { line: number; identifier: string; shown: string }[] = [];
  const read = (node: Nodes, isInLink: boolean): void => {
    const line = firstLine(node);
    if (node.type === 'text') {
      if (!isInLink) {
        readText(node.value, line);
      }
    } else if (node.type === 'link') {
      pathLink(node.url, line, plainText(node)).forEach((link) => links.push(link));
    } else if (node.type === 'definition') {
      definitions.set(node.identifier, node);
    } else if (node.type === 'linkReference') {
      references.push({ line, identifier: node.identifier, shown: plainText(node) });
    } else if (node.type === 'html') {
      anchorsIn(node.value, line).forEach((anchor) => anchors.push(anchor));
    }
    if ('children' in node) {
      const inside = isInLink || node.type === 'link' || node.type === 'linkReference';
      for (const child of node.children) {
        read(child, inside);
      }
    }
  };
  const readText = (text: string, line: number): void => {
    // Not by spreading: a call takes only so many arguments.
    if (text.includes('[[')) {
      wikiLinksAt(text, line).forEach((link) => links.push(link));
    }
    if (text.includes('#')) {
      tagsIn(text).forEach(({ name, start }) => tags.push({ name, line: line + breaks(text, start) }));
    }
  };
  const steps = new Breaks();
  // No tree is so deep that this might exhaust the stack.
  for (const node of root.children) {
    read(node, false);
    if (steps.isDue(firstLine(node))) {
      yield;
    }
  }
  for (const { line, identifier, shown } of references) {
    pathLink(definitions.get(identifier)?.url ?? '', line, shown).forEach((link) => links.push(link));
  }
  return { links: links.sort((a, b) => a.line - b.line), tags, anchors };
}

/**
 * A link as it stands in the address of an element of a page: `[[wiki link]]` in its brackets, or a path.
 *
 * @param href The address, with no scheme and no host.
 */
export function noteLinkOf(href: string): Omit<WrittenLink, 'line'> {
  const [wiki] = /^\[\[.*\]\]$/su.test(href) ? wikiLinksAt(href, 1) : [];
  const [path] = wiki ? [] : pathLink(href, 1, '');
  return wiki ?? path ?? { kind: 'path', target: '', heading: '', shown: '' };
}

function wikiLinksAt(text: string, line: number): WrittenLink[] {
  return wikiLinksIn(text).map(({ start, target, heading, shown }) => {
    return { line: line + breaks(text, start), kind: 'wiki', target, heading, shown };
  });
}

/** A link with a scheme or a host leads out of the notes. */
function pathLink(url: string, line: number, shown: string): WrittenLink[] {
  if (url === '' || /^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/iu.test(url)) {
    return [];
  }
  const [, path = '', heading = ''] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/su.exec(url) ?? [];
  return path === '' && heading === ''
    ? []
    : [{ line, kind: 'path', target: percentDecoded(path), heading: percentDecoded(heading), shown }];
}

function anchorsIn(html: string, line: number): Anchor[] {
  const found = html.matchAll(
    /<[a-z][a-z\d]{0,20}\s[^<>]{0,300}?\b(?:id|name)\s{0,3}=\s{0,3}["']([^"'<>]{1,200})["']/giu,
  );
  return [...found].map((match) => ({ name: match[1] ?? '', line: line + breaks(html, match.index) }));
}

function breaks(text: string, end: number): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index >= 0 && index < end; index = text.indexOf('\n', index + 1)) {
    count += 1;
  }
  return count;
}
