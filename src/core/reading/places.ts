/**
 * Whether a file or folder is a folder or lies in it.
 *
 * @param uri The file or folder.
 * @param folder The folder.
 */
export function isIn(uri: string, folder: string): boolean {
  return `${uri}/`.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/**
 * The folder that a file or folder is in.
 *
 * @param uri The file or folder.
 */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/**
 * All folders that a file or folder is in.
 *
 * @param uri The file or folder.
 * @returns From the nearest to the root.
 */
export function foldersAbove(uri: string): string[] {
  const folders: string[] = [];
  for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) {
    folders.push(uri.slice(0, end));
  }
  return folders;
}
