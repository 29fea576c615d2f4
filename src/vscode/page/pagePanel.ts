import * as vscode from 'vscode';
import type { Notes } from '../notes/notes.js';
import { ConceptWebview, type PageHost } from './conceptWebview.js';
import type { PageLinks } from './pageLinks.js';

/** The page's type, as the editor stores it. */
export const pageViewType = 'yojeom.page';

/** A page in a panel among the editors. */
export class PagePanel implements vscode.Disposable {
  readonly page: ConceptWebview;
  readonly #panel: vscode.WebviewPanel;

  readonly onDidDispose: vscode.Event<void>;

  /**
   * @param panel An empty panel, new or restored.
   * @param notes The notes.
   * @param links Opens what the page links to.
   * @param host What pages need of the extension.
   * @param onActive Called when the user turns to the panel.
   */
  constructor(
    panel: vscode.WebviewPanel,
    notes: Notes,
    links: PageLinks,
    host: PageHost,
    onActive: (page: ConceptWebview) => void,
  ) {
    this.#panel = panel;
    this.onDidDispose = panel.onDidDispose;
    const page = new ConceptWebview(
      {
        webview: panel.webview,
        kind: 'panel',
        waitingText: vscode.l10n.t('Reading the note…'),
        setTitle: (title) => (panel.title = title),
      },
      notes,
      links,
      host,
    );
    this.page = page;
    panel.iconPath = {
      light: vscode.Uri.joinPath(host.extensionUri, 'media', 'page-light.svg'),
      dark: vscode.Uri.joinPath(host.extensionUri, 'media', 'page-dark.svg'),
    };
    panel.onDidChangeViewState(() => {
      if (panel.active) {
        onActive(page);
      }
    });
    panel.onDidDispose(() => page.dispose());
  }

  /** Where the panel stands, whether it is in view or behind another tab. */
  get viewColumn(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  /** Whether it has the focus, or had it last. */
  get isActive(): boolean {
    return this.#panel.active;
  }

  /**
   * Brings the panel to the front of its group.
   *
   * @param preserveFocus Whether the focus stays where it is.
   */
  reveal(preserveFocus: boolean): void {
    this.#panel.reveal(undefined, preserveFocus);
  }

  dispose(): void {
    this.#panel.dispose();
  }
}
