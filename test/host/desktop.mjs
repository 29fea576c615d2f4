// @ts-check
import path from 'node:path';
import { findProgram, isExecutable } from './find-program.mjs';

/**
 * Looks for a desktop VS Code that can open a window here.
 *
 * @returns {string | undefined} its command-line program
 */
export function findDesktop() {
  if (!canShowWindows()) return undefined;
  for (const name of ['code', 'code-insiders', 'codium']) {
    const found = findProgram(name);
    if (found !== undefined) return found;
  }
  return usualPlaces().find(isExecutable);
}

function canShowWindows() {
  // In the terminal of a remote window, `code` talks to that window and knows nothing of extension development.
  if (process.env['VSCODE_IPC_HOOK_CLI'] !== undefined) return false;
  if (process.platform !== 'linux') return true;
  // VS Code refuses to run as root.
  return process.getuid?.() !== 0 && Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Where installers put it without putting it on the PATH. */
function usualPlaces() {
  const places = [];
  for (const app of ['Visual Studio Code', 'Visual Studio Code - Insiders', 'VSCodium']) {
    places.push(`/Applications/${app}.app/Contents/Resources/app/bin/code`);
  }
  for (const variable of ['LOCALAPPDATA', 'ProgramFiles']) {
    const base = process.env[variable];
    if (base === undefined) continue;
    const folder = variable === 'LOCALAPPDATA' ? path.join(base, 'Programs') : base;
    places.push(path.join(folder, 'Microsoft VS Code', 'bin', 'code.cmd'));
  }
  return places;
}
