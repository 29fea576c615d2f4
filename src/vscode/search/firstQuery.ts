import * as vscode from 'vscode';

/** Longest selection that is taken for a query, in characters: a longer one is a passage, not a name. */
const longestSelection = 100;

/** What the user is likely to look for: the selected text, else the word under the cursor. */
export function firstQuery(): string {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return '';
  }
  const { document, selection } = editor;
  if (!selection.isEmpty) {
    return selectedName(editor);
  }
  const word = document.getWordRangeAtPosition(selection.active);
  return word ? document.getText(word) : '';
}

/**
 * The selected text, where it may be a name.
 *
 * @param editor An editor with a selection.
 */
export function selectedName({ document, selection }: vscode.TextEditor): string {
  const text = selection.isSingleLine ? document.getText(selection).trim() : '';
  return text.length <= longestSelection ? text : '';
}
