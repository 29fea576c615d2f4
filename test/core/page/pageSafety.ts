import { readMarkup, type Tag } from './markupReader.js';

/** By element and attribute, the form of the values. */
export type Allowed = Readonly<Record<string, Readonly<Record<string, RegExp>>>>;

/** All that may be on a page, and the form of every value that is more than text. Written apart from the schema it checks. */
const text = /^/u;
const allowed: Allowed = {
  ...Object.fromEntries(
    'p br hr blockquote pre code em strong del b i u s kbd sub sup mark small table thead tbody tr h3 h4 h5 h6 article header footer'
      .split(' ')
      .map((name) => [name, {}]),
  ),
  p: { class: /^(?:question|callout-title)$/u },
  code: { class: /^language-[\w+#.-]+$/u },
  h1: { class: /^long$/u },
  h2: { id: /^footnote-label$/u },
  div: { class: /^[a-z ]+$/u, dir: /^auto$/u },
  span: { class: /^[a-z -]+$/u, title: text, 'aria-hidden': /^true$/u },
  section: { class: /^[a-z ]+$/u, 'aria-label': text, 'data-footnotes': /^$/u },
  nav: { class: /^(?:path|neighbours)$/u, 'aria-label': text },
  ul: { class: /^[a-z -]+$/u, 'aria-label': text },
  ol: { class: /^contains-task-list$/u, start: /^\d+$/u },
  li: { class: /^(?:task-list-item|sourced|open)$/u, dir: /^auto$/u, id: /^note-fn-/u },
  th: { align: /^(?:left|center|right)$/u },
  td: { align: /^(?:left|center|right)$/u },
  input: {
    type: /^checkbox$/u,
    checked: /^$/u,
    'aria-label': text,
    'data-action': /^task$/u,
    'data-line': /^[1-9]\d*$/u,
    'data-key': /^task \d+$/u,
  },
  img: { src: /^https:\/\/images\.example\//u, alt: text, title: text },
  svg: { class: /^icon$/u, viewBox: /^0 0 16 16$/u, 'aria-hidden': /^true$/u, focusable: /^false$/u },
  path: { d: /^[\d.\sA-Za-z-]+$/u },
  button: {
    type: /^button$/u,
    class: /^(?:[a-z]+|add-side (?:pros|cons))$/u,
    title: text,
    'aria-label': text,
    'aria-expanded': /^(?:true|false)$/u,
    'data-action': /^(?:source|addSide|unfold)$/u,
    'data-id': text,
    'data-role': /^(?:pros|cons)$/u,
    'data-line': /^[1-9]\d*$/u,
    'data-key': text,
  },
  a: {
    href: /^(?:https?:\/\/|mailto:|#$|#note-fn)/u,
    class: /^[a-z-]+$/u,
    id: /^note-fnref-/u,
    title: text,
    'aria-label': text,
    'aria-describedby': /^footnote-label$/u,
    'data-footnote-ref': /^$/u,
    'data-footnote-backref': /^$/u,
    'data-action': /^(?:link|concept|topic|findTopic|source)$/u,
    'data-href': /^(?!\s*(?:javascript|vbscript|data|command|vscode|file|blob|about):)/iu,
    'data-id': text,
    'data-key': text,
    'data-line': /^[1-9]\d*$/u,
    'data-topic': text,
  },
};

/**
 * Finds what must not be on a page.
 *
 * @param html Body HTML of a page.
 * @param more What else this page may have.
 * @returns A line for each finding; none if all is well.
 */
export function unsafeParts(html: string, more: Allowed = {}): string[] {
  const { tags, malformed } = readMarkup(html);
  return [...malformed.map((token) => `malformed: ${token}`), ...tags.flatMap((tag) => unsafeTag(tag, more))];
}

function unsafeTag({ name, attributes }: Tag, more: Allowed): string[] {
  const rules = allowed[name];
  if (!rules) {
    return [`element: ${name}`];
  }
  return [...attributes]
    .filter(([key, value]) => !rules[key]?.test(value) && !more[name]?.[key]?.test(value))
    .map(([key, value]) => `${name} ${key}="${value}"`);
}
