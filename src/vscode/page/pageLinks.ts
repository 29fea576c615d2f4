import * as vscode from 'vscode';
import { noteUriOf } from '../../core/library/noteUri.js';
import { percentDecoded } from '../../core/note/percentDecoded.js';
import { noteLinkOf } from '../../core/note/references.js';
import { linkTarget } from '../../core/page/linkTarget.js';
import { isWithin } from '../isWithin.js';
import { inMessage } from '../notification.js';
import type { Notes } from '../notes/notes.js';
import { showsWebImages } from '../settings.js';
import { openSource } from '../source/openSource.js';
import type { ConceptTree } from '../tree/conceptTree.js';

/** Opens what a page links to. */
export interface PageLinks {
  /** Opens a concept's note at a line, 1-based. */
  openSource(conceptId: string, line: number): Promise<void>;
  /** Shows a topic in the tree. */
  openTopic(name: string): Promise<void>;
  /**
   * Follows a link of a note.
   *
   * @param href As the note writes it: a URL, a path with or without `#anchor`, `#anchor`, `[[wiki link]]`.
   * @param noteUri The note.
   * @returns Id of the concept to show, if the link leads to one.
   */
  openLink(href: string, noteUri: string): Promise<string | undefined>;
}

/**
 * Makes the opener of links.
 *
 * @param notes The notes.
 * @param tree Where topics are shown.
 */
export function pageLinks(notes: Notes, tree: ConceptTree): PageLinks {
  return {
    openSource: async (conceptId, line) => {
      const found = notes.library.find(conceptId);
      // A page can outlive its note.
      await openSource(found?.note.uri ?? noteUriOf(conceptId), line);
    },
    openTopic: (name) => tree.openTopic(name),
    openLink: async (href, noteUri) => {
      const kind = linkTarget(href);
      if (kind === 'web') {
        await openOutside(href);
      }
      if (kind !== 'note') {
        return undefined;
      }
      const link = noteLinkOf(href);
      const target = notes.links.resolve(link, noteUri);
      const conceptId = target.kind === 'concept' ? target.concept.id : undefined;
      if (conceptId === undefined && link.kind === 'wiki') {
        tellMissing(href);
      } else if (conceptId === undefined) {
        await openFile(notes, href, noteUri);
      }
      return conceptId;
    },
  };
}

/**
 * Where an image of a note lies, as a webview may load it.
 *
 * @param src As the note writes it.
 * @param noteUri The note.
 * @param roots Folders from which the webview may load.
 * @param webview The webview that will load it.
 * @returns Nothing for what a webview may not load.
 */
export function resolveImage(
  src: string,
  noteUri: string,
  roots: readonly vscode.Uri[],
  webview: vscode.Webview,
): string | undefined {
  if (/^data:image\//iu.test(src)) {
    return src;
  }
  if (/^https:/iu.test(src)) {
    return showsWebImages() ? src : undefined;
  }
  const uri = uriOf(src, noteUri);
  const mayLoad = uri && roots.some((root) => isWithin(uri, root));
  return mayLoad ? webview.asWebviewUri(uri).toString() : undefined;
}

/** The file that a path in a note means: relative to the note or, with a slash before it, to the workspace folder. */
function uriOf(href: string, noteUri: string): vscode.Uri | undefined {
  const note = vscode.Uri.parse(noteUri);
  const path = percentDecoded(href.replace(/[#?].*$/su, ''));
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(path)) {
    return undefined;
  }
  if (path === '') {
    return note;
  }
  const base = path.startsWith('/') ? vscode.workspace.getWorkspaceFolder(note)?.uri : vscode.Uri.joinPath(note, '..');
  return base && vscode.Uri.joinPath(base, path);
}

/**
 * A `Uri` would decode the address and encode it anew, and `%26` in a query would come out as something else. At run time
 * the editor takes the address as text too, which its types do not say.
 */
async function openOutside(href: string): Promise<void> {
  await vscode.env.openExternal(href as unknown as vscode.Uri);
}

/** Files that are no notes open in the editor, if they lie where notes or the workspace do: notes are not trusted. */
async function openFile(notes: Notes, href: string, noteUri: string): Promise<void> {
  const uri = uriOf(href, noteUri);
  const folders = [...notes.roots(), ...(vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri)];
  if (!uri || !folders.some((folder) => isWithin(uri, folder))) {
    tellMissing(href);
    return;
  }
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    tellMissing(href);
    return;
  }
  await vscode.commands.executeCommand('vscode.open', uri);
}

function tellMissing(href: string): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The link “{0}” leads to nothing in your notes.', inMessage(href)),
  );
}
