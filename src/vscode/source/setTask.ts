import * as vscode from 'vscode';
import { taskMark } from '../../core/note/taskMark.js';
import { isMisread } from './misreadNote.js';

/**
 * Marks a task of a note as done or not, as one edit that can be undone. A note without other changes is saved.
 *
 * @param uri The note's URI.
 * @param line 1-based line of the task.
 * @param isDone Whether it is to be done.
 * @returns Whether the note says so now.
 */
export async function setTask(uri: string, line: number, isDone: boolean): Promise<boolean> {
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const wasDirty = document.isDirty;
    const mark = line <= document.lineCount ? taskMark(document.lineAt(line - 1).text) : undefined;
    if (!mark || mark.isDone === isDone) {
      return mark?.isDone === isDone;
    }
    if (isMisread(document)) {
      return false;
    }
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(line - 1, mark.at, line - 1, mark.at + 1);
    edit.replace(document.uri, range, isDone ? 'x' : ' ');
    return (await vscode.workspace.applyEdit(edit)) && (wasDirty || (await document.save()));
  } catch {
    return false;
  }
}
