import type { Element, ElementContent, Properties } from 'hast';
import type {
  Blockquote,
  Code,
  Heading,
  Image,
  ImageReference,
  Link,
  LinkReference,
  ListItem,
  Parents,
  Table,
} from 'mdast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import { plainText } from '../note/plainText.js';
import { calloutBox } from './calloutBox.js';
import { element } from './element.js';
import { linkTarget } from './linkTarget.js';
import type { PageContext } from './pageContext.js';

/**
 * How a note's Markdown becomes HTML where a page differs from other places that show Markdown: links are messages to
 * the extension, images are asked for, headings stand below the page's own, tables scroll.
 *
 * @param context What the page needs to know beyond its note.
 */
export function noteHandlers(context: PageContext): Handlers {
  return {
    link: (state, node: Link) => link(node.url, node.title, state.all(node)),
    linkReference: (state, node: LinkReference) => {
      const definition = state.definitionById.get(node.identifier.toUpperCase());
      return definition
        ? link(definition.url, definition.title, state.all(node))
        : defaultHandlers.linkReference(state, node);
    },
    image: (_state, node: Image) => image(context, node.url, node.title, node.alt),
    imageReference: (state, node: ImageReference) => {
      const definition = state.definitionById.get(node.identifier.toUpperCase());
      return definition
        ? image(context, definition.url, definition.title, node.alt)
        : defaultHandlers.imageReference(state, node);
    },
    heading: (state, node: Heading) => ({
      ...defaultHandlers.heading(state, node),
      tagName: `h${Math.min(6, node.depth + 2)}`,
    }),
    listItem: (state, node: ListItem, parent: Parents | undefined) => {
      const item = defaultHandlers.listItem(state, node, parent);
      return typeof node.checked === 'boolean' ? withTaskBox(item, node, context) : item;
    },
    blockquote: (state, node: Blockquote) => calloutBox(state, node) ?? defaultHandlers.blockquote(state, node),
    code: (state, node: Code) => defaultHandlers.code(state, { ...node, lang: languageName(node.lang) }),
    table: (state, node: Table) => element('div', { className: ['scroll'] }, defaultHandlers.table(state, node)),
  };
}

/**
 * What a task says, to name its checkbox by.
 *
 * @param item List item of the note.
 */
export function taskText(item: ListItem): string {
  return plainText(...item.children.filter((block) => block.type === 'paragraph')).slice(0, 200);
}

/**
 * The properties of the checkbox of a task, which can be ticked where the page may write into the note.
 *
 * @param checked Whether the task is done.
 * @param label What it says.
 * @param line 1-based line in the file.
 * @param context What the page needs to know beyond its note.
 */
export function taskBox(checked: boolean, label: string, line: number, { isReadOnly }: PageContext): Properties {
  const box = { type: 'checkbox', checked, ariaLabel: label };
  return isReadOnly === true
    ? { ...box, disabled: true }
    : { ...box, dataAction: 'task', dataLine: line, dataKey: `task ${line}` };
}

function link(url: string, title: string | null | undefined, children: ElementContent[]): ElementContent[] {
  const shown: ElementContent[] = children.length > 0 ? children : [{ type: 'text', value: url }];
  const target = linkTarget(url);
  if (target === 'refused') {
    return shown;
  }
  // `href` is for the eye: where the link goes is the script's and the extension's to decide, by what the note wrote.
  const href = target === 'web' ? webHref(url) : '#';
  return [element('a', { href, dataAction: 'link', dataHref: url, title: title ?? url }, shown)];
}

function webHref(url: string): string {
  return url
    .trim()
    .replace(/[\p{Cc}\p{Cf}\s<>"']/gu, encodeURIComponent)
    .replace(/^[^:]*/u, (scheme) => scheme.toLowerCase());
}

function image(
  context: PageContext,
  url: string,
  title: string | null | undefined,
  alt: string | null | undefined,
): Element {
  const mayAsk = linkTarget(url) !== 'refused' || /^data:image\//iu.test(url);
  const src = mayAsk && !/^mailto:/iu.test(url) ? context.resolveImage(url) : undefined;
  if (src === undefined) {
    const name = /^data:/iu.test(url) ? context.translate('Image') : url;
    const shown = alt === '' ? name : (alt ?? name);
    return element('span', { className: ['no-image'], title: name }, shown);
  }
  return element('img', { src, alt: alt ?? '', title: title ?? undefined });
}

function withTaskBox(item: Element, node: ListItem, context: PageContext): Element {
  const box = [item, ...item.children].flatMap((node) => (node.type === 'element' ? node.children : [])).find(isInput);
  if (box?.type === 'element') {
    box.properties = taskBox(node.checked === true, taskText(node), node.position?.start.line ?? 0, context);
  }
  return item;
}

/**
 * The language of a piece of code; one that is no plain name is nothing to style by.
 *
 * @param lang As the note writes it.
 */
export function languageName(lang: string | null | undefined): string | null {
  return /^[\w+#.-]{1,40}$/u.exec(lang ?? '')?.[0] ?? null;
}

function isInput(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'input';
}
