import * as vscode from 'vscode';
import { parsePageState } from '../../core/page/protocol.js';
import { conceptTarget } from '../concept/conceptTarget.js';
import type { ConceptTree } from '../tree/conceptTree.js';
import type { Notes } from '../notes/notes.js';
import type { PageLinks } from './pageLinks.js';
import { PagePanel, pageViewType, type PageHost } from './pagePanel.js';

/** A page that a search shows while the user has not chosen yet. */
export interface Preview {
  /** Shows a concept, without the focus. */
  show(conceptId: string): void;
  /** Keeps what is shown and gives it the focus. */
  accept(conceptId: string): void;
  /** Puts everything back as it was. */
  cancel(): void;
}

/** The concept page: one panel, used again for every concept. */
export interface ConceptPage {
  /** Id of the concept that is shown, if a page is open. */
  current(): string | undefined;
  /** Shows a concept beside the editor, or where the page already is. */
  show(conceptId: string, preserveFocus: boolean): void;
  /** Begins to show concepts on trial. */
  preview(): Preview;
  dispose(): void;
}

/**
 * Opens concepts on a page, and brings the page back after a reload of the window.
 *
 * @param notes The notes.
 * @param tree Follows the page.
 * @param links Opens what a page links to.
 * @param host What pages need of the extension.
 */
export function openConceptPages(notes: Notes, tree: ConceptTree, links: PageLinks, host: PageHost): ConceptPage {
  let main: PagePanel | undefined;

  const adopt = (panel: PagePanel): PagePanel => {
    main = panel;
    panel.onDidDispose(() => {
      main = main === panel ? undefined : main;
    });
    panel.onDidShow((conceptId) => {
      if (main === panel) {
        tree.reveal(conceptId);
      }
    });
    return panel;
  };
  const create = (preserveFocus: boolean): PagePanel =>
    new PagePanel(newPanel(notes, host.extensionUri, preserveFocus), notes, links, host);
  const show = (conceptId: string, preserveFocus: boolean): void => {
    if (main) {
      main.reveal(preserveFocus);
    }
    void (main ?? adopt(create(preserveFocus))).show(conceptId);
  };

  const serializer: vscode.WebviewPanelSerializer = {
    deserializeWebviewPanel: async (webviewPanel, stored: unknown) => {
      const state = parsePageState(stored);
      if (!state || main) {
        webviewPanel.dispose();
        return;
      }
      webviewPanel.webview.options = webviewOptions(notes, host.extensionUri);
      const panel = adopt(new PagePanel(webviewPanel, notes, links, host));
      await notes.ready();
      await panel.show(state.id);
    },
  };
  const subscriptions = vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(pageViewType, serializer),
    vscode.commands.registerCommand('yojeom.openConcept', (argument: unknown, preserveFocus: unknown) => {
      const conceptId = conceptTarget(argument, undefined);
      if (conceptId !== undefined) {
        show(conceptId, preserveFocus === true);
      }
    }),
  );

  return {
    current: () => main?.conceptId,
    show,
    preview: () => startPreview(() => main, create, adopt),
    dispose: () => {
      subscriptions.dispose();
      main?.dispose();
    },
  };
}

/**
 * A preview takes the page's own panel where that is in view, and gives it back. Else it has a panel of its own, for
 * closing that lets the editor bring back the tab that was on top.
 */
function startPreview(
  main: () => PagePanel | undefined,
  create: (preserveFocus: boolean) => PagePanel,
  adopt: (panel: PagePanel) => PagePanel,
): Preview {
  const borrowed = main()?.isVisible === true ? main() : undefined;
  const before = borrowed?.conceptId;
  let own: PagePanel | undefined;
  const panel = (): PagePanel => borrowed ?? (own ??= create(true));
  return {
    show: (conceptId) => void panel().show(conceptId),
    accept: (conceptId) => {
      const existing = main();
      if (existing && existing !== borrowed) {
        own?.dispose();
      }
      const target = existing ?? adopt(panel());
      target.reveal(false);
      void target.show(conceptId);
    },
    cancel: () => {
      own?.dispose();
      if (borrowed && before !== undefined && borrowed.conceptId !== before) {
        void borrowed.show(before);
      }
    },
  };
}

function newPanel(notes: Notes, extensionUri: vscode.Uri, preserveFocus: boolean): vscode.WebviewPanel {
  // With nothing open there is nothing to be beside.
  const isEmpty = vscode.window.tabGroups.all.every((group) => group.tabs.length === 0);
  const viewColumn = isEmpty ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  const title = vscode.l10n.t('Concept');
  return vscode.window.createWebviewPanel(
    pageViewType,
    title,
    { viewColumn, preserveFocus },
    { ...webviewOptions(notes, extensionUri), enableFindWidget: true },
  );
}

function webviewOptions(notes: Notes, extensionUri: vscode.Uri): vscode.WebviewOptions {
  const own = ['media', 'dist/webview'].map((folder) => vscode.Uri.joinPath(extensionUri, folder));
  return { enableScripts: true, localResourceRoots: [...own, ...notes.roots()] };
}
