import * as vscode from 'vscode';
import type { Problem } from '../../core/note/model.js';
import type { Notes } from '../notes/notes.js';

/**
 * Shows what is wrong with notes where the editor shows problems, on their lines.
 *
 * @param notes The notes.
 */
export function showNoteProblems(notes: Notes): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('yojeom');
  const endListening = notes.library.onChange(({ added, changed, removed }) => {
    removed.forEach((uri) => {
      diagnostics.delete(vscode.Uri.parse(uri));
    });
    [...added, ...changed].forEach((uri) => {
      diagnostics.set(vscode.Uri.parse(uri), notes.library.note(uri)?.problems.map(diagnosticOf));
    });
  });
  return vscode.Disposable.from(diagnostics, new vscode.Disposable(endListening));
}

function diagnosticOf({ line, message, args }: Problem): vscode.Diagnostic {
  // The editor shortens the range to the line's end.
  const range = new vscode.Range(line - 1, 0, line - 1, Number.MAX_SAFE_INTEGER);
  const diagnostic = new vscode.Diagnostic(range, vscode.l10n.t(message, ...args), vscode.DiagnosticSeverity.Warning);
  diagnostic.source = 'Yojeom';
  return diagnostic;
}
