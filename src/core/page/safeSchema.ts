import type { Schema } from 'hast-util-sanitize';

/** Before every id that comes from a note, so that none can be mistaken for one of the page's own. */
export const noteIdPrefix = 'note-';

/**
 * All that a note's HTML may consist of. What is not named here is dropped, whatever produced it: there is no style, no
 * handler, no form, no frame, no id or name but those of footnotes.
 */
export const safeSchema: Schema = {
  tagNames: [
    ...[
      'p',
      'br',
      'hr',
      'blockquote',
      'pre',
      'div',
      'section',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'ol',
      'ul',
      'li',
      'input',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'img', 'span', 'code', 'em', 'strong', 'del'],
    ...['b', 'i', 'u', 's', 'kbd', 'sub', 'sup', 'mark', 'small'],
  ],
  attributes: {
    a: [
      ...['href', 'title', 'dataHref', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
      ['dataAction', 'link'],
      ['ariaDescribedBy', 'footnote-label'],
      ['className', 'data-footnote-backref'],
      ['id', /^note-fnref-/u],
    ],
    code: [['className', /^language-[\w+#.-]{1,40}$/u]],
    div: [['className', 'scroll', 'formula', 'callout', 'info', 'good', 'accent', 'warning', 'bad', 'plain']],
    h2: [['id', 'footnote-label']],
    img: ['alt', 'title', ['src', /^https:\/\//iu, /^data:image\/[\w.+-]+[;,]/iu]],
    input: ['checked', 'disabled', 'ariaLabel', 'dataLine', 'dataKey', ['dataAction', 'task'], ['type', 'checkbox']],
    li: [
      ['className', 'task-list-item'],
      ['id', /^note-fn-/u],
    ],
    p: [['className', 'callout-title']],
    ol: ['start', ['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    span: ['title', ['className', 'no-image', 'math', 'display']],
    td: [['align', 'left', 'center', 'right']],
    th: [['align', 'left', 'center', 'right']],
    ul: [['className', 'contains-task-list']],
  },
  ancestors: {
    li: ['ol', 'ul'],
    thead: ['table'],
    tbody: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['https', 'data'] },
  required: { input: { type: 'checkbox' } },
  strip: ['script', 'style', 'template', 'iframe', 'object', 'svg', 'math'],
  // The prefix is put on where ids are made, so that the links to them match; the attributes above let no other through.
  clobber: [],
  clobberPrefix: noteIdPrefix,
  allowComments: false,
  allowDoctypes: false,
};
