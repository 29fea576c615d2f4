import { percentDecoded } from '../note/percentDecoded.js';

/**
 * A path or URI in the form in which two are compared: percent signs decoded, normal form C, lower case, for not every file
 * system tells cases apart.
 *
 * @param path A path or a URI.
 */
export function comparablePath(path: string): string {
  return percentDecoded(path).normalize('NFC').toLowerCase();
}

/**
 * The path that a link of a note means.
 *
 * @param from Path or URI of the note.
 * @param target The path that the link gives, decoded: relative to the note's folder, or from the root with a slash before it.
 * @returns In the form of `from`, decoded, without `.` and `..`.
 */
export function resolvePath(from: string, target: string): string {
  const [, root = '', path = ''] = /^([a-z][a-z\d+.-]*:(?:\/\/[^/]*)?)?(.*)$/su.exec(percentDecoded(from)) ?? [];
  const parts = target.startsWith('/') ? [''] : path.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '' && parts.at(-1) !== '..') {
      parts.pop();
    } else if (part === '..' && root === '' && parts.at(-1) !== '') {
      parts.push(part);
    } else if (part !== '.' && part !== '' && part !== '..') {
      parts.push(part);
    }
  }
  return root + parts.join('/');
}
