import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/temporary-folder.mjs';

/** A folder of a workspace: by its path, or by a URI of whatever file system. */
type WorkspaceFolder = { readonly path: string } | { readonly uri: string; readonly name: string };

/** A `.code-workspace` file. */
export interface WorkspaceFile {
  readonly file: string;
  /** Gives the workspace these folders in place of those that it has. */
  write(folders: readonly WorkspaceFolder[]): void;
}

/**
 * Makes a workspace file beside the notes, which go away: a window whose workspace goes away opens another by itself.
 *
 * @param folders What the workspace has at first.
 */
export function workspaceFile(folders: readonly WorkspaceFolder[]): WorkspaceFile {
  const file = path.join(temporaryFolder('several').folder, 'study.code-workspace');
  const write = (some: readonly WorkspaceFolder[]): void => writeFileSync(file, JSON.stringify({ folders: some }));
  write(folders);
  return { file, write };
}
