import * as vscode from 'vscode';
import { isComparison } from '../../core/page/comparison.js';
import { current } from '../../core/page/pageHistory.js';
import { parsePageState } from '../../core/page/protocol.js';
import { conceptTarget } from '../concept/conceptTarget.js';
import type { ConceptTree } from '../tree/conceptTree.js';
import type { Notes } from '../notes/notes.js';
import type { PageLinks } from './pageLinks.js';
import { webviewOptions, type ConceptWebview, type PageHost } from './conceptWebview.js';
import { PagePanel, pageViewType } from './pagePanel.js';

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
  /** Shows a concept on a page of its own, beside what is open: to compare the two. */
  showBeside(conceptId: string): void;
  /** Fires with the id of a concept that the user opened: not for previews, nor for what comes back after a reload. */
  readonly onDidOpen: vscode.Event<string>;
  /** Fires with the id of every concept that the page shows. */
  readonly onDidShow: vscode.Event<string>;
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
  /** Pages beside the main one. */
  const others = new Set<PagePanel>();
  const opened = new vscode.EventEmitter<string>();
  const shown = new vscode.EventEmitter<string>();

  const panelOf = (panel: vscode.WebviewPanel): PagePanel =>
    // The ways of the page that one turns to count.
    new PagePanel(panel, notes, links, host, showState);
  const adopt = (panel: PagePanel): PagePanel => {
    main = panel;
    panel.onDidDispose(() => {
      if (main === panel) {
        main = undefined;
        tree.follow(undefined);
      }
    });
    panel.page.onDidShow((conceptId) => {
      tree.follow(conceptId);
      shown.fire(conceptId);
    });
    panel.page.onDidOpen((conceptId) => opened.fire(conceptId));
    panel.page.onDidChangeWays(() => showState(panel.page));
    return panel;
  };
  const create = (preserveFocus: boolean, column = main?.viewColumn): PagePanel =>
    panelOf(newPanel(column, notes, host.extensionUri, preserveFocus));
  const show = (conceptId: string, preserveFocus: boolean): void => {
    main?.reveal(preserveFocus);
    void (main ?? adopt(create(preserveFocus))).page.show(conceptId);
  };

  const showBeside = (conceptId: string): void => {
    if (!main) {
      show(conceptId, false);
      return;
    }
    const panel = create(false, vscode.ViewColumn.Beside);
    others.add(panel);
    panel.onDidDispose(() => others.delete(panel));
    panel.page.onDidOpen((id) => opened.fire(id));
    panel.page.onDidChangeWays(() => showState(panel.page));
    void panel.page.show(conceptId);
  };

  const active = (): PagePanel | undefined => [...others].find(({ isActive }) => isActive) ?? main;

  const serializer: vscode.WebviewPanelSerializer = {
    deserializeWebviewPanel: async (webviewPanel, stored: unknown) => {
      const state = parsePageState(stored);
      const id = state && current(state)?.id;
      if (id === undefined || main) {
        webviewPanel.dispose();
        return;
      }
      await adopt(panelOf(webviewPanel)).page.restore(id);
    },
  };
  const subscriptions = vscode.Disposable.from(
    opened,
    shown,
    vscode.window.registerWebviewPanelSerializer(pageViewType, serializer),
    vscode.commands.registerCommand('yojeom.goBack', () => active()?.page.go(-1)),
    vscode.commands.registerCommand('yojeom.goForward', () => active()?.page.go(1)),
    vscode.commands.registerCommand('yojeom.openConcept', async (argument: unknown, preserveFocus: unknown) => {
      const conceptId = conceptTarget(argument, undefined);
      if (conceptId === undefined) {
        await vscode.commands.executeCommand('yojeom.search');
      } else {
        show(conceptId, preserveFocus === true);
      }
    }),
  );

  return {
    current: () => active()?.page.conceptId,
    show,
    showBeside,
    onDidOpen: opened.event,
    onDidShow: shown.event,
    preview: () => {
      // A panel of its own: closing it lets the editor bring back what lay beneath, scrolled as it was.
      let own: PagePanel | undefined;
      return {
        show: (conceptId) => void (own ??= create(true)).page.preview(conceptId),
        accept: (conceptId) => {
          if (!main && own) {
            adopt(own);
          }
          show(conceptId, false);
          if (own !== main) {
            own?.dispose();
          }
        },
        cancel: () => own?.dispose(),
      };
    },
    dispose: () => {
      subscriptions.dispose();
      main?.dispose();
      others.forEach((panel) => panel.dispose());
    },
  };
}

/** Tells the editor what its keys, buttons and menus can do with a page. */
function showState({ ways, conceptId = '' }: ConceptWebview): void {
  const context = {
    canGoBack: ways.canGoBack,
    canGoForward: ways.canGoForward,
    isComparison: isComparison(conceptId),
  };
  for (const [name, value] of Object.entries(context)) {
    void vscode.commands.executeCommand('setContext', `yojeom.${name}`, value);
  }
}

function newPanel(
  column: vscode.ViewColumn | undefined,
  notes: Notes,
  extensionUri: vscode.Uri,
  preserveFocus: boolean,
): vscode.WebviewPanel {
  // With nothing open there is nothing to be beside.
  const isEmpty = vscode.window.tabGroups.all.every((group) => group.tabs.length === 0);
  const viewColumn = column ?? (isEmpty ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside);
  const title = vscode.l10n.t('Concept');
  return vscode.window.createWebviewPanel(
    pageViewType,
    title,
    { viewColumn, preserveFocus },
    { ...webviewOptions(notes, extensionUri), enableFindWidget: true },
  );
}
