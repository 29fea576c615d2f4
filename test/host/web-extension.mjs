// @ts-check
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What an extension at run time has no use for; the editor would only watch it. */
const LEFT_OUT = new Set(['.git', '.vscode-test', 'node_modules', 'package.json']);

/**
 * Makes a copy of an extension that has only its `browser` entry, out of links: where there is a `main` too, VS Code
 * prefers the Node extension host, and the one of the browser stays untested.
 *
 * @param {string} extension its folder
 * @param {string} copy an empty folder
 */
export function copyForWebHost(extension, copy) {
  mkdirSync(copy, { recursive: true });
  const text = readFileSync(path.join(extension, 'package.json'), 'utf8');
  const manifest = /** @type {Record<string, unknown>} */ (JSON.parse(text));
  delete manifest['main'];
  writeFileSync(path.join(copy, 'package.json'), JSON.stringify(manifest, null, 2));
  for (const name of readdirSync(extension)) {
    if (!LEFT_OUT.has(name)) symlinkSync(path.join(extension, name), path.join(copy, name));
  }
}
