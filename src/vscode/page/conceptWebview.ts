import * as vscode from 'vscode';
import type { Located } from '../../core/library/library.js';
import { comparedIds, comparisonId, isComparison } from '../../core/page/comparison.js';
import { pageDocument } from '../../core/page/pageDocument.js';
import {
  parseFromPage,
  type FromPage,
  type HistoryMessage,
  type PageMove,
  type ToPage,
} from '../../core/page/protocol.js';
import { renamedId } from '../../core/page/renamedId.js';
import { topicQuery } from '../../core/search/filterCompletions.js';
import { showsWebImages } from '../settings.js';
import { addSide } from '../source/addSide.js';
import { setTask } from '../source/setTask.js';
import type { Notes } from '../notes/notes.js';
import { linkSources } from './linkSources.js';
import { locate, pageContent, pageTitle } from './pageContent.js';
import type { PageLinks } from './pageLinks.js';

/** What pages need of the extension. */
export interface PageHost {
  /** Where the extension is installed. */
  readonly extensionUri: vscode.Uri;
  /** A new random text that cannot be guessed, of letters and digits. */
  readonly newNonce: () => string;
}

/** Where a page stands: in a panel among the editors, or in a view. */
export interface PagePlace {
  readonly webview: vscode.Webview;
  readonly kind: 'panel' | 'view';
  /** What the page says until it shows a concept. */
  readonly waitingText: string;
  /** Names the place after the concept that it shows. */
  readonly setTitle: (title: string) => void;
}

/** A webview that shows one concept at a time and follows its note. */
export class ConceptWebview implements vscode.Disposable {
  readonly #place: PagePlace;
  readonly #notes: Notes;
  readonly #links: PageLinks;
  readonly #host: PageHost;
  readonly #shown = new vscode.EventEmitter<string>();
  readonly #opened = new vscode.EventEmitter<string>();
  readonly #ways = new vscode.EventEmitter<HistoryMessage>();
  readonly #subscriptions: vscode.Disposable;
  #conceptId: string | undefined;
  /** The notes of what is shown. */
  #uris: readonly string[] = [];
  /** The concept and its note as they were shown: finds the concept again when its heading was renamed. */
  #before: Located | undefined;
  /** Ids of the sub-concepts that the user reads in their cards; they stay so while other concepts are shown. */
  readonly #unfolded = new Set<string>();
  #revision = 0;
  #lastWays: HistoryMessage = { type: 'history', canGoBack: false, canGoForward: false };
  /** What linked to the concept when it was shown. */
  #linkedFrom = '[]';
  /** What the page shows, and the banner over it: sent again when a hidden panel comes back, for it lost its content. */
  #shownLast: Extract<ToPage, { type: 'show' }> | undefined;
  #banner: Extract<ToPage, { type: 'gone' }> | undefined;
  #isReady = false;
  #isDisposed = false;

