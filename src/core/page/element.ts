import type { Element, ElementContent, Properties } from 'hast';

/** What an element can be given as a child: a string becomes text, `undefined` nothing. */
export type Child = ElementContent | string | undefined | readonly Child[];

/**
 * Builds an HTML element. Because the page is built of nodes and never of strings, a note's text cannot become markup.
 *
 * @param tagName Lower-case name.
 * @param properties By their hast names (`className`, `ariaLabel`, `dataLine`); `undefined` leaves one out.
 * @param children In order; lists are flattened.
 */
export function element(tagName: string, properties: Properties, ...children: readonly Child[]): Element {
  return { type: 'element', tagName, properties, children: children.flatMap(contentOf) };
}

function contentOf(child: Child): ElementContent[] {
  if (child === undefined) {
    return [];
  }
  if (typeof child === 'string') {
    return [{ type: 'text', value: child }];
  }
  return isList(child) ? child.flatMap(contentOf) : [child];
}

/** `Array.isArray` alone does not see through `readonly`. */
function isList(child: Exclude<Child, string | undefined>): child is readonly Child[] {
  return Array.isArray(child);
}
