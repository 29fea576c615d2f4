import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { readNoteTree } from '../../src/core/note/read.js';
import { pageDocument } from '../../src/core/page/pageDocument.js';
import type { ShowMessage } from '../../src/core/page/protocol.js';
import { renderConcept } from '../../src/core/page/renderConcept.js';
import { hostileTexts, notesWith } from '../fixtures/hostileTexts.js';
import { ensureBrowser } from '../host/browser.mjs';
import { repo } from '../host/paths.mjs';
import { becomes } from './becomes.js';

const origin = 'https://page.test';
const fonts = path.join(repo, 'dist', 'webview', 'fonts');

/** What a page did that no page may do. */
interface Deeds {
  /** Requests for anything but the page's own files. */
  readonly requests: string[];
  /** Scripts that ran, and what the content security policy had to stop. */
  readonly inPage: string[];
}

/** Runs before the page's script: stands in for the editor, and notes what happens. A text, for the loader changes functions. */
const watching = `
  const deeds = [];
  const messages = [];
  const note = (deed) => () => { deeds.push(deed); return false; };
  Object.assign(window, {
    deeds, messages,
    alert: note('alert'), confirm: note('confirm'), prompt: note('prompt'), open: note('open'),
    acquireVsCodeApi: () => ({
      postMessage: (message) => messages.push(message),
      getState: () => undefined,
      setState: () => undefined,
    }),
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    deeds.push('violation of ' + violatedDirective + ': ' + blockedURI);
  });
`;

/** The page's own document, style and script in a browser, without the editor around it. */
class RealPage {
  readonly #page: Page;
  readonly #requests: string[] = [];
  #revision = 0;

  private constructor(page: Page) {
    this.#page = page;
  }

  /**
   * Opens the page.
   *
   * @param browser Where.
   * @param withPolicy Whether it has its content security policy.
   */
  static async open(browser: Browser, withPolicy = true): Promise<RealPage> {
    const real = new RealPage(await browser.newPage({ ignoreHTTPSErrors: true }));
    await real.#open(withPolicy);
    return real;
  }

