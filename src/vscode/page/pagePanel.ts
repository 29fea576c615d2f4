import * as vscode from 'vscode';
import { readNoteTree } from '../../core/note/read.js';
import { pageDocument } from '../../core/page/pageDocument.js';
import { parseFromPage, type FromPage, type GoneMessage, type ShowMessage } from '../../core/page/protocol.js';
import { renderConcept } from '../../core/page/renderConcept.js';
import type { Notes } from '../notes/notes.js';
import { resolveImage, type PageLinks } from './pageLinks.js';

/** The page's type, as the editor stores it. */
export const pageViewType = 'yojeom.page';

/** What pages need of the extension. */
export interface PageHost {
  /** Where the extension is installed. */
  readonly extensionUri: vscode.Uri;
  /** A new random text that cannot be guessed, of letters and digits. */
  readonly newNonce: () => string;
}

/** One webview panel that shows one concept at a time and follows its note. */
export class PagePanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #notes: Notes;
  readonly #links: PageLinks;
  readonly #shown = new vscode.EventEmitter<string>();
  readonly #subscriptions: vscode.Disposable;
  #conceptId: string | undefined;
  /** Where the concept stands among its note's: finds it again when its heading was renamed. */
  #place: { readonly uri: string; readonly index: number; readonly of: number } | undefined;
  #revision = 0;
  /** What the page shows, and the banner over it: sent again when a hidden panel comes back, for it lost its content. */
  #shownLast: ShowMessage | undefined;
  #banner: GoneMessage | undefined;
  #isReady = false;
  #isDisposed = false;

  /** Fires with the concept's id when a concept is shown. */
  readonly onDidShow = this.#shown.event;
  readonly onDidDispose: vscode.Event<void>;

  /**
   * @param panel An empty panel, new or restored.
   * @param notes The notes.
   * @param links Opens what the page links to.
   * @param host What pages need of the extension.
   */
  constructor(panel: vscode.WebviewPanel, notes: Notes, links: PageLinks, host: PageHost) {
    this.#panel = panel;
    this.#notes = notes;
    this.#links = links;
    this.onDidDispose = panel.onDidDispose;
    const endListening = notes.library.onChange(({ added, changed, removed }) => {
      const uri = this.#place?.uri;
      if (uri !== undefined && [...added, ...changed, ...removed].includes(uri)) {
        void this.#follow(uri);
      }
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#shown,
      new vscode.Disposable(endListening),
      panel.webview.onDidReceiveMessage((message: unknown) => {
        this.#receive(parseFromPage(message));
      }),
      panel.onDidDispose(() => {
        this.#isDisposed = true;
        this.#subscriptions.dispose();
      }),
    );
    panel.iconPath = {
      light: vscode.Uri.joinPath(host.extensionUri, 'media', 'page-light.svg'),
      dark: vscode.Uri.joinPath(host.extensionUri, 'media', 'page-dark.svg'),
    };
    panel.webview.html = documentOf(panel.webview, host);
  }

  /** Id of the concept that is shown or about to be. */
  get conceptId(): string | undefined {
    return this.#conceptId;
  }

  get isVisible(): boolean {
    return this.#panel.visible;
  }

  /**
   * Brings the panel to the front of its group.
   *
   * @param preserveFocus Whether the focus stays where it is.
   */
  reveal(preserveFocus: boolean): void {
    this.#panel.reveal(undefined, preserveFocus);
  }

  /**
   * Shows a concept from its top.
   *
   * @param conceptId The concept's id.
   */
  async show(conceptId: string): Promise<void> {
    await this.#render(conceptId, false);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async #render(conceptId: string, keepScroll: boolean): Promise<void> {
    this.#conceptId = conceptId;
    this.#revision += 1;
    const revision = this.#revision;
    this.#panel.title = this.#notes.library.find(conceptId)?.concept.title ?? this.#panel.title;
    await this.#notes.ready();
    const found = this.#notes.library.find(conceptId);
    const source = found && (await this.#notes.source(found.note.uri));
    if (revision !== this.#revision || this.#isDisposed) {
      return;
    }
    const tree = source && readNoteTree(source);
    const webview = this.#panel.webview;
    const html =
      tree &&
      renderConcept(tree, conceptId, {
        translate: vscode.l10n.t,
        location: vscode.workspace.asRelativePath(vscode.Uri.parse(tree.note.uri)),
        resolveImage: (src) => resolveImage(src, tree.note.uri, webview),
      });
    if (!found || html === undefined) {
      this.#banner = { type: 'gone', text: vscode.l10n.t('This concept is no longer in your notes.') };
      this.#send(this.#banner);
      return;
    }
    const { concepts, uri } = found.note;
    this.#place = { uri, index: concepts.indexOf(found.concept), of: concepts.length };
    this.#panel.title = found.concept.title;
    this.#banner = undefined;
    this.#shownLast = { type: 'show', id: conceptId, title: found.concept.title, html, revision, keepScroll };
    this.#send(this.#shownLast);
    this.#shown.fire(conceptId);
  }

  /** Shows the concept as its note now has it: by its id or, if its heading was renamed, by its place. */
  async #follow(uri: string): Promise<void> {
    const note = this.#notes.library.note(uri);
    const { index = -1, of = 0 } = this.#place ?? {};
    const same = note?.concepts.find(({ id }) => id === this.#conceptId);
    const renamed = note?.concepts.length === of ? note.concepts[index] : undefined;
    const conceptId = (same ?? renamed)?.id ?? this.#conceptId;
    if (conceptId !== undefined) {
      await this.#render(conceptId, true);
    }
  }

  #receive(message: FromPage | undefined): void {
    switch (message?.type) {
      case 'ready':
        this.#isReady = true;
        this.#send(this.#shownLast);
        this.#send(this.#banner);
        break;
      case 'openConcept':
        void this.show(message.id);
        break;
      case 'openSource':
        void this.#links.openSource(message.id, message.line);
        break;
      case 'openTopic':
        void this.#links.openTopic(message.topic);
        break;
      case 'openLink':
        void this.#openLink(message.href);
        break;
      case undefined:
        break;
    }
  }

  async #openLink(href: string): Promise<void> {
    const conceptId = this.#place && (await this.#links.openLink(href, this.#place.uri));
    if (conceptId !== undefined) {
      await this.show(conceptId);
    }
  }

  #send(message: ShowMessage | GoneMessage | undefined): void {
    if (message && this.#isReady && !this.#isDisposed) {
      void this.#panel.webview.postMessage(message);
    }
  }
}

function documentOf(webview: vscode.Webview, { extensionUri, newNonce }: PageHost): string {
  const asset = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  return pageDocument({
    cspSource: webview.cspSource,
    nonce: newNonce(),
    scriptUri: asset('dist', 'webview', 'page.js'),
    styleUri: asset('media', 'page.css'),
    lang: vscode.env.language,
    title: vscode.l10n.t('Concept'),
    loadingText: vscode.l10n.t('Reading the note…'),
  });
}
