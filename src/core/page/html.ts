import type { Element, ElementContent, Nodes } from 'hast';

/** Elements without content and end (https://html.spec.whatwg.org/#void-elements). */
const voidElements: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

/** Attributes whose names are more than their properties' in lower case; `viewBox` is one of SVG. */
const attributeNames: Readonly<Record<string, string>> = {
  className: 'class',
  httpEquiv: 'http-equiv',
  viewBox: 'viewBox',
};

/** Names that can stand in a tag without ending it. */
const plainName = /^[a-z][a-z\d-]*$/iu;

/**
 * Writes a tree as HTML. It knows what pages are made of and no more, and is a tenth of the general library in size: the
 * bundle has a limit.
 *
 * @param node The tree. Text and attributes are escaped; an element or attribute of an unsafe name is left out.
 */
export function toHtml(node: Nodes): string {
  switch (node.type) {
    case 'root':
      return node.children.map(toHtml).join('');
    case 'doctype':
      return '<!doctype html>';
    case 'text':
      return escaped(node.value);
    case 'element':
      return plainName.test(node.tagName) ? elementHtml(node) : '';
    default:
      return '';
  }
}

function elementHtml({ tagName, properties, children }: Element): string {
  const attributes = Object.entries(properties).map(([property, value]) => attribute(property, value));
  const start = `<${tagName}${attributes.join('')}>`;
  return voidElements.has(tagName) ? start : `${start}${content(tagName, children)}</${tagName}>`;
}

/** HTML drops a line feed at the very start of these, so that one that is meant needs another before it. */
function content(tagName: string, children: readonly ElementContent[]): string {
  const inner = children.map(toHtml).join('');
  return tagName === 'pre' && inner.startsWith('\n') ? `\n${inner}` : inner;
}

function attribute(property: string, value: Element['properties'][string]): string {
  const name = attributeName(property);
  if (value === undefined || value === null || value === false || !plainName.test(name)) {
    return '';
  }
  if (value === true) {
    return ` ${name}`;
  }
  return ` ${name}="${escaped(Array.isArray(value) ? value.join(' ') : String(value)).replaceAll('"', '&#x22;')}"`;
}

/** `ariaDescribedBy` is aria-describedby, `dataFootnoteRef` is data-footnote-ref, `tabIndex` is tabindex. */
function attributeName(property: string): string {
  if (/^data[A-Z]/u.test(property)) {
    return property.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  }
  return attributeNames[property] ?? property.replace(/^aria(?=[A-Z])/u, 'aria-').toLowerCase();
}

function escaped(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
}
