import type { Element, ElementContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import type { FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { NoteTree } from '../note/read.js';
import { noteHandlers } from './noteHandlers.js';
import { noteDefinitions, pageSyntax } from './noteSyntax.js';
import type { PageContext } from './pageContext.js';
import { noteIdPrefix, safeSchema } from './safeSchema.js';

/**
 * Fills parts of a page with a note's Markdown as safe HTML. All parts are rendered together at the end, so that
 * footnotes are numbered through the page.
 */
export class NoteHtml {
  readonly #root: Root;
  readonly #source: string;
  readonly #context: PageContext;
  readonly #parts: { readonly holder: Element; readonly nodes: readonly RootContent[] }[] = [];

  /**
   * @param tree The whole note, for the definitions that links and footnotes refer to.
   * @param context What the page needs to know beyond its note.
   */
  constructor({ root, text }: NoteTree, context: PageContext) {
    this.#root = root;
    this.#source = text;
    this.#context = context;
  }

  /**
   * Reserves an element for Markdown. Call in reading order.
   *
   * @param holder What the HTML goes into, behind what it has already, once {@link finish} is called.
   * @param nodes Siblings of the note's syntax tree: blocks, or the inline nodes of one line.
   * @returns The same element.
   */
  into(holder: Element, nodes: readonly RootContent[]): Element {
    this.#parts.push({ holder, nodes });
    return holder;
  }

  /**
   * Fills all elements that were given to {@link into}.
   *
   * @returns The footnotes that were referred to, as a section; nothing where there are none.
   */
  finish(): Element | undefined {
    const { translate } = this.#context;
    const children = [
      ...this.#definitions(),
      ...this.#parts.map(({ nodes }) => partOf(pageSyntax(nodes, this.#source))),
    ];
    const html = toHast(
      { type: 'root', children },
      {
        handlers: noteHandlers(this.#context),
        clobberPrefix: noteIdPrefix,
        footnoteLabel: translate('Footnotes'),
        footnoteLabelProperties: {},
        footnoteBackLabel: (reference, again) =>
          translate('Back to reference {0}', `${reference + 1}${again > 1 ? `-${again}` : ''}`),
      },
    );
    const elements = html.type === 'root' ? html.children.filter((node) => node.type === 'element') : [];
    this.#parts.forEach(({ holder }, index) => {
      holder.children.push(...safe(elements[index]?.children ?? []));
    });
    const [footnotes] = safe(elements.slice(this.#parts.length));
    return footnotes?.type === 'element' ? footnotes : undefined;
  }

  #definitions(): RootContent[] {
    return noteDefinitions(this.#root).map((node) =>
      node.type === 'definition'
        ? node
        : { ...node, children: pageSyntax(node.children, this.#source) as FootnoteDefinition['children'] },
    );
  }
}

/**
 * A node that becomes one `div` with exactly the HTML of what it holds. A paragraph, because that is what the renderer
 * puts nothing around and no line ends between, be it blocks or text.
 */
function partOf(nodes: RootContent[]): RootContent {
  return { type: 'paragraph', data: { hName: 'div' }, children: nodes as PhrasingContent[] };
}

function safe(children: ElementContent[]): ElementContent[] {
  const clean = sanitize({ type: 'root', children }, safeSchema);
  return clean.type === 'root' ? clean.children.filter((node) => node.type !== 'doctype') : [];
}
