import type { Root } from 'hast';
import { toHtml } from './html.js';
import { element } from './element.js';

/** What the page's document is made of. */
export interface PageDocument {
  /** Source that the webview's own files have, as the editor gives it. */
  readonly cspSource: string;
  /** Random and new for every document. */
  readonly nonce: string;
  /** The page's script as a webview URI. */
  readonly scriptUri: string;
  /** The script that gives code its colours, as a webview URI; the page loads it when it has code. */
  readonly codeScriptUri: string;
  /** The script that sets formulas and the style sheet for them, as webview URIs; the page loads them when it has formulas. */
  readonly mathScriptUri: string;
  readonly mathStyleUri: string;
  /** The page's style sheet as a webview URI. */
  readonly styleUri: string;
  /** Language of the user interface as a BCP 47 tag. */
  readonly lang: string;
  readonly title: string;
  /** Where it stands: in a panel among the editors, or in a view. */
  readonly kind: 'panel' | 'view';
  /** Whether pictures may come from the web, by https. */
  readonly showsWebImages: boolean;
  /** What stands there until the first concept is shown. */
  readonly waitingText: string;
  /** What the button beside a piece of code says, before and after it was pressed. */
  readonly copyText: string;
  readonly copiedText: string;
}

/**
 * Builds the HTML document of the page's webview. It allows no inline script or style, no frame, no form, and no script but
 * the page's own.
 *
 * @param parts What the document is made of.
 */
export function pageDocument(parts: PageDocument): string {
  const {
    cspSource,
    nonce,
    scriptUri,
    codeScriptUri,
    mathScriptUri,
    mathStyleUri,
    styleUri,
    lang,
    title,
    kind,
    showsWebImages,
    waitingText,
    copyText,
    copiedText,
  } = parts;
  const policy = [
    "default-src 'none'",
    `img-src ${cspSource}${showsWebImages ? ' https:' : ''} data:`,
    `style-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, title),
    element('link', { rel: ['stylesheet'], href: styleUri }),
  );
  const body = element(
    'body',
    { dataPlace: kind },
    // Live regions have to be there before they speak. `main` is none: it would be read out whole at every change.
    element('div', { id: 'banner', role: 'status', hidden: true }),
    element('div', { id: 'status', role: 'status', className: ['unseen'] }),
    element(
      'main',
      {
        id: 'page',
        tabIndex: -1,
        dataCopy: copyText,
        dataCopied: copiedText,
        dataCodeScript: codeScriptUri,
        dataMathScript: mathScriptUri,
        dataMathStyle: mathStyleUri,
        ...(kind === 'panel' ? { ariaBusy: 'true' } : {}),
      },
      element('p', { className: ['loading'] }, waitingText),
    ),
    element('script', { nonce, src: scriptUri }),
  );
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, element('html', { lang }, head, body)] };
  return toHtml(root);
}