  /** Fires with the concept's id when a concept is shown. */
  readonly onDidShow = this.#shown.event;
  /** Fires with the concept's id when someone opens a concept that is there. */
  readonly onDidOpen = this.#opened.event;
  /** Fires when it may have become possible or impossible to go back or forward. */
  readonly onDidChangeWays = this.#ways.event;
  /**
   * @param place An empty webview, new or restored.
   * @param notes The notes.
   * @param links Opens what the page links to.
   * @param host What pages need of the extension.
   */
  constructor(place: PagePlace, notes: Notes, links: PageLinks, host: PageHost) {
    this.#place = place;
    this.#notes = notes;
    this.#links = links;
    this.#host = host;
    const endListening = notes.library.onChange((change) => {
      const touched = Object.values(change).flat();
      // A file that is renamed may come some time after it went.
      const hasMoved = this.#banner !== undefined && this.#movedId(change.added) !== undefined;
      if (hasMoved || this.#hasOtherLinks() || this.#uris.some((uri) => touched.includes(uri))) {
        void this.#follow(change.added);
      }
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#shown,
      this.#opened,
      this.#ways,
      new vscode.Disposable(endListening),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('yojeom.page.webImages')) {
          this.#load();
          void this.#follow([]);
        }
      }),
      place.webview.onDidReceiveMessage((message: unknown) => {
        this.#receive(parseFromPage(message));
      }),
    );
    this.#allowRoots();
    this.#load();
  }

  /** Id of the concept that is shown or about to be. */
  get conceptId(): string | undefined {
    return this.#conceptId;
  }

  /** Where the user can go from what is shown. */
  get ways(): HistoryMessage {
    return this.#lastWays;
  }

  /**
   * Shows a concept from its top.
   *
   * @param conceptId The concept's id.
   */
  async show(conceptId: string): Promise<void> {
    await this.#render(conceptId, 'open');
    const isShown = !this.#isDisposed && this.#shownLast?.id === conceptId && this.#conceptId === conceptId;
    if (isShown && !isComparison(conceptId)) {
      this.#opened.fire(conceptId);
    }
  }

  /**
   * Shows a concept while the user has not chosen yet.
   *
   * @param conceptId The concept's id.
   */
  async preview(conceptId: string): Promise<void> {
    await this.#render(conceptId, 'preview');
  }

  /**
   * Shows a concept since the user turned to it elsewhere.
   *
   * @param conceptId The concept's id.
   */
  async follow(conceptId: string): Promise<void> {
    await this.#render(conceptId, 'open');
  }

  /**
   * Goes back or forward among the concepts that were shown.
   *
   * @param step -1 for back, 1 for forward.
   */
  go(step: -1 | 1): void {
    this.#send({ type: 'go', step });
  }

  /**
   * Shows a concept that was shown before a reload.
   *
   * @param conceptId The concept's id.
   */
  async restore(conceptId: string): Promise<void> {
    await this.#render(conceptId, 'return');
  }

  dispose(): void {
    this.#isDisposed = true;
    // What is still being read comes too late.
    this.#revision += 1;
    this.#subscriptions.dispose();
  }

  async #render(conceptId: string, move: PageMove): Promise<void> {
    if (this.#isDisposed) {
      return;
    }
    const isOther = conceptId !== this.#conceptId;
    this.#conceptId = conceptId;
    this.#revision += 1;
    const revision = this.#revision;
    const known = pageTitle(conceptId, this.#notes);
    if (known !== undefined) {
      this.#place.setTitle(known);
    }
    await this.#notes.ready();
    if (revision !== this.#revision) {
      return;
    }
    // The note's text may be newer than what is known of it: then the page follows as soon as that is.
    this.#watch(conceptId, locate(conceptId, this.#notes));
    const content = await pageContent(conceptId, this.#notes, this.#place.webview, this.#unfolded);
    if (revision !== this.#revision) {
      return;
    }
    this.#allowRoots();
    this.#linkedFrom = JSON.stringify(linkSources(this.#notes, conceptId));
    if (!content) {
      this.#banner = { type: 'gone', text: vscode.l10n.t('This concept is no longer in your notes.') };
      this.#send(this.#banner);
      return;
    }
    const { title, html, lang, shown } = content;
    this.#watch(conceptId, shown);
    this.#place.setTitle(title);
    this.#banner = undefined;
    this.#shownLast = { type: 'show', id: conceptId, title, html, ...(lang && { lang }), revision, move };
    this.#send(this.#shownLast);
    // A note that is saved shall not move the tree; another concept shall.
    if (isOther || move !== 'stay') {
      this.#shown.fire(conceptId);
    }
  }

  /** Follows the notes of what is shown from now on; where there is none, those of before. */
  #watch(conceptId: string, shown: readonly Located[]): void {
    if (shown.length > 0) {
      this.#uris = shown.map(({ note }) => note.uri);
      this.#before = isComparison(conceptId) ? undefined : shown[0];
    }
  }

  /** Shows the concept as its note now has it: by its id or, where heading or file were renamed, by its place. */
  async #follow(added: readonly string[]): Promise<void> {
    const before = this.#before;
    const note = before && this.#notes.library.note(before.note.uri);
    const now = (id: string | undefined): string | undefined => note && renamedId(id, before.note, note);
    [...this.#unfolded].forEach((id) => this.#unfolded.add(now(id) ?? id));
    const conceptId = now(this.#conceptId) ?? now(before?.concept.id) ?? this.#movedId(added) ?? this.#conceptId;
    if (conceptId !== undefined) {
      await this.#render(conceptId, 'stay');
    }
  }

  /** Whether other notes link to the concept than when it was shown. */
  #hasOtherLinks(): boolean {
    const now = this.#conceptId === undefined ? [] : linkSources(this.#notes, this.#conceptId);
    return JSON.stringify(now) !== this.#linkedFrom;
  }

  /** The concept's id in the one note that came while its own went. */
  #movedId(added: readonly string[]): string | undefined {
    const path = this.#conceptId?.slice(this.#conceptId.lastIndexOf('#'));
    const found = added.map((uri) => `${uri}${path ?? ''}`).filter((id) => this.#notes.library.find(id));
    return found.length === 1 ? found[0] : undefined;
  }

  /** Loads the page's document, which then asks for its content. */
  #load(): void {
    this.#isReady = false;
    this.#place.webview.html = documentOf(this.#place, this.#host);
  }

  /** Folders of notes can change while the page is open, and are not known yet when it is restored. */
  #allowRoots(): void {
    const wanted = webviewOptions(this.#notes, this.#host.extensionUri);
    const names = (options: vscode.WebviewOptions): string => (options.localResourceRoots ?? []).join('\n');
    if (names(wanted) !== names(this.#place.webview.options)) {
      // The editor loads the document anew, which then asks for its content.
      this.#isReady = false;
      this.#place.webview.options = wanted;
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
      case 'returnTo':
        void this.#render(message.id, 'return');
        break;
      case 'history':
        this.#lastWays = message;
        this.#ways.fire(message);
        break;
      case 'openSource':
        void this.#links.openSource(message.id, message.line);
        break;
      case 'setTask':
        void this.#setTask(message.line, message.isDone);
        break;
      case 'addSide':
        void addSide(this.#notes, message.id, message.role);
        break;
      case 'openTopic':
        void this.#links.openTopic(message.topic);
        break;
      case 'findTopic':
        void vscode.commands.executeCommand('yojeom.search', topicQuery(message.topic));
        break;
      case 'unfold':
        this.#unfold(message.id, message.isUnfolded);
        break;
      case 'openLink':
        void this.#openLink(message.href, message.owner);
        break;
      case 'compare':
        void vscode.commands.executeCommand('yojeom.compare', this.#conceptId);
        break;
      case 'uncompare':
        void this.show(comparisonId(comparedIds(this.#conceptId ?? '').filter((id) => id !== message.id)));
        break;
      case 'copyTable':
        void vscode.commands.executeCommand('yojeom.copyTable', this.#conceptId);
        break;
      case undefined:
        break;
    }
  }

  #unfold(id: string, isUnfolded: boolean): void {
    if (isUnfolded) {
      this.#unfolded.add(id);
    } else {
      this.#unfolded.delete(id);
    }
    // Not while another concept is about to be shown.
    if (this.#conceptId !== undefined && this.#conceptId === this.#shownLast?.id) {
      void this.#render(this.#conceptId, 'stay');
    }
  }

  async #setTask(line: number, isDone: boolean): Promise<void> {
    const uri = this.#before?.note.uri;
    if (uri !== undefined && !(await setTask(uri, line, isDone))) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The task could not be changed: the note cannot be written, or has changed.'),
      );
      // The page goes back to what the note says.
      void this.#follow([]);
    }
  }

  async #openLink(href: string, owner: string | undefined): Promise<void> {
    const uri = owner === undefined ? this.#before?.note.uri : this.#notes.library.find(owner)?.note.uri;
    const conceptId = uri === undefined ? undefined : await this.#links.openLink(href, uri);
    if (conceptId !== undefined) {
      await this.show(conceptId);
    }
  }

  #send(message: ToPage | undefined): void {
    if (message && this.#isReady && !this.#isDisposed) {
      void this.#place.webview.postMessage(message);
    }
  }
}

