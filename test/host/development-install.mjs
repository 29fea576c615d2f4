// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a server use an extension right from the folder in which it is developed: the next reload of the page shows what
 * was built last, and nothing has to be packaged.
 *
 * @param {string} folder the extension's
 * @param {string} extensions where the server keeps its extensions
 */
export function installFolder(folder, extensions) {
  const manifest = /** @type {{ publisher: string, name: string, version: string }} */ (
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  );
  const id = `${manifest.publisher}.${manifest.name}`;
  const link = `${id}-development`;
  mkdirSync(extensions, { recursive: true });
  rmSync(path.join(extensions, link), { force: true });
  symlinkSync(folder, path.join(extensions, link));
  const others = readList(extensions).filter((entry) => entry.identifier.id !== id);
  const own = {
    identifier: { id },
    version: manifest.version,
    location: { $mid: 1, path: path.join(extensions, link), scheme: 'file' },
    relativeLocation: link,
  };
  writeFileSync(listOf(extensions), JSON.stringify([...others, own]));
}

/** @param {string} extensions */
function listOf(extensions) {
  return path.join(extensions, 'extensions.json');
}

/**
 * @param {string} extensions
 * @returns {{ identifier: { id: string } }[]} what the server has installed
 */
function readList(extensions) {
  const list = listOf(extensions);
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}
