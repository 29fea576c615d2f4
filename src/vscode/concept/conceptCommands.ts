import * as vscode from 'vscode';
import type { Located } from '../../core/library/library.js';
import type { NoteSource } from '../../core/note/model.js';
import { readNoteTree, type NoteTree } from '../../core/note/read.js';
import { copyText } from '../copyText.js';
import { inMessage } from '../notification.js';
import type { Notes } from '../notes/notes.js';
import type { ConceptPage } from '../page/conceptPage.js';
import { openSource } from '../source/openSource.js';
import { conceptTarget } from './conceptTarget.js';

/** Writes a concept for the clipboard; nothing where the note has it no more. */
type Writer = (
  source: NoteSource,
  tree: NoteTree,
  conceptId: string,
) => string | undefined | Promise<string | undefined>;

/**
 * Registers what can be done with one concept: from a row of the tree, from the page, or by its id.
 *
 * @param notes The notes.
 * @param page Where a concept may be open.
 */
export function registerConceptCommands(notes: Notes, page: ConceptPage): vscode.Disposable {
  const register = (command: string, run: (located: Located) => Promise<unknown>): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (argument: unknown) => {
      await notes.ready();
      const conceptId = conceptTarget(argument, page.current());
      const located = conceptId === undefined ? undefined : notes.library.find(conceptId);
      if (located) {
        await run(located);
      } else {
        const text = vscode.l10n.t('Open a concept first: choose one in the Yojeom view or search for it.');
        void vscode.window.showInformationMessage(text);
      }
    });
  const registerCopy = (command: string, write: Writer): vscode.Disposable =>
    register(command, async ({ concept, note }) => {
      const source = await notes.source(note.uri);
      const text = source && (await write(source, readNoteTree(source, notes.labels), concept.id));
      if (text === undefined) {
        void vscode.window.showErrorMessage(vscode.l10n.t('The note {0} could not be read.', inMessage(note.title)));
      } else {
        await copyText(text);
      }
    });
  return vscode.Disposable.from(
    register('yojeom.openSource', ({ concept, note }) => openSource(note.uri, concept.line)),
    register('yojeom.copyLink', (located) => copyText(markdownLink(located))),
    registerCopy('yojeom.copyMarkdown', async ({ text }, tree, id) => {
      const { conceptMarkdown } = await import('../../core/page/conceptMarkdown.js');
      return conceptMarkdown(text, tree, id);
    }),
    registerCopy('yojeom.copyHtml', async (_source, tree, id) => {
      const { conceptHtml } = await import('../../core/page/conceptHtml.js');
      return conceptHtml(tree, id);
    }),
  );
}

/** A link that works in the Markdown files of the same workspace folder or, by its full URI, wherever the note is. */
function markdownLink({ concept, note }: Located): string {
  const uri = vscode.Uri.parse(note.uri);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const path = folder ? uri.toString().slice(folder.uri.toString().length) : uri.toString();
  const anchor = concept.anchor === '' ? '' : `#${encodeURI(concept.anchor)}`;
  return `[${concept.title.replace(/[[\]\\]/gu, '\\$&')}](${path}${anchor})`;
}
