/** Longest name, in characters: file systems allow 255 bytes, and a syllable takes three. */
const longestName = 80;

/** Names that Windows keeps for devices, whatever their extension is. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/**
 * The name of a file for a note about something, fit for any file system.
 *
 * @param title What the note is about.
 * @returns The name without its extension; empty where nothing of the title can stand in a name.
 */
export function noteFileName(title: string): string {
  const name = Array.from(
    title
      .normalize('NFC')
      .replace(/[\p{C}<>:"/\\|?*\s]+/gu, ' ')
      .trim(),
  )
    .slice(0, longestName)
    .join('')
    // A dot before it would hide the file; one behind it is lost on Windows.
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return devices.test(name) ? `${name}-` : name;
}
