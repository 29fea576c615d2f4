// `npm run bench -- hostLibrary [-- OPTIONS]`: the same as `library`, in VS Code's extension host and by its own file API.
import * as vscode from 'vscode';
import { CacheStorage } from '../../src/vscode/cache/cacheStorage.js';
import { WorkspaceFiles } from '../../src/vscode/notes/workspaceFiles.js';
import { ThreadFiles } from '../../src/node/threadFiles.js';
import { benchLibrary } from './libraryBench.js';

/** What the extension host calls. Rejects where the gate fails. */
export async function run(): Promise<void> {
  const argv = JSON.parse(process.env['YOJEOM_BENCH_ARGUMENTS'] ?? '[]') as string[];
  const log = { warn: (text: string) => console.error(text) };
  const files = new WorkspaceFiles();
  const hastened = new ThreadFiles(files, process.env['YOJEOM_BENCH_FILE_WORKER'] ?? '');
  const place = {
    name: `VS Code ${vscode.version}`,
    isEditor: true,
    files,
    hastened,
    store: (folder: string) => new CacheStorage(vscode.Uri.file(folder), log).store('notes'),
  };
  const holds = await benchLibrary(argv, process.env['YOJEOM_BENCH_FOLDER'] ?? '', place);
  hastened.dispose();
  if (!holds) {
    throw new Error('A goal is missed by far.');
  }
}
