/**
 * Whether a file is a note, by its name.
 *
 * @param name File name or path.
 */
export function isNoteName(name: string): boolean {
  return /\.(?:md|markdown)$/iu.test(name);
}

/**
 * What a note is called where it does not say: its file name without the extension.
 *
 * @param path Path with forward slashes.
 */
export function noteName(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.replace(/(?<=.)\.[^.]*$/u, '').normalize('NFC');
}
