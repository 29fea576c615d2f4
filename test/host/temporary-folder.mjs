// @ts-check
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { atEnd } from './clean-up.mjs';
import { cache } from './paths.mjs';
import { isAlive } from './process-tree.mjs';

const parent = path.join(cache, 'tmp');

/**
 * Makes an empty folder below `.vscode-test/tmp`. It goes away with this process at the latest.
 *
 * @param {string} purpose the beginning of its name
 * @returns {{ folder: string, remove: () => void }}
 */
export function temporaryFolder(purpose) {
  mkdirSync(parent, { recursive: true });
  removeLeftovers();
  const folder = mkdtempSync(path.join(parent, `${purpose}-${process.pid}-`));
  return { folder, remove: atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })) };
}

/** Removes the folders of processes that were killed before they could. */
function removeLeftovers() {
  for (const name of readdirSync(parent)) {
    const owner = /-(\d+)-[^-]*$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}