  async #open(withPolicy: boolean): Promise<void> {
    const html = pageDocument({
      cspSource: origin,
      nonce: 'n0nce',
      lang: 'en',
      title: 'Concept',
      kind: 'panel',
      showsWebImages: true,
      waitingText: 'Reading…',
      copyText: 'Copy',
      copiedText: 'Copied',
      scriptUri: `${origin}/page.js`,
      codeScriptUri: `${origin}/code.js`,
      mathScriptUri: `${origin}/math.js`,
      mathStyleUri: `${origin}/math.css`,
      styleUri: `${origin}/page.css`,
    });
    const files: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
      '/': ['text/html', withPolicy ? html : html.replace(/<meta http-equiv[^>]*>/u, '')],
      '/page.js': ['text/javascript', readFileSync(path.join(repo, 'dist', 'webview', 'page.js'), 'utf8')],
      '/code.js': ['text/javascript', readFileSync(path.join(repo, 'dist', 'webview', 'code.js'), 'utf8')],
      '/math.js': ['text/javascript', readFileSync(path.join(repo, 'dist', 'webview', 'math.js'), 'utf8')],
      '/math.css': ['text/css', readFileSync(path.join(repo, 'dist', 'webview', 'math.css'), 'utf8')],
      '/page.css': ['text/css', readFileSync(path.join(repo, 'media', 'page.css'), 'utf8')],
      ...Object.fromEntries(
        readdirSync(fonts).map((name) => [`/fonts/${name}`, ['font/woff2', readFileSync(path.join(fonts, name))]]),
      ),
    };
    await this.#page.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      const file = url.origin === origin ? files[url.pathname] : undefined;
      if (file) {
        const charset = file[0].startsWith('text/') ? '; charset=utf-8' : '';
        await route.fulfill({ contentType: `${file[0]}${charset}`, body: file[1] });
      } else {
        this.#requests.push(url.href);
        await route.abort();
      }
    });
    await this.#page.addInitScript(watching);
    await this.#page.goto(`${origin}/`);
  }

  /** Shows HTML as if the extension had sent it, follows all its links, and waits until what it does is done. */
  async show(html: string): Promise<void> {
    this.#revision += 1;
    const message: ShowMessage = {
      type: 'show',
      id: 'a',
      title: 'A',
      html,
      revision: this.#revision,
      move: 'open',
    };
    await this.#page.evaluate(async (shown) => {
      window.postMessage(shown);
      // The message, then a frame in which images and handlers begin, then what those have set off.
      await new Promise((resolve) => setTimeout(resolve));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      for (const element of document.querySelectorAll<HTMLElement>('main, main *')) {
        element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        element.focus();
        // Pictures have no `click()`.
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }
      await new Promise((resolve) => setTimeout(resolve));
    }, message);
  }

  /** What was done since the page was opened. */
  async deeds(): Promise<Deeds> {
    const inPage = await this.#page.evaluate(() => (window as unknown as { deeds: string[] }).deeds);
    return { requests: [...this.#requests], inPage };
  }

  /** What the page asked the extension for, `ready` aside. */
  asked(): Promise<Record<string, unknown>[]> {
    return this.#page.evaluate(() => (window as unknown as { messages: Record<string, unknown>[] }).messages.slice(1));
  }

  /** Where the browser is. */
  get url(): string {
    return this.#page.url();
  }

  async close(): Promise<void> {
    await this.#page.close();
  }
}

const nothing: Deeds = { requests: [], inPage: [] };

/** Pages of all concepts of a note, with all that can be unfolded. */
function pagesOf(text: string): string[] {
  const tree = readNoteTree({ uri: 'file:///notes/a.md', name: 'a.md', folder: 'notes', text });
  const unfolded = new Set(tree.note.concepts.map(({ id }) => id));
  return tree.note.concepts.flatMap(({ id }) => {
    const html = renderConcept(tree, id, {
      translate: (message) => message,
      location: 'notes/a.md',
      linkedFrom: [],
      unfolded,
      // As the extension does for what is in no folder of notes and for servers that may not be asked.
      resolveImage: (src) => (src.startsWith('data:image/png') ? src : undefined),
    });
    return html ?? [];
  });
}

describe('The page and a hostile note', () => {
  let browser: Browser;
  let page: RealPage;

  before(async () => {
    browser = await chromium.launch(await ensureBrowser());
  });

  beforeEach(async () => {
    page = await RealPage.open(browser);
  });

  afterEach(() => page.close());

  after(() => browser.close());

  for (const [kind, texts] of Object.entries(hostileTexts)) {
    it(`runs, loads and stops nothing: ${kind}`, async () => {
      for (const text of texts) {
        // All at once: what one of them leaves open, the others may fall into.
        await page.show(notesWith(text).flatMap(pagesOf).join(''));
        assert.deepEqual(await page.deeds(), nothing, text);
        // Footnotes lead to each other.
        assert.equal(page.url.replace(/#.*/u, ''), `${origin}/`, text);
      }
      const asked = (await page.asked()).filter(({ type }) => type === 'openLink').map(({ href }) => String(href));
      assert.deepEqual(
        asked.filter((href) =>
          /^\s*(?:javascript|vbscript|data|command|vscode[\w-]*|file|blob|about|ms-word):/iu.test(href),
        ),
        [],
      );
    });
  }

  it('would be stopped by the policy, if it came past the rest', async () => {
    await page.show('<img src="x:" onerror="alert(1)"><b style="color:red">x</b><a href="javascript:alert(1)">x</a>');
    const { inPage } = await page.deeds();
    assert.ok(inPage.some((deed) => deed.startsWith('violation of script-src')));
    assert.ok(inPage.some((deed) => deed.startsWith('violation of style-src')));
    assert.ok(!inPage.includes('alert'));
  });

  it('would be seen here, if nothing stopped it', async () => {
    await page.close();
    page = await RealPage.open(browser, false);
    await page.show('<img src="https://evil.example/x" onerror="alert(1)">');
    await becomes(async () => (await page.deeds()).inPage.includes('alert'), true);
    assert.deepEqual((await page.deeds()).requests, ['https://evil.example/x']);
  });
});
