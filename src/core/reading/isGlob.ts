import zeptomatch from 'zeptomatch';

/**
 * Whether a glob can be understood: `[z-a]` cannot.
 *
 * @param glob What someone wrote.
 */
export function isGlob(glob: string): boolean {
  try {
    zeptomatch(glob, '');
    return true;
  } catch {
    return false;
  }
}
