// @ts-check
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes settings for fontconfig that put the given fonts before those of the system: the browser then shows Korean
 * on a machine that has no Korean font, and screenshots look alike everywhere.
 *
 * @param {string} folder where to write them
 * @param {string[]} fontFolders
 * @returns {string} the path for FONTCONFIG_FILE
 */
export function writeFontSettings(folder, fontFolders) {
  const file = path.join(folder, 'fonts.conf');
  const dirs = [...fontFolders, '/usr/share/fonts'].filter((dir) => existsSync(dir));
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${dirs.map((dir) => `  <dir>${dir}</dir>`).join('\n')}
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
${families('sans-serif', ['Open Sans', 'Nanum Gothic'])}
${families('system-ui', ['Open Sans', 'Nanum Gothic'])}
${families('serif', ['Open Sans', 'Nanum Gothic'])}
${families('monospace', ['DejaVu Sans Mono', 'Nanum Gothic Coding'])}
</fontconfig>
`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  return file;
}

/**
 * @param {string} generic
 * @param {string[]} names
 */
function families(generic, names) {
  const prefer = names.map((name) => `<family>${name}</family>`).join('');
  return `  <alias binding="strong"><family>${generic}</family><prefer>${prefer}</prefer></alias>`;
}
