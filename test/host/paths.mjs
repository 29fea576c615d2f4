// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this repository. */
export const repo = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where everything that is downloaded or made for a run goes. Git and the package leave it out; it can be deleted. */
export const cache = path.join(repo, '.vscode-test');

/** The folder of this file and its siblings. */
export const hostFolder = path.join(repo, 'test', 'host');
