import * as vscode from 'vscode';

/** Registers the commands that change where notes come from. */
export function registerFolderCommands(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('yojeom.addFolder', addFolder),
    vscode.commands.registerCommand('yojeom.showBundledNotes', async () => {
      const settings = vscode.workspace.getConfiguration('yojeom');
      await settings.update('bundledNotes', 'always', vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand('yojeom.concepts.focus');
    }),
  );
}

/** Adds a folder where the folders are set: in the workspace if it has its own, else for the user. */
async function addFolder(): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: true,
    title: vscode.l10n.t('Where are your notes?'),
    openLabel: vscode.l10n.t('Add Folder'),
  });
  if (!chosen) {
    return;
  }
  const settings = vscode.workspace.getConfiguration('yojeom');
  const known = settings.inspect<unknown>('folders');
  const inWorkspace = Array.isArray(known?.workspaceValue);
  const before: unknown = (inWorkspace ? known.workspaceValue : known?.globalValue) ?? known?.defaultValue;
  const texts = chosen.map((uri) => (uri.scheme === 'file' ? uri.fsPath : uri.toString()));
  const folders = [...new Set([...(Array.isArray(before) ? (before as unknown[]) : []), ...texts])];
  const { Workspace, Global } = vscode.ConfigurationTarget;
  await settings.update('folders', folders, inWorkspace ? Workspace : Global);
}
