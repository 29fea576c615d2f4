import * as vscode from 'vscode';
import { conceptAtLine } from '../../core/library/conceptAtLine.js';
import { isComparison } from '../../core/page/comparison.js';
import type { Notes } from '../notes/notes.js';
import type { ConceptTree } from '../tree/conceptTree.js';
import type { ConceptPage } from './conceptPage.js';
import { ConceptWebview, webviewOptions, type PageHost } from './conceptWebview.js';
import type { PageLinks } from './pageLinks.js';

/** The view's id in the manifest. */
const viewId = 'yojeom.page.view';

/** How long the cursor rests before the view follows it, in milliseconds. */
const restMilliseconds = 150;

/** What the view follows, and what its page needs. */
export interface PageViewParts {
  readonly notes: Notes;
  readonly tree: ConceptTree;
  readonly page: ConceptPage;
  readonly links: PageLinks;
  readonly host: PageHost;
}

/**
 * Shows a page in a view of the side bar, which follows what is chosen in the tree, shown on the page, or under the
 * cursor in a note.
 *
 * @param parts What the view follows, and what its page needs.
 */
export function showPageView(parts: PageViewParts): PageView {
  return new PageView(parts);
}

/** The view, once it is seen, and what it is to show. */
class PageView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #parts: PageViewParts;
  readonly #subscriptions: vscode.Disposable;
  #view: vscode.WebviewView | undefined;
  #webview: ConceptWebview | undefined;
  /** What the view is to show as soon as it is seen. */
  #wanted: string | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #isPinned = false;

  constructor(parts: PageViewParts) {
    const { tree, page } = parts;
    this.#parts = parts;
    this.#setPinned(false);
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.registerWebviewViewProvider(viewId, this),
      tree.onDidSelect((id) => this.#follow(id)),
      page.onDidShow((id) => this.#follow(id)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#followLater(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#followLater(editor)),
      vscode.commands.registerCommand('yojeom.view.goBack', () => this.#webview?.go(-1)),
      vscode.commands.registerCommand('yojeom.view.goForward', () => this.#webview?.go(1)),
      vscode.commands.registerCommand('yojeom.view.pin', () => this.#setPinned(true)),
      vscode.commands.registerCommand('yojeom.view.unpin', () => this.#setPinned(false)),
      vscode.commands.registerCommand('yojeom.view.openAsPage', () => {
        const id = this.#webview?.conceptId;
        if (id !== undefined) {
          page.show(id, false);
        }
      }),
    );
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const { notes, links, host } = this.#parts;
    view.webview.options = webviewOptions(notes, host.extensionUri);
    const webview = new ConceptWebview(
      {
        webview: view.webview,
        kind: 'view',
        waitingText: vscode.l10n.t('Choose a concept in the tree, or put the cursor on one in a note.'),
        setTitle: (title) => (view.description = title),
      },
      notes,
      links,
      host,
    );
    this.#view = view;
    this.#webview = webview;
    webview.onDidChangeWays(({ canGoBack, canGoForward }) => {
      setContext('canGoBack', canGoBack);
      setContext('canGoForward', canGoForward);
    });
    view.onDidChangeVisibility(() => this.#showWanted());
    view.onDidDispose(() => {
      webview.dispose();
      this.#view = undefined;
      this.#webview = undefined;
    });
    this.#wanted ??= this.#parts.page.current();
    this.#showWanted();
    void notes.ready().then(() => {
      if (this.#wanted === undefined) {
        this.#followLater(vscode.window.activeTextEditor);
      }
    });
  }

  dispose(): void {
    clearTimeout(this.#rest);
    this.#subscriptions.dispose();
    this.#webview?.dispose();
  }

  #setPinned(isPinned: boolean): void {
    this.#isPinned = isPinned;
    setContext('isPinned', isPinned);
  }

  #follow(conceptId: string): void {
    // Several beside each other need more room.
    if (!this.#isPinned && !isComparison(conceptId)) {
      this.#wanted = conceptId;
      this.#showWanted();
    }
  }

  /** Nobody waits for a view that is not seen. */
  #showWanted(): void {
    if (this.#view?.visible === true && this.#wanted !== undefined && this.#wanted !== this.#webview?.conceptId) {
      void this.#webview?.follow(this.#wanted);
    }
  }

  #followLater(editor: vscode.TextEditor | undefined): void {
    clearTimeout(this.#rest);
    if (editor && this.#view) {
      this.#rest = setTimeout(() => {
        const note = this.#parts.notes.library.note(editor.document.uri.toString());
        const concept = note && conceptAtLine(note, editor.selection.active.line + 1);
        if (concept) {
          this.#follow(concept.id);
        }
      }, restMilliseconds);
    }
  }
}

function setContext(name: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', `yojeom.view.${name}`, value);
}
