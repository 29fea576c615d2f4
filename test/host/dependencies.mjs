// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { repo } from './paths.mjs';
import { Trouble, explain } from './trouble.mjs';

/**
 * What a lock file says of the packages, by their folders.
 *
 * @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Packages
 */

/**
 * Sees to it that `node_modules` holds what `package-lock.json` lists; does nothing when it already does. When npm
 * fails, a sentence says why and the process ends. What it says goes to standard error: `yojeom` owes its standard output
 * to scripts.
 */
export async function ensureDependencies() {
  if (isInstalled()) return;
  console.error('yojeom: installing the dependencies (npm ci, about 20 s)');
  try {
    await npm(['ci'], { cwd: repo, doing: 'installing the dependencies' });
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    explain(error);
    process.exit(1);
  }
}

/** Compares the two lists, not their times: an install by hand counts as much as one of ours. */
function isInstalled() {
  // npm writes this list at the end of every install.
  const installed = readPackages(path.join(repo, 'node_modules', '.package-lock.json'));
  const listed = readPackages(path.join(repo, 'package-lock.json'));
  if (installed === undefined || listed === undefined) return false;
  return Object.entries(listed).every(([folder, { version, optional, devOptional }]) => {
    const there = installed[folder];
    // Optional packages are for other platforms.
    return (
      folder === '' || (there === undefined ? optional === true || devOptional === true : there.version === version)
    );
  });
}

/**
 * @param {string} lockFile
 * @returns {Packages | undefined}
 */
function readPackages(lockFile) {
  if (!existsSync(lockFile)) return undefined;
  return /** @type {{ packages: Packages }} */ (JSON.parse(readFileSync(lockFile, 'utf8'))).packages;
}
