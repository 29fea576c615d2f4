import { isGlob } from './isGlob.js';

/** Most globs that one with choices may become. */
const mostChoices = 1000;

/**
 * Globs of the editor in our own form. In the editor's, no character is an escape, a `!` in front says nothing, there are no
 * ranges of numbers, and `**` may stand at the beginning of a choice.
 *
 * @param globs What the editor has in its settings.
 * @returns The globs, but for those that cannot be read: the editor takes no notice of them either.
 */
export function editorGlobs(globs: readonly string[]): string[] {
  return globs
    .map((glob) => glob.trim().replace(/\\|\.(?=\.)|^!/gu, '\\$&'))
    .flatMap(choices)
    .filter(isGlob);
}

/** What a glob with choices (`{a,b}`) stands for; nothing where that is more than anybody writes. */
function choices(glob: string): string[] {
  let globs = [glob];
  while (globs.length <= mostChoices) {
    const next = globs.flatMap((one) => {
      const [all, before = '', inside = '', after = ''] = /^(.*?)\{([^{}]*)\}(.*)$/su.exec(one) ?? [];
      return all === undefined ? [one] : inside.split(',').map((choice) => before + choice + after);
    });
    if (next.join() === globs.join()) {
      return globs;
    }
    globs = next;
  }
  return [];
}
