import * as vscode from 'vscode';

/**
 * Copies a text and says so.
 *
 * @param text The text.
 */
export async function copyText(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied to the clipboard'), 2000);
}