/**
 * What a page may do: run its script, and load files of the extension and of the folders of notes.
 *
 * @param notes The notes.
 * @param extensionUri Where the extension is installed.
 */
export function webviewOptions(notes: Notes, extensionUri: vscode.Uri): vscode.WebviewOptions {
  const own = ['media', 'dist/webview'].map((folder) => vscode.Uri.joinPath(extensionUri, folder));
  return { enableScripts: true, localResourceRoots: [...own, ...notes.roots()] };
}

function documentOf({ webview, kind, waitingText }: PagePlace, { extensionUri, newNonce }: PageHost): string {
  const asset = (path: string): string => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, path)).toString();
  return pageDocument({
    cspSource: webview.cspSource,
    nonce: newNonce(),
    scriptUri: asset('dist/webview/page.js'),
    codeScriptUri: asset('dist/webview/code.js'),
    mathScriptUri: asset('dist/webview/math.js'),
    mathStyleUri: asset('dist/webview/math.css'),
    styleUri: asset('media/page.css'),
    lang: vscode.env.language,
    title: vscode.l10n.t('Concept'),
    kind,
    showsWebImages: showsWebImages(),
    waitingText,
    copyText: vscode.l10n.t('Copy'),
    copiedText: vscode.l10n.t('Copied'),
  });
}
