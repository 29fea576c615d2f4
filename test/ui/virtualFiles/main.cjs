// @ts-check
const disk = require('node:fs/promises');
const vscode = require('vscode');

/** Where the disk begins: what takes such a path for one of the disk finds nothing. */
const root = /^\/nowhere(?=\/)/u;

/**
 * The path on the disk.
 *
 * @param {vscode.Uri} uri
 */
const onDisk = ({ path }) => path.replace(root, '');

/** @type {() => never} */
const refuse = () => {
  throw vscode.FileSystemError.NoPermissions('These files are only shown.');
};

/**
 * Answers, and says in the editor's words that something is not there.
 *
 * @template T
 * @param {vscode.Uri} uri
 * @param {Promise<T>} answer
 * @returns {Promise<T>}
 */
const answered = (uri, answer) =>
  answer.catch(() => {
    throw vscode.FileSystemError.FileNotFound(uri);
  });

/**
 * A file system that nobody can write to and that tells no changes, as that of a repository elsewhere.
 *
 * @type {vscode.FileSystemProvider}
 */
const files = {
  onDidChangeFile: () => new vscode.Disposable(() => undefined),
  watch: () => new vscode.Disposable(() => undefined),
  stat: async (uri) => {
    const found = await answered(uri, disk.stat(onDisk(uri)));
    return { type: typeOf(found), size: found.size, mtime: found.mtimeMs, ctime: found.ctimeMs };
  },
  readDirectory: async (uri) => {
    const entries = await answered(uri, disk.readdir(onDisk(uri), { withFileTypes: true }));
    return entries.map((entry) => [entry.name, typeOf(entry)]);
  },
  readFile: (uri) => answered(uri, disk.readFile(onDisk(uri))),
  writeFile: refuse,
  createDirectory: refuse,
  rename: refuse,
  delete: refuse,
};

/** @param {{ isDirectory(): boolean }} entry */
function typeOf(entry) {
  return entry.isDirectory() ? vscode.FileType.Directory : vscode.FileType.File;
}

/** @param {vscode.ExtensionContext} context */
exports.activate = (context) => {
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('yojeomvirtual', files, { isCaseSensitive: true, isReadonly: true }),
  );
};
