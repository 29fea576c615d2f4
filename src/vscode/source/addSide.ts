import * as vscode from 'vscode';
import { missingSide } from '../../core/note/missingSide.js';
import type { Side } from '../../core/note/model.js';
import type { Notes } from '../notes/notes.js';
import { isMisread } from './misreadNote.js';
import { openSource } from './openSource.js';

/**
 * Opens a concept's note where the side that the concept lacks is to be written, with its label and an empty point as one
 * edit that can be undone and is not saved. Where no label would be read as such, the note is just opened.
 *
 * @param notes The notes.
 * @param conceptId The concept's id.
 * @param side The side that it lacks.
 */
export async function addSide(notes: Notes, conceptId: string, side: Side): Promise<void> {
  const found = notes.library.find(conceptId);
  const source = found && (await notes.source(found.note.uri));
  const editor = source && (await openSource(source.uri, found.concept.line));
  if (!editor) {
    return;
  }
  const { document } = editor;
  const text = document.getText();
  if (isMisread(document)) {
    return;
  }
  const insertion = missingSide({ ...source, text }, conceptId, side, notes.labels);
  if (!insertion) {
    return;
  }
  const endOf = (line: number): vscode.Position => document.lineAt(line - 1).range.end;
  const { line, added, pointLine } = insertion;
  if (added.length > 0) {
    await editor.edit((edit) => {
      const [place, lines] = line === 0 ? [new vscode.Position(0, 0), [...added, '']] : [endOf(line), ['', ...added]];
      edit.insert(place, lines.join('\n'));
    });
    // The editor says that it has done it also where a note is read-only.
    if (document.getText() === text) {
      void vscode.window.showWarningMessage(vscode.l10n.t('The note cannot be written.'));
      return;
    }
  }
  const end = endOf(pointLine);
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(editor.selection);
}
